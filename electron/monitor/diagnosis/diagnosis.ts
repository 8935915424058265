import type { CauseId } from '../../core/diagnosis/causes/causes';
import { checks as titles } from '../../core/diagnosis/causes/checks';
import type { CureId } from '../../core/diagnosis/causes/cures';
import type { CheckResult } from '../../core/diagnosis/check-result';
import type { Diagnosis } from '../../core/diagnosis/diagnosis';
import type { AskedQuestion, DiagnosisChoices, EndedDiagnosis } from '../../core/diagnosis/diagnosis-run';
import { reportedCheck } from '../../core/diagnosis/doctor-report';
import { type DiagnosisFacts, notMeasured } from '../../core/diagnosis/facts';
import { type SymptomId, symptomIds, symptoms } from '../../core/diagnosis/symptoms';
import { failure, type Outcome, success } from '../../core/outcome';
import { formatOutsideText } from '../../core/text/format-outside-text';
import { asClause } from '../../core/text/mid-sentence';
import { isoTime } from '../../core/time/outside-numbers';
import { hostsToContact } from '../../system/checks/network/hosts-to-contact';
import type { NetworkDoor } from '../../system/checks/network/network-door';
import type { CheckProgress } from '../../system/checks/run-checks';
import type { MacDoors } from '../../system/doors';
import type { Credentials } from '../look/credentials';
import type { StateKeeper } from '../loop/state-keeper';
import type { DiagnosisLook } from './diagnosis-look';

export interface DiagnosisQuestion {
  /** As in the credentials. */
  readonly tool?: string;
  readonly symptom?: SymptomId;
  /** What the tool printed. It is looked at once and goes no further. */
  readonly message?: string;
  /** Allows the checks that talk to the network. */
  readonly network: boolean;
}

/** The cure that was tried before looking again, and what it was to cure. */
export interface TriedCure {
  readonly cause: CauseId;
  readonly cure: CureId;
}

type Answer = Promise<Outcome<EndedDiagnosis, 'busy' | 'no-such-tool' | 'nothing-asked' | 'not-loaded'>>;

