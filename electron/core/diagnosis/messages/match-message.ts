import type { CauseId } from '../causes/causes';
import { type ComparableText, comparableText, statementAt } from './comparable-text';
import { findWords, type Words } from './find-words';
import { programIn } from './local-programs';
import type { Message, MessageFact, MessageLevel } from './message';
import { messages } from './messages';
import { type Subjects, subjectsIn } from './subjects';

interface Pattern {
  readonly message: Message;
  readonly words: Words;
  /** Letters and digits in it: the longer, the more it says. */
  readonly length: number;
}

const patternOf = (message: Message, text: string): Pattern => {
  const parts = text
    .split('*')
    .map((part) => comparableText(part).letters)
    .filter((part) => part !== '');
  const words = {
    parts,
    isCode: /^-\d+$/.test(text),
    goesOn: text.endsWith('#'),
    inOneStatement: levelOf(message) === 'network',
  };
  return { message, words, length: parts.join('').length };
};

/** Made for the first text that is looked at: most runs see none. */
let madePatterns: readonly Pattern[] | null = null;
const patternsOfMessages = (): readonly Pattern[] => {
  madePatterns ??= messages.flatMap((message) => message.texts.map((text) => patternOf(message, text)));
  return madePatterns;
};

const levelOf = ({ level, tools }: Message): MessageLevel => level ?? (tools.length > 0 ? 'tool' : 'general');

const levels: readonly MessageLevel[] = ['network', 'general', 'answer', 'tool', 'exact'];

/** A message at one place of the text. */
interface Match {
  readonly message: Message;
  readonly length: number;
  readonly end: number;
  readonly statement: number;
  /** Of the tool that was told, or of any. */
  readonly isOwn: boolean;
  /** In a line about another program than the tool. */
  readonly isOther: boolean;
}

/**
 * The message that stands in a text: of all that do, the one that says most about the login, not the first or the longest.
 * The text itself is not kept.
 *
 * @param text as pasted or read; in a very long one only both ends are looked at.
 * @param tool the tool that printed it, where that is known: then it is no other one's message, unless no message of it fits.
 */
export const matchMessage = (text: string, tool?: string): MessageFact => {
  const comparable = comparableText(text);
  const subjects = subjectsIn(comparable);
  const matches = patternsOfMessages().flatMap((pattern) => matchesOf(pattern, comparable, subjects, tool));
  const [best] = matches.sort(bySaying);
  if (!best) return { kind: 'unknown' };
  const found = reasonFor(best, matches);
  const { id, meaning, severity = 'critical', howToTell, causes, weight = 'suggests' } = found.message;
  const program = causes.includes(localProgram) ? programIn(comparable) : undefined;
  const variables = causes.includes('several-variables') ? variablesIn(comparable) : [];
  return {
    kind: 'recognised',
    id,
    tools: toolsOf(found, subjects, tool),
    meaning,
    severity,
    howToTell,
    causes,
    weight,
    level: levelOf(found.message),
    ...(program === undefined ? {} : { program }),
    ...(variables.length === 0 ? {} : { variables }),
  };
};

const localProgram: CauseId = 'local-program-not-running';

const matchesOf = (
  { message, words, length }: Pattern,
  text: ComparableText,
  subjects: Subjects,
  tool: string | undefined,
): readonly Match[] =>
  findWords(text, words).map(({ end }) => {
    const statement = statementAt(text, end - 1);
    // Its own words are its own wherever they stand; those that many use are the line's.
    const isOther = message.tools.length === 0 && subjects.isOther(statement) && !message.id.startsWith('mcp');
    return { message, length, end, statement, isOwn: tool === undefined || isOf(message, tool), isOther };
  });

const isOf = ({ tools }: Message, tool: string): boolean => tools.length === 0 || tools.includes(tool);

const rankOf = ({ isOwn, isOther, message }: Match): number =>
  (isOwn ? 100 : 0) + (isOther ? 0 : 10) + levels.indexOf(levelOf(message));

/** Whose it is, then how much it says, then what proves its cause, then what fewer tools print, then the longer. */
const bySaying = (one: Match, other: Match): number =>
  rankOf(other) - rankOf(one) ||
  weightOf(other) - weightOf(one) ||
  toolCount(one) - toolCount(other) ||
  other.length - one.length;

/** Words that name no tool are anybody's. */
const toolCount = ({ message: { tools } }: Match): number => tools.length || Number.MAX_SAFE_INTEGER;

const weightOf = ({ message }: Match): number => (message.weight === 'proves' ? 1 : 0);

/** “Authentication failed: … ENOTFOUND”: what the same statement proves after it is the reason, and the login is not. */
const reasonFor = (best: Match, matches: readonly Match[]): Match =>
  weightOf(best) === 1
    ? best
    : (matches.find(
        (one) =>
          one.message.weight === 'proves' && one.isOwn && one.statement === best.statement && isReason(one, best),
      ) ?? best);

/** Before a tool's own words it is another line's trouble, as a rule. */
const isReason = (one: Match, best: Match): boolean => one.end > best.end || levelOf(best.message) === 'general';

/** A general text belongs to the tool whose line it is; one that many tools print, to those that the text names. */
const toolsOf = ({ message, statement }: Match, subjects: Subjects, tool: string | undefined): readonly string[] => {
  if (tool !== undefined && message.tools.includes(tool) && message.passesOn !== true) return [tool];
  const named = subjects.toolsOf(statement);
  if (message.passesOn === true) return [...new Set([...message.tools, ...named])];
  if (message.tools.length === 0) return named;
  const both = message.tools.filter((one) => named.includes(one));
  return both.length > 0 ? both : message.tools;
};

/** What can compete with Claude Code's login, by the names that a message calls it by. */
const namedVariables = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'apiKeyHelper',
  'CLAUDE_CODE_USE_BEDROCK',
  'CLAUDE_CODE_USE_VERTEX',
  'CLAUDE_CODE_USE_FOUNDRY',
] as const;

/** Those that a text names, in this order. */
const variablesIn = (text: ComparableText): readonly string[] =>
  namedVariables.filter((name) => findWords(text, { parts: [comparableText(name).letters] }).length > 0);
