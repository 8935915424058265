import type { CauseId } from '../../core/diagnosis/causes/causes';
import type { CureId } from '../../core/diagnosis/causes/cures';
import type { CheckResult } from '../../core/diagnosis/check-result';
import type { Diagnosis } from '../../core/diagnosis/diagnosis';
import { type DoctorReport, doctorReport } from '../../core/diagnosis/doctor-report';
import { diagnose } from '../../core/diagnosis/engine';
import type { DiagnosisFacts } from '../../core/diagnosis/facts';
import { mergeFacts } from '../../core/diagnosis/merge-facts';
import { matchMessage } from '../../core/diagnosis/messages/match-message';
import type { MessageFact } from '../../core/diagnosis/messages/message';
import { type OutcomeAfterCure, outcomeAfterCure } from '../../core/diagnosis/outcome-after-cure';

/** What a pasted text is; the text goes no further. */
export const recognise = (text: string, tool: string | undefined): MessageFact => matchMessage(text, tool);

/** @param now milliseconds since 1970 */
export const concludeDiagnosis = (
  known: readonly DiagnosisFacts[],
  results: readonly CheckResult[],
  now: number,
): { readonly diagnosis: Diagnosis; readonly report: DoctorReport } => {
  const diagnosis = diagnose(mergeFacts([...known, ...results.map(({ facts }) => facts)]));
  return { diagnosis, report: doctorReport(results, diagnosis, now) };
};

/** @param tried the cure that was tried, and what it was to cure; null where it was only looked again. */
export const compareAfterCure = (
  before: Diagnosis,
  after: Diagnosis,
  tried: { readonly cause: CauseId; readonly cure: CureId } | null,
): OutcomeAfterCure => outcomeAfterCure(curedFirst(before, tried?.cause), after, tried?.cure);

/** The cause whose cure was tried as its first, whichever stood there. */
const curedFirst = (before: Diagnosis, cause: CauseId | undefined): Diagnosis => {
  const cured = before.causes.find(({ id }) => id === cause);
  return cured === undefined ? before : { ...before, causes: [cured, ...before.causes.filter((one) => one !== cured)] };
};
