import { formatOutsideText } from '../text/format-outside-text';
import type { CauseId } from './causes/causes';
import { lockCauses } from './contradictions';
import type { Evidence } from './diagnosis';
import type { DiagnosisFacts } from './facts';
import { writerSentence } from './item-writers';
import { localPrograms } from './messages/local-programs';
import { otherKeychain } from './other-keychain';
import { type Context, concerned, evidenceOf, knownFact } from './question';
import { needsKeychain } from './questions-of-keychain';

/** What a message named: a program of this Mac, variables that compete. */
export const namedEvidence = (cause: CauseId, { message }: DiagnosisFacts): readonly Evidence[] => {
  if (message?.kind !== 'recognised') return [];
  const { program, variables = [] } = message;
  if (cause === 'local-program-not-running' && program !== undefined) {
    return [evidenceOf('message', 'told', `it is about ${localPrograms[program].name}`)];
  }
  const isAboutVariables = cause === 'several-variables' || cause === 'variable-overrules';
  if (!isAboutVariables || variables.length === 0) return [];
  return [evidenceOf('message', 'told', `it names ${variables.join(' and ')}`)];
};

/** Who wrote the item, where the cause is about who may use it; empty where that is not known. */
export const aboutWriter = (cause: CauseId, context: Context): string => {
  if (cause !== 'keychain-access-denied' && cause !== 'permission-does-not-last') return '';
  const known = knownFact(context.facts, 'credentials');
  if (known.kind === 'not-measured' || context.tools === null) return '';
  const names = new Map(
    concerned(context, known.value)
      .filter(needsKeychain)
      .map(({ tool, name }) => [tool, name]),
  );
  const sentences = [...names].map(([tool, name]) => writerSentence(tool, name)).filter((one) => one !== null);
  // A text that many tools print is about one of them, nobody knows which.
  return sentences.length === 1 ? ` ${sentences[0]}` : '';
};

/** Causes that are about one keychain, which is not the login keychain for every tool. */
const aboutKeychain: readonly CauseId[] = [
  ...lockCauses,
  'keychain-access-denied',
  'login-not-stored',
  'keychain-file-unusable',
  'keychain-not-searched',
];

/** A cause about a keychain says which. */
export const sentenceWithKeychain = (cause: CauseId, sentence: string, context: Context): string => {
  if (!aboutKeychain.includes(cause)) return sentence;
  const login = knownFact(context.facts, 'loginKeychainPath');
  const path = otherKeychain(context) ?? (login.kind === 'known' ? login.value : undefined);
  return path === undefined ? sentence : `${sentence} It is about ${formatOutsideText(path)}.`;
};
