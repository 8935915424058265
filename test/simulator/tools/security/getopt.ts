import { complain } from '../../tool-call';

/** Options in the order given, and what follows them. BSD's `getopt` stops at the first argument that is none. */
export interface Options {
  readonly letters: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string>>;
  readonly rest: readonly string[];
}

/**
 * @param specification letters; one that takes a value is followed by `:`, by `?` when the last may leave its value out
 * @returns null after a complaint on stderr
 */
export const getopt = (args: readonly string[], specification: string): Options | null => {
  const letters = new Set<string>();
  const values: Record<string, string> = {};
  let index = 0;
  for (; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--') {
      index += 1;
      break;
    }
    if (!argument.startsWith('-') || argument === '-') break;
    for (let position = 1; position < argument.length; position += 1) {
      const letter = argument[position] ?? '';
      const place = specification.indexOf(letter);
      if (place < 0 || letter === ':' || letter === '?') {
        complain(`security: illegal option -- ${letter}\n`);
        return null;
      }
      letters.add(letter);
      const kind = specification[place + 1];
      if (kind !== ':' && kind !== '?') continue;
      const inline = argument.slice(position + 1);
      if (inline === '') index += 1;
      const value = inline === '' ? args[index] : inline;
      if (value === undefined && kind === ':') {
        complain(`security: option requires an argument -- ${letter}\n`);
        return null;
      }
      if (value !== undefined) values[letter] = value;
      break;
    }
  }
  return { letters, values, rest: args.slice(index) };
};
