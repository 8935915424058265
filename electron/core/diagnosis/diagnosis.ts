import type { CauseKind } from './causes/cause';
import type { CauseId } from './causes/causes';
import type { CheckId } from './causes/checks';
import type { Cure, CureAction, Invasiveness } from './causes/cure';
import type { CureId } from './causes/cures';
import type { FactName } from './facts';
import type { MessageVerdict } from './messages/message';
import type { SymptomId } from './symptoms';

/**
 * On what grounds a cause is named. `measured` and `inferred`: by facts. `told`: the message or symptom says so and no fact
 * contradicts. `hint`: a fact that may have to do with it.
 */
export type Grounds = 'measured' | 'inferred' | 'told' | 'hint';

/** One sentence that names the fact and whether it was measured. */
export interface Evidence {
  readonly about: FactName | 'message' | 'symptom';
  readonly basis: 'measured' | 'inferred' | 'told';
  readonly sentence: string;
}

export interface Step {
  readonly id: CureId;
  readonly title: string;
  readonly invasiveness: Invasiveness;
  readonly does: string;
  readonly costs: string;
  readonly by: Cure['by'];
  readonly action: CureAction | null;
  readonly seenToWork: { readonly check: CheckId; readonly sentence: string };
}

export interface RankedCause {
  readonly id: CauseId;
  readonly kind: CauseKind;
  readonly title: string;
  readonly sentence: string;
  /** What people do about it that does not help; left out where nothing is known to be. */
  readonly mistake?: string;
  readonly grounds: Grounds;
  readonly evidence: readonly Evidence[];
  /** The least invasive first. */
  readonly cures: readonly Step[];
}

/** As `latchkey doctor --json` prints it; fields are only ever added. */
export interface Diagnosis {
  readonly schemaVersion: 1;
  /** One sentence: what it is, or that nothing was found. */
  readonly summary: string;
  /** What to deal with first stands first. Never empty. */
  readonly causes: readonly RankedCause[];
  /** Null when no text was given. */
  readonly message: MessageVerdict | null;
  /** One sentence where a text and what was measured do not agree; null where they do. */
  readonly disagreement: string | null;
  readonly symptom: { readonly id: SymptomId; readonly title: string } | null;
  readonly tool: string | null;
  /** What a question was asked of and nobody had measured. */
  readonly notMeasured: readonly { readonly fact: FactName; readonly reason: string }[];
}
