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
  /** `name`: what the program is called, where that can be told. */
  | { readonly kind: 'other'; readonly name: string | null };

const longestHelper = 4096;

/** @param value of `credential.helper`: a name, an absolute path, or `!` and shell text (git's gitcredentials). */
export const parseGitHelper = (value: string): GitHelper => {
  const text = value.trim();
  if (text === '') return { kind: 'reset' };
  if (text.length > longestHelper) return { kind: 'other', name: null };
  const [program = '', ...given] = wordsOf(text.replace(/^!\s*/, ''));
  const base = program.slice(program.lastIndexOf('/') + 1);
  // `!git credential-osxkeychain` and `!git credential osxkeychain` are the helper itself.
  const isThroughGit = base === 'git' && given[0]?.startsWith('credential-');
  const [name, options] = isThroughGit ? [given[0] ?? '', given.slice(1)] : [base, given];
  const helper = name.replace(/^git-credential-|^credential-/, '').replace(/\.exe$/, '');
  if (helper === 'osxkeychain' || helper === 'cache') return { kind: helper };
  if (helper === 'manager' || helper === 'manager-core') return { kind: 'manager' };
  if (helper === 'store') return { kind: 'store', path: fileOption(options) };
  if (helper === 'gh' && options[0] === 'auth' && options[1] === 'git-credential') return { kind: 'gh' };
  return { kind: 'other', name: /^[a-z][a-z0-9._-]{0,39}$/i.test(helper) ? helper : null };
};

const fileOption = (options: readonly string[]): string | null => {
  for (const [index, option] of options.entries()) {
    if (option === '--file') return options[index + 1] ?? null;
    if (option.startsWith('--file=')) return option.slice('--file='.length);
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
