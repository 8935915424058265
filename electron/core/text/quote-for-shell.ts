/** One word for zsh, bash and sh, whatever is in it. */
export const quoteForShell = (word: string): string =>
  /^[A-Za-z0-9_./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
