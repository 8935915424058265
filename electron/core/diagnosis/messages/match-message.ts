import { type ComparableText, comparableText } from './comparable-text';
import { hasWords } from './find-words';
import type { Message, MessageFact } from './message';
import { messages } from './messages';

interface Pattern {
  readonly message: Message;
  readonly parts: readonly string[];
  /** Letters and digits in it: the longer, the more it says. */
  readonly length: number;
}

const patternOf = (message: Message, text: string): Pattern => {
  const parts = text
    .split('*')
    .map((part) => comparableText(part).letters)
    .filter((part) => part !== '');
  return { message, parts, length: parts.join('').length };
};

/** What proves its cause goes before what only suggests it; then the longer text before the shorter. */
const patterns: readonly Pattern[] = messages
  .flatMap((message) => message.texts.map((text) => patternOf(message, text)))
  .sort((one, other) => weightOf(other) - weightOf(one) || other.length - one.length);

function weightOf({ message }: Pattern): number {
  return message.weight === 'proves' ? 1 : 0;
}

/**
 * The message that stands in a text; the text itself is not kept.
 *
 * @param text as pasted or read; in a very long one only both ends are looked at.
 * @param tool the tool that printed it, where that is known: then it is no other one's message, unless no message of it fits.
 */
export const matchMessage = (text: string, tool?: string): MessageFact => {
  const comparable = comparableText(text);
  const own = (pattern: Pattern) => tool === undefined || isOf(pattern.message, tool);
  const found =
    firstIn(comparable, patterns.filter(own)) ??
    firstIn(
      comparable,
      patterns.filter((one) => !own(one)),
    );
  if (!found) return { kind: 'unknown' };
  const { id, tools, causes, weight } = found;
  return { kind: 'recognised', id, tools: tool !== undefined && isOf(found, tool) ? [tool] : tools, causes, weight };
};

const isOf = ({ tools }: Message, tool: string): boolean => tools.length === 0 || tools.includes(tool);

const firstIn = (text: ComparableText, candidates: readonly Pattern[]): Message | undefined =>
  candidates.find(({ parts }) => hasWords(text, parts))?.message;
