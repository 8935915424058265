import type { MessageFact, MessageVerdict } from './message';
import { messages } from './messages';

/** What is shown of a recognised text; of an unknown one, that it is unknown. */
export const messageVerdict = (fact: MessageFact): MessageVerdict => {
  const message = fact.kind === 'recognised' ? messages.find(({ id }) => id === fact.id) : undefined;
  if (!message || fact.kind === 'unknown') {
    return {
      kind: 'unknown',
      sentence: 'Latchkey does not know this message; it asked the general questions instead.',
    };
  }
  const { id, meaning, severity, howToTell } = message;
  return { kind: 'recognised', id, tools: fact.tools, meaning, severity, howToTell };
};
