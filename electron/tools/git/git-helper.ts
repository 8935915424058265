/** A credential helper by its kind. What a helper's shell text says beyond that is dropped: it may hold a password. */
export type GitHelper =
  /** An empty value: what was listed before does not count. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'osxkeychain' }
  | { readonly kind: 'manager' }
  | { readonly kind: 'cache' }
  | { readonly kind: 'gh' }
  /** `path`: its `--file`; null for the usual files. */
  | { readonly kind: 'store'; readonly path: string | null }
  /** The AWS CLI's helper for CodeCommit; `profile`: the one that it is told, null where it is told none. */
  | { readonly kind: 'aws'; readonly profile: string | null }
  /** `name`: what the program is called, where that can be told. `behind`: the program that it runs, where it runs one. */
  | { readonly kind: 'other'; readonly name: string | null; readonly behind?: string };

const longestHelper = 4096;

/** @param value of `credential.helper`: a name, an absolute path, or `!` and shell text (git's gitcredentials). */
export const parseGitHelper = (value: string): GitHelper => {
  const text = value.trim();
  if (text === '') return { kind: 'reset' };
  if (text.length > longestHelper) return { kind: 'other', name: null };
  const isShellText = text.startsWith('!');
  const words = wordsOf(text.replace(/^!\s*/, ''));
  const { assigned, command } = isShellText ? withoutPrefix(words) : { assigned: [], command: words };
  const [program = '', ...given] = command;
  // A line of several commands does what none of its words tells.
  if (isShellText && words.some((word) => /^(?:[;&|]+|.*;|.*\(\).*|\{|\$\(.*)$/.test(word))) {
    return { kind: 'other', name: safeName(program) };
  }
  const base = program.slice(program.lastIndexOf('/') + 1);
  // `!git credential-osxkeychain` and `!git credential osxkeychain` are the helper itself.
  const isThroughGit = base === 'git' && given[0]?.startsWith('credential-');
  const [name, options] = isThroughGit ? [given[0] ?? '', given.slice(1)] : [base, given];
  const helper = name.replace(/^git-credential-|^credential-/, '').replace(/\.exe$/, '');
  if (helper === 'osxkeychain' || helper === 'cache') return { kind: helper };
  if (helper === 'manager' || helper === 'manager-core') return { kind: 'manager' };
  if (helper === 'store') return { kind: 'store', path: optionValue(options, '--file') };
  if (helper === 'gh' && options[0] === 'auth' && options[1] === 'git-credential') return { kind: 'gh' };
  if (helper === 'aws' && options.includes('codecommit') && options.includes('credential-helper')) {
    return { kind: 'aws', profile: optionValue(options, '--profile') ?? profileIn(assigned) };
  }
  const behind = runBy(helper, options);
  return { kind: 'other', name: safeName(helper), ...(behind === null ? {} : { behind }) };
};

const safeName = (name: string): string | null => (/^[a-z][a-z0-9._-]{0,39}$/i.test(name) ? name : null);

/** Without what a shell line may begin with: variables, `env`, `exec`, `command`. */
const withoutPrefix = (words: readonly string[]) => {
  const isPrefix = (word: string) => /^(?:(?:.*\/)?env|exec|command|[A-Za-z_]\w*=.*)$/s.test(word);
  const first = words.findIndex((word) => !isPrefix(word));
  return { assigned: words.slice(0, Math.max(first, 0)), command: first < 0 ? [] : words.slice(first) };
};

const profileIn = (assigned: readonly string[]): string | null =>
  assigned.map((word) => /^AWS_(?:DEFAULT_)?PROFILE=(.{1,200})$/.exec(word)?.[1]).find((name) => name) ?? null;

/** What a program that hands a login to another one runs: `aws-vault exec work -- aws …`, `op plugin run -- gh …`. */
const runBy = (helper: string, options: readonly string[]): string | null => {
  if (helper !== 'aws-vault' && helper !== 'op' && helper !== 'granted' && helper !== 'assume') return null;
  const program = options[options.indexOf('--') + 1];
  return options.includes('--') && program !== undefined ? safeName(program.slice(program.lastIndexOf('/') + 1)) : null;
};

const optionValue = (options: readonly string[], option: string): string | null => {
  for (const [index, given] of options.entries()) {
    if (given === option) return options[index + 1] ?? null;
    if (given.startsWith(`${option}=`)) return given.slice(option.length + 1);
  }
  return null;
};

/** Words as a shell would split them, as far as helpers need it: quotes and backslashes. */
const wordsOf = (text: string): readonly string[] =>
  (text.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/gs) ?? []).map((word) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/gs, (_all, double, single, escaped) =>
      String(double ?? single ?? escaped ?? ''),
    ),
  );
