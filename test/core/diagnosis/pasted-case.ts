import type { CauseId } from '../../../electron/core/diagnosis/causes/causes';
import type { CureId } from '../../../electron/core/diagnosis/causes/cures';
import type { DiagnosisFacts } from '../../../electron/core/diagnosis/facts';
import type { DiagnosisCase } from './diagnosis-case';
import { type LogId, pasted } from './pasted-logs';
import { facts, saying } from './sample-diagnosis-facts';

export interface PastedCase extends DiagnosisCase {
  readonly text: string;
}

/** A log with a text in its middle, what is known beside it, and what is right: the cause, its cure, what is told after. */
export const log = (
  name: string,
  id: LogId,
  text: string,
  known: Partial<DiagnosisFacts>,
  [cause, cure, then]: readonly [CauseId, CureId, CauseId?],
): PastedCase => {
  const whole = pasted(id, text);
  const expected = { name: `${name}, in a log`, cause, cure, ...(then === undefined ? {} : { then }) };
  return { ...expected, facts: facts({ ...saying(whole), ...known }), text: whole };
};
