import { formatOutsideText } from '../text/format-outside-text';
import { isoTime } from '../time/outside-numbers';
import { checks } from './causes/checks';
import type { CheckResult } from './check-result';
import type { Diagnosis } from './diagnosis';

/** One check as it is printed: without the facts, which the diagnosis has made use of. */
export interface ReportedCheck {
  readonly id: CheckResult['id'];
  readonly title: string;
  readonly lookedAt: string;
  readonly result: CheckResult['result'];
  readonly sentence: string;
  readonly tookMs: number;
}

/** What `latchkey doctor --json` prints; fields are only ever added. */
export interface DoctorReport {
  readonly schemaVersion: 1;
  /** ISO 8601 UTC. */
  readonly takenAt: string;
  readonly checks: readonly ReportedCheck[];
  readonly diagnosis: Diagnosis;
}

/**
 * Every field is named here, so that nothing else can slip into what is printed.
 *
 * @param now milliseconds since 1970.
 */
export const doctorReport = (results: readonly CheckResult[], diagnosis: Diagnosis, now: number): DoctorReport => ({
  schemaVersion: 1,
  takenAt: isoTime(now),
  checks: results.map(reportedCheck),
  diagnosis,
});

export const reportedCheck = ({ id, lookedAt, result, sentence, tookMs }: CheckResult): ReportedCheck => ({
  id,
  title: checks[id].title,
  lookedAt: formatOutsideText(lookedAt),
  result,
  sentence: formatOutsideText(sentence),
  tookMs: Math.round(tookMs),
});
