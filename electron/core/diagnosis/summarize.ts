import { midSentence } from '../text/mid-sentence';
import type { CauseKind } from './causes/cause';
import type { Diagnosis, Grounds } from './diagnosis';

const kindPhrase: Readonly<Record<CauseKind, string>> = {
  keychain: 'the keychain',
  session: 'the session',
  token: 'the token',
  network: 'the network',
  service: 'the service',
  configuration: 'the configuration',
};

const opening: Readonly<Record<Grounds, string>> = {
  measured: 'It is',
  inferred: 'It is, as far as can be told without measuring,',
  told: 'It is most likely',
  hint: 'It may be',
};

/** One sentence: which of the six it is, on what grounds, and how many other things were found. */
export const summarize = ({ causes, message }: Pick<Diagnosis, 'causes' | 'message'>): string => {
  const [first, ...others] = causes;
  const unknownText = message?.kind === 'unknown' ? `${message.sentence} ` : '';
  if (!first || first.id === 'unexplained') return `${unknownText}Nothing was found that explains it.`;
  const { kind, title, grounds } = first;
  const more =
    others.length === 0
      ? ''
      : ` ${others.length === 1 ? 'One more thing' : `${others.length} more things`} to look at after that.`;
  return `${unknownText}${opening[grounds]} ${kindPhrase[kind]}: ${midSentence(title)}.${more}`;
};
