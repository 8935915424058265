const mostArguments = 32;

/** A command line of `security -i` in words, as `split_line` in Apple's `security.c` does it: `\` escapes inside quotes too. */
export const splitLine = (line: string): readonly string[] => {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  let isEscaped = false;
  for (const character of line) {
    if (words.length >= mostArguments) return words;
    if (isEscaped) {
      word = (word ?? '') + character;
      isEscaped = false;
    } else if (word === null) {
      if (/\s/.test(character)) continue;
      if (character === '"' || character === "'") {
        quote = character;
        word = '';
      } else if (character === '\\') {
        word = '';
        isEscaped = true;
      } else word = character;
    } else if (character === '\\') {
      isEscaped = true;
    } else if (quote === null ? /\s/.test(character) : character === quote) {
      words.push(word);
      word = null;
      quote = null;
    } else word += character;
  }
  return word === null ? words : [...words, word];
};
