import type { CheckId } from './causes/checks';
import type { DiagnosisFacts } from './facts';

/** What one check came to. `not-possible` is no problem found: it says why it could not look. */
export interface CheckResult {
  readonly id: CheckId;
  /** What was looked at: a path, a host, a variable's name; never a value. */
  readonly lookedAt: string;
  readonly result: 'fine' | 'problem' | 'not-possible' | 'cancelled';
  /** One sentence for a person. */
  readonly sentence: string;
  readonly tookMs: number;
  /** What it has found out; parts that it could not are `not-measured` with the reason. */
  readonly facts: Partial<DiagnosisFacts>;
}