/** What a click does to find out why a tool says that it is logged out. All of it shows in `MonitorState.diagnosis`. */
export interface Diagnosing {
  diagnose(question: DiagnosisQuestion): Answer;
  /**
   * Makes the checks of the last question once more, and says whether the cure has worked.
   *
   * @param network whether the network may be used this time. Default: as it was allowed for the question.
   */
  diagnoseAgain(tried?: TriedCure, network?: boolean): Answer;
  cancelDiagnosis(): void;
  /** Cancels, and resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/** Asked for only where the network checks are allowed. */
export type OpenNetwork = () => Outcome<NetworkDoor, 'no-network'>;

interface DiagnosingTools {
  readonly doors: MacDoors;
  readonly keeper: StateKeeper;
  readonly openNetwork: OpenNetwork;
  /** Begins one more look at everything, in its turn among those of the loop. */
  look(): DiagnosisLook;
}

/** What is kept of a question: never the text that was pasted. */
interface Kept {
  readonly asked: AskedQuestion;
  readonly told: Promise<Pick<DiagnosisFacts, 'tool' | 'symptom' | 'message'>>;
}

/** The messages, causes and cures are a fifth of the program: they are loaded with the first question. */
const loadConclusion = () => import('./diagnosis-conclusion');
/** So are the checks. */
const loadChecks = async () => ({
  ...(await import('./diagnosis-checks')),
  ...(await import('../../system/checks/run-checks')),
});

export const createDiagnosing = ({ doors, keeper, openNetwork, look }: DiagnosingTools): Diagnosing => {
  let underWay: { readonly abort: AbortController; readonly ended: Answer } | null = null;
  let last: Kept | null = null;
  let lastDiagnosis: Diagnosis | null = null;
  const timestamp = () => isoTime(doors.host.now());

  const examine = async (
    { asked }: Kept,
    network: NetworkDoor | null,
    signal: AbortSignal,
  ): Promise<readonly CheckResult[]> => {
    const startedAt = timestamp();
    const { createDiagnosisChecks, runChecks } = await loadChecks();
    const checks = createDiagnosisChecks(doors, { tool: asked.tool, network, look });
    const publish = ({ finished, running, slow }: Omit<CheckProgress, 'waiting'>) =>
      keeper.update({
        diagnosis: {
          phase: 'running',
          asked,
          startedAt,
          done: finished.length,
          of: checks.length,
          current: running.map((id) => titles[id].title),
          finished: finished.map(reportedCheck),
          slow: slow.map(({ id, sentence }) => ({
            id,
            title: titles[id].title,
            sentence: formatOutsideText(sentence),
          })),
        },
      });
    publish({ finished: [], running: [], slow: [] });
    return runChecks(checks, { signal, onProgress: publish });
  };

  const run = async (kept: Kept, signal: AbortSignal, tried: TriedCure | null | undefined): Answer => {
    const before = lastDiagnosis;
    const { asked, told } = kept;
    const network = asked.network ? openNetwork() : networkChecksOff;
    const results = await examine(kept, network.ok ? network.value : null, signal);
    if (signal.aborted) return end({ phase: 'cancelled', asked, at: timestamp() });
    const known = network.ok ? {} : withoutNetwork(network.reason);
    const { concludeDiagnosis, compareAfterCure } = await loadConclusion();
    const { diagnosis, report } = concludeDiagnosis([await told, known], results, doors.host.now());
    lastDiagnosis = diagnosis;
    const afterCure = tried === undefined || before === null ? null : compareAfterCure(before, diagnosis, tried);
    return end({ phase: 'done', asked, report, afterCure });
  };

  const end = (diagnosis: EndedDiagnosis) => {
    keeper.update({ diagnosis });
    return success(diagnosis);
  };

  /** @param tried undefined: a new question. Null: the former one again, without a cure. */
  const begin = (kept: Kept, tried?: TriedCure | null): Answer => {
    if (underWay !== null) return Promise.resolve(failure('busy', 'A diagnosis is already under way.'));
    last = kept;
    const abort = new AbortController();
    const ended = run(kept, abort.signal, tried)
      .catch(() => {
        // Its own code could not be loaded: another version lies where this one was started from.
        keeper.update({ diagnosis: null });
        return failure('not-loaded', 'Latchkey was replaced while it ran. Quit it and open it again.');
      })
      .finally(() => {
        underWay = null;
      });
    underWay = { abort, ended };
    return ended;
  };

  return {
    async diagnose(question) {
      const { tool } = question;
      if (tool !== undefined && !keeper.state().diagnosisChoices.tools.some(({ id }) => id === tool)) {
        return failure('no-such-tool', 'Latchkey does not know that tool.');
      }
      return begin(keptOf(question));
    },
    async diagnoseAgain(tried, network) {
      if (last === null) return failure('nothing-asked', 'There was no diagnosis yet.');
      const { asked, told } = last;
      return begin({ told, asked: { ...asked, network: network ?? asked.network } }, tried ?? null);
    },
    cancelDiagnosis() {
      underWay?.abort.abort();
    },
    async stop() {
      underWay?.abort.abort();
      await underWay?.ended;
    },
  };
};

const networkChecksOff = failure('no-network', 'Network checks are off.');

const withoutNetwork = (sentence: string): DiagnosisFacts => {
  const fact = notMeasured(asClause(sentence));
  return { claudeNewest: fact, hosts: fact, clockSkewSeconds: fact, service: fact };
};

const keptOf = ({ tool, symptom, message, network }: DiagnosisQuestion): Kept => {
  const told = loadConclusion().then(({ recognise }) => ({
    ...(tool === undefined ? {} : { tool }),
    ...(symptom === undefined ? {} : { symptom }),
    ...(message === undefined ? {} : { message: recognise(message, tool) }),
  }));
  // Whoever waits for it is told.
  told.catch(() => undefined);
  return { told, asked: { tool: tool ?? null, symptom: symptom ?? null, hasMessage: message !== undefined, network } };
};

/** @param tools all that are watched, as in the credentials. */
export const diagnosisChoices = (doors: MacDoors, { tools }: Pick<Credentials, 'tools'>): DiagnosisChoices => ({
  tools: tools.map(({ id, name }) => ({ id, name, hosts: hostsToContact(doors.host, id) })),
  hosts: hostsToContact(doors.host, null),
  symptoms: symptomIds.map((id) => ({ id, title: symptoms[id].title })),
});
