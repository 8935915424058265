import { isoTime } from '../time/outside-numbers';
import type { SecuritySession } from '../words/keychain';
import { sessionPhrase } from './format-lock-state';

/** What the check does with its one item, in this order. */
export type AccessStepName = 'write' | 'read' | 'delete';

/** What a program that keeps its login in the keychain would meet. */
export type AccessProblem =
  | 'keychain-locked'
  | 'no-default-keychain'
  | 'no-keyring-service'
  | 'timed-out'
  | 'not-there'
  | 'wrong-value'
  | 'refused';

export type AccessStep =
  | { readonly step: AccessStepName; readonly result: 'ok' }
  | {
      readonly step: AccessStepName;
      readonly result: 'refused';
      readonly problem: AccessProblem;
      /** In which words it was refused, as such a program would show them; null where there were none. */
      readonly said: string | null;
    }
  /** Because of what came before it. */
  | { readonly step: AccessStepName; readonly result: 'not-tried' };

/** Why the check was not made at all. Nothing is known of the keychain then. */
export type AccessObstacle =
  | 'could-prompt'
  | 'no-private-keyring'
  | 'no-native-module'
  | 'still-waiting'
  | 'not-answered';

/** What the check has found, before it is told. */
export type AppAccess =
  | {
      readonly kind: 'checked';
      readonly steps: readonly AccessStep[];
      /** Items that an earlier check had left behind and this one has removed. */
      readonly removedLeftovers: number;
    }
  | { readonly kind: 'not-possible'; readonly code: AccessObstacle; readonly reason: string };

/** The last check, as it is published. */
export interface AppAccessCheck {
  readonly at: string;
  readonly verdict: 'works' | 'refused' | 'not-possible';
  /** `done`, or what stood in the way first. */
  readonly code: 'done' | AccessProblem | AccessObstacle;
  /** Empty where the check was not possible. */
  readonly steps: readonly AccessStep[];
  /** What was found and, where there is something to do, what. */
  readonly sentence: string;
}

/** @param now milliseconds since 1970. @param session the one that the check ran in, and that its answer holds for. */
export const tellAppAccess = (found: AppAccess, now: number, session: SecuritySession): AppAccessCheck => {
  const at = isoTime(now);
  if (found.kind === 'not-possible') {
    return { at, verdict: 'not-possible', code: found.code, steps: [], sentence: found.reason };
  }
  const { steps, removedLeftovers } = found;
  const refusal = steps.find((step) => step.result === 'refused');
  if (refusal) {
    const sentence = refusalSentence(refusal, session);
    return { at, verdict: 'refused', code: refusal.problem, steps, sentence };
  }
  const sentence = `Apps can use the keychain ${sessionPhrase[session]}: an item of Latchkey’s own was written, read and deleted.${leftoverSentence(removedLeftovers)}`;
  return { at, verdict: 'works', code: 'done', steps, sentence };
};

const leftoverSentence = (removed: number): string => {
  if (removed === 0) return '';
  return removed === 1
    ? ' One that an earlier check had left behind is removed.'
    : ` ${removed} that earlier checks had left behind are removed.`;
};

type Refusal = Extract<AccessStep, { result: 'refused' }>;

const refusalSentence = (refusal: Refusal, session: SecuritySession): string =>
  `${whatHappened(refusal, session)}${refusal.said === null ? '' : ` Apps are told: “${refusal.said}”`}${whatStays(refusal)}`;

const whatHappened = ({ step, problem }: Refusal, session: SecuritySession): string => {
  switch (problem) {
    case 'keychain-locked':
      return `The keychain is locked ${sessionPhrase[session]}, so apps cannot use it. Unlock it first.`;
    case 'no-default-keychain':
      return 'This account has no default keychain, so apps have nowhere to keep a login. Choose one in Keychain Access.';
    case 'no-keyring-service':
      return 'No keyring service is there to ask, so apps have nowhere to keep a login.';
    case 'timed-out':
      return `The keychain did not answer in time when an item was ${past[step]}. Apps that use it may hang. Try again in a minute.`;
    case 'not-there':
      return `The item was gone when it was to be ${past[step]}. Check again.`;
    case 'wrong-value':
      return 'The keychain gave back another value than the one that was written. Check again.';
    case 'refused':
      return `An item could not be ${past[step]} ${sessionPhrase[session]}.`;
  }
};

const past: Readonly<Record<AccessStepName, string>> = { write: 'written', read: 'read', delete: 'deleted' };

const whatStays = ({ step, problem }: Refusal): string => {
  if (problem === 'timed-out') return ' The item is removed as soon as it can be.';
  return step === 'delete' && problem !== 'not-there' ? ' The item is left behind; the next check removes it.' : '';
};

const resultWords: Readonly<Record<AccessStep['result'], string>> = {
  ok: 'ok',
  refused: 'refused',
  'not-tried': 'not tried',
};

/** "read refused" */
export const formatAccessStep = (step: AccessStep): string =>
  `${step.step} ${step.result === 'refused' && step.problem === 'timed-out' ? 'timed out' : resultWords[step.result]}`;
