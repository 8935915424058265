import type { CheckId } from '../../core/diagnosis/causes/checks';
import type { CheckResult } from '../../core/diagnosis/check-result';

/** What a check has found, before it is said which one it was and how long it took. */
export type Finding = Omit<CheckResult, 'id' | 'tookMs'> & { readonly result: 'fine' | 'problem' | 'not-possible' };

/**
 * One thing to look at, on a click only. Each is bounded in time by itself, gives up when the signal fires and changes
 * nothing: it asks for no password, decrypts nothing and renews no token.
 */
export interface Check {
  readonly id: CheckId;
  /** Every host that it would talk to, named before it does; empty for one that stays on this Mac. */
  readonly hosts: readonly string[];
  /** Not to be relied on to settle: whoever calls it bounds it. */
  run(signal: AbortSignal): Promise<Finding>;
  /** Of one that waits for several: what has answered, and who has not. One sentence or two for a person. */
  soFar?(): Promise<string>;
}
