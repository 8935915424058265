import type { CauseId } from '../../../electron/core/diagnosis/causes/causes';
import type { CureId } from '../../../electron/core/diagnosis/causes/cures';
import type { DiagnosisFacts } from '../../../electron/core/diagnosis/facts';

export interface DiagnosisCase {
  /** As the end of "It finds …" or "It tells …". */
  readonly name: string;
  readonly facts: DiagnosisFacts;
  readonly cause: CauseId;
  readonly cure: CureId;
  /** With two causes at once: the one that is told after. */
  readonly then?: CauseId;
  /** With three: both of the others, in any order. */
  readonly others?: readonly [CauseId, CauseId];
}

export const one = (name: string, facts: DiagnosisFacts, cause: CauseId, cure: CureId): DiagnosisCase => ({
  name,
  facts,
  cause,
  cure,
});

export const both = (
  name: string,
  facts: DiagnosisFacts,
  cause: CauseId,
  cure: CureId,
  then: CauseId,
): DiagnosisCase => ({ name, facts, cause, cure, then });

export const three = (
  name: string,
  facts: DiagnosisFacts,
  cause: CauseId,
  cure: CureId,
  others: readonly [CauseId, CauseId],
): DiagnosisCase => {
  const [then] = others;
  return { name, facts, cause, cure, then, others };
};
