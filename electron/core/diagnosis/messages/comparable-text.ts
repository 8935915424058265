/**
 * A text without what tools, terminals and people change about it: colours, line breaks (in the middle of a word too),
 * quotes and other marks, letter case, digits of other scripts.
 */
export interface ComparableText {
  /** Letters and digits only. */
  readonly letters: string;
  /** At which index of `letters` a word begins; its length ends one as well. */
  readonly wordStarts: ReadonlySet<number>;
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

/** Where the ten digits of a script begin that NFKC leaves as they are: Arabic-Indic, Persian, N’Ko, Devanagari, … */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
];

export const comparableText = (text: string): ComparableText => {
  const folded = shorten(shorten(text).replace(controlSequences, ' ').normalize('NFKC')).toLowerCase();
  const wordStarts = new Set<number>();
  let letters = '';
  let isInWord = false;
  for (const character of folded) {
    const kept = keep(character);
    if (kept !== '' && !isInWord) wordStarts.add(letters.length);
    isInWord = kept !== '';
    letters += kept;
  }
  wordStarts.add(letters.length);
  return { letters, wordStarts };
};

const shorten = (text: string): string =>
  text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters / 2)} ${text.slice(-mostCharacters / 2)}`;

const keep = (character: string): string => {
  if (/^[a-z0-9]$/.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return '';
  const zero = zeros.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String(code - zero);
  return /^[\p{L}\p{N}]$/u.test(character) ? character : '';
};
