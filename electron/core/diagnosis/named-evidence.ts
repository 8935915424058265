import { formatOutsideText } from '../text/format-outside-text';
import type { CauseId } from './causes/causes';
import { lockCauses } from './contradictions';
import type { Evidence } from './diagnosis';
import type { DiagnosisFacts } from './facts';
import { localPrograms } from './messages/local-programs';
import { otherKeychain } from './other-keychain';
import { type Context, evidenceOf, knownFact } from './question';

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
