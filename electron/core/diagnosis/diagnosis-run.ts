import type { CheckId } from './causes/checks';
import type { DoctorReport, ReportedCheck } from './doctor-report';
import type { OutcomeAfterCure } from './outcome-after-cure';
import type { SymptomId } from './symptoms';

/** What a diagnosis was asked about. A pasted text is not among it: only that there was one. */
export interface AskedQuestion {
  readonly tool: string | null;
  readonly symptom: SymptomId | null;
  readonly hasMessage: boolean;
  /** Whether the network checks were allowed. */
  readonly network: boolean;
}

/** The diagnosis that was asked for last, as it is published. */
export type DiagnosisRun =
  | {
      readonly phase: 'running';
      readonly asked: AskedQuestion;
      readonly startedAt: string;
      /** How many checks have ended, of how many. */
      readonly done: number;
      readonly of: number;
      /** What is looked at now, as the checks are called. */
      readonly current: readonly string[];
      /** What has ended, in the order in which it did. */
      readonly finished: readonly ReportedCheck[];
      /** What hangs, as far as that shows: with what it can tell already, and who has not answered. */
      readonly slow: readonly SlowCheckTold[];
    }
  | { readonly phase: 'cancelled'; readonly asked: AskedQuestion; readonly at: string }
  | {
      readonly phase: 'done';
      readonly asked: AskedQuestion;
      readonly report: DoctorReport;
      /** What the second look says of the cure that was tried; null after a first one. */
      readonly afterCure: OutcomeAfterCure | null;
    };

export interface SlowCheckTold {
  readonly id: CheckId;
  readonly title: string;
  readonly sentence: string;
}

export type EndedDiagnosis = Exclude<DiagnosisRun, { readonly phase: 'running' }>;

/** What can be asked about, and whom the network checks would talk to. Nobody is contacted to find it out. */
export interface DiagnosisChoices {
  readonly tools: readonly { readonly id: string; readonly name: string; readonly hosts: readonly string[] }[];
  /** Where no tool is named. */
  readonly hosts: readonly string[];
  readonly symptoms: readonly { readonly id: SymptomId; readonly title: string }[];
}

/** A pasted text that is longer is cut; a message stands at one of its ends. */
export const mostMessageCharacters = 65_536;
