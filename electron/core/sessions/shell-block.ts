import { failure, type Outcome, success } from '../outcome';

/**
 * The marked lines that Latchkey puts at the end of a start-up file, and takes out again so that the file is what it was,
 * byte for byte. Files are held as text of one character per byte ("latin1"), for they need not be UTF-8.
 */

/** What was there before is said in the first line, for the way back. */
const openings = {
  usual: '# >>> latchkey >>>',
  afterUnendedLine: '# >>> latchkey, after a line that had no end >>>',
  inNewFile: '# >>> latchkey, in a file of its own >>>',
};
const closing = '# <<< latchkey <<<';

export type BlockProblem = 'damaged-block';

/** A file's text with the block in it, and the block's lines as they stand there. */
export interface TextWithBlock {
  readonly text: string;
  readonly lines: readonly string[];
}

/** @param text null where there is no file. Lines that are there already are replaced, where they are. */
export const addBlock = (text: string | null, lines: readonly string[]): Outcome<TextWithBlock, BlockProblem> => {
  const found = findBlock(text ?? '');
  if (!found.ok) return found;
  const between = (before: string, opening: string, after: string) => {
    const block = [opening, ...lines, closing];
    return success({ text: `${before}${block.join('\n')}\n${after}`, lines: block });
  };
  if (text === null) return between('', openings.inNewFile, '');
  if (found.value !== null) {
    const { start, end, opening } = found.value;
    return between(text.slice(0, start), opening, text.slice(end));
  }
  if (text === '' || text.endsWith('\n')) return between(text, openings.usual, '');
  return between(`${text}\n`, openings.afterUnendedLine, '');
};

/** @returns the text without the block; null where the file was made for it and nothing else has come into it since. */
export const removeBlock = (text: string): Outcome<string | null, BlockProblem> => {
  const found = findBlock(text);
  if (!found.ok) return found;
  if (found.value === null) return success(text);
  const { start, end, opening } = found.value;
  const rest = text.slice(end);
  const before = text.slice(0, start);
  if (opening === openings.inNewFile && before === '' && rest === '') return success(null);
  // Were something added behind the block, two lines would become one.
  if (opening === openings.afterUnendedLine && rest === '') {
    const addedEnd = lineEndAt(text, start + opening.length);
    return success(before.endsWith(addedEnd) ? before.slice(0, before.length - addedEnd.length) : before);
  }
  return success(before + rest);
};

export const hasBlock = (text: string): Outcome<boolean, BlockProblem> => {
  const found = findBlock(text);
  return found.ok ? success(found.value !== null) : found;
};

interface FoundBlock {
  readonly start: number;
  /** Behind the closing line's end. */
  readonly end: number;
  readonly opening: string;
}

const findBlock = (text: string): Outcome<FoundBlock | null, BlockProblem> => {
  const starts = Object.values(openings).flatMap((opening) =>
    linesThatAre(text, opening).map((start) => ({ start, opening })),
  );
  const ends = linesThatAre(text, closing);
  const [first] = starts;
  const [last] = ends;
  if (first === undefined && last === undefined) return success(null);
  if (first === undefined || last === undefined || starts.length > 1 || ends.length > 1 || last < first.start) {
    return failure(
      'damaged-block',
      'The lines between "# >>> latchkey" and "# <<< latchkey" are not as Latchkey wrote them. Take them out by hand.',
    );
  }
  const closed = last + closing.length;
  return success({ ...first, end: closed + lineEndAt(text, closed).length });
};

const lineEndAt = (text: string, at: number): string => /^(?:\r\n|\r|\n)?/.exec(text.slice(at, at + 2))?.[0] ?? '';

/** Where the lines begin that are exactly this. An editor may have turned the file's line ends to CRLF, or to CR alone. */
const linesThatAre = (text: string, line: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(line); at !== -1; at = text.indexOf(line, at + 1)) {
    const before = text[at - 1];
    const after = text[at + line.length];
    if (isLineEnd(before) && isLineEnd(after)) places.push(at);
  }
  return places;
};

const isLineEnd = (character: string | undefined): boolean =>
  character === undefined || character === '\n' || character === '\r';
