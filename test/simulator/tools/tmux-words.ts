interface Parsed {
  readonly flags: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string>>;
  /** What stands behind the options. */
  readonly command: readonly string[];
}

/**
 * Several commands in one call: a word that ends in a semicolon ends its command, and `\\;` at a word's end is a semicolon of
 * the word's own (tmux `cmd_parse_from_arguments`).
 */
export const splitCommands = (words: readonly string[]): readonly (readonly string[])[] => {
  const commands: string[][] = [[]];
  for (const word of words) {
    const own = /(?<!\\);$/.test(word) ? word.slice(0, -1) : word.replace(/\\;$/, ';');
    if (own !== '' || word === '') commands.at(-1)?.push(own);
    if (/(?<!\\);$/.test(word)) commands.push([]);
  }
  return commands.filter((command, index) => command.length > 0 || index === 0);
};

/** @param withValue the letters of the options that take a value */
export const parseOptions = (words: readonly string[], withValue: string): Parsed => {
  const flags = new Set<string>();
  const values: Record<string, string> = {};
  let index = 0;
  for (; /^-./.test(words[index] ?? ''); index += 1) {
    const letters = words[index]?.slice(1) ?? '';
    for (const [position, letter] of [...letters].entries()) {
      flags.add(letter);
      if (!withValue.includes(letter)) continue;
      const attached = letters.slice(position + 1);
      if (attached === '') index += 1;
      values[letter] = attached || (words[index] ?? '');
      break;
    }
  }
  return { flags, values, command: words.slice(index) };
};
