/**
 * A text without what tools, terminals and people change about it: colours, line breaks (in the middle of a word too),
 * quotes and other marks, letter case, digits of other scripts.
 */
export interface ComparableText {
  /** Letters and digits only. */
  readonly letters: string;
  /** At which index of `letters` a word begins; its length ends one as well. */
  readonly wordStarts: ReadonlySet<number>;
  /** Those of them right before which a minus sign stands, with no word before that: `-25308`, not `pid-25308`. */
  readonly afterMinus: ReadonlySet<number>;
  /** At which index a statement begins: a line, with those that a narrow terminal has broken it into. */
  readonly statementStarts: readonly number[];
}

/**
 * What is pasted beyond this is left out in its middle: a message stands at one of the two ends. One character may fold to
 * eighteen, so it holds for the folded text as well.
 */
export const mostCharacters = 65_536;

/** Control sequences (ECMA-48), titles and links (OSC); also where the escape character got lost or became a picture. */
const controlSequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u001b\u241b]\[[0-?]{0,64}[ -/]{0,8}[@-~]|\u009b[0-?]{0,64}[ -/]{0,8}[@-~]|\u001b\][^\u0007\u001b]{0,2048}(?:\u0007|\u001b\\)?|\[[0-9;]{1,16}m/g;

/** The same place under another name: this very Mac. */
const ownAddress = /(?<![\w:.])\[?::1\]?(?![\w:.]*:[\w:.]*:)/g;

/** Where the ten digits of a script begin that NFKC leaves as they are: Arabic-Indic, Persian, N’Ko, Devanagari, … */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
];

const minusSigns: ReadonlySet<string> = new Set(['-', '\u2212', '\u2013', '\u2010', '\u2011']);

export const comparableText = (text: string): ComparableText => {
  const folded = shorten(shorten(text).replace(controlSequences, ' ').normalize('NFKC')).toLowerCase();
  const wordStarts = new Set<number>();
  const afterMinus = new Set<number>();
  const statementStarts = [0];
  let letters = '';
  for (const { line, isBroken } of linesOf(folded.replace(ownAddress, ' localhost '))) {
    let before = ' ';
    let beforeThat = ' ';
    for (const character of line) {
      const kept = keep(character);
      if (kept !== '') {
        if (before !== wordMark) {
          wordStarts.add(letters.length);
          if (minusSigns.has(before) && !/[a._-]/.test(beforeThat)) afterMinus.add(letters.length);
        }
        letters += kept;
      }
      beforeThat = before;
      before = kept === '' ? character : wordMark;
    }
    if (!isBroken && letters.length > (statementStarts.at(-1) ?? 0)) statementStarts.push(letters.length);
  }
  wordStarts.add(letters.length);
  return { letters, wordStarts, afterMinus, statementStarts };
};

/** Which statement an index of the letters is in. */
export const statementAt = ({ statementStarts }: ComparableText, index: number): number => {
  let [low, high] = [0, statementStarts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((statementStarts[middle] ?? 0) <= index) low = middle;
    else high = middle;
  }
  return low;
};

/** Stands for a letter or digit. */
const wordMark = 'a';

interface Line {
  readonly line: string;
  /** A terminal has broken it here: it goes on in the next one. */
  readonly isBroken: boolean;
}

/** Lines that are as long as the longest were broken by a terminal; what a log repeats is a line of its own. */
const linesOf = (text: string): readonly Line[] => {
  const lines = text.split(/\r?\n|\r/);
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const isFull = (line: string) => line.length >= longest - 1 && counts.get(line) === 1;
  const isWrapped = longest > 8 && lines.filter(isFull).length > 1;
  return lines.map((line) => ({ line, isBroken: isWrapped && isFull(line) }));
};

const shorten = (text: string): string =>
  text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters / 2)} ${text.slice(-mostCharacters / 2)}`;

const keep = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) {
    const isKept = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    return isKept ? character : '';
  }
  const zero = zeros.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String(code - zero);
  return /^[\p{L}\p{N}]$/u.test(character) ? character : '';
};
