import type { CauseId } from '../../../electron/core/diagnosis/causes';
import type { CureId } from '../../../electron/core/diagnosis/cures';
import type { DiagnosisFacts } from '../../../electron/core/diagnosis/facts';

export interface DiagnosisCase {
  /** As the end of "It finds …" or "It tells …". */
  readonly name: string;
  readonly facts: DiagnosisFacts;
  readonly cause: CauseId;
  readonly cure: CureId;
  /** With two causes at once: the one that is told after. */
  readonly then?: CauseId;
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
