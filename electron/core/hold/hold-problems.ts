import { formatAutoLockSettings } from '../auto-lock/format-auto-lock';
import { formatOutsideText, keychainName } from '../text/format-outside-text';
import type { HoldProblem } from '../words/hold';
import type { HoldEntry } from './hold-journal';
import type { RestoreStep } from './hold-restore';

type Unsolved = Exclude<RestoreStep, { kind: 'settled' } | { kind: 'write-before' }>;

/** Where a keychain that is missing is under another name; `unknown`: it could not be looked for, with why as a clause. */
export type RenamedKeychain =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Tells what keeps a keychain's settings from being put back, and what to do next. */
export const problemOf = (
  { path, before }: HoldEntry,
  step: Unsolved,
  renamed: RenamedKeychain = { kind: 'none' },
): HoldProblem => {
  const name = formatOutsideText(keychainName(path));
  const was = formatAutoLockSettings(before);
  switch (step.kind) {
    case 'wait-for-unlock':
      return {
        path,
        before,
        kind: 'locked',
        sentence: `The ${name} keychain is locked, and macOS changes the settings of an unlocked one only. They are put back (${was}) at its next unlock.`,
      };
    case 'ask':
      return {
        path,
        before,
        kind: 'changed-elsewhere',
        now: step.now,
        sentence: `Something else has changed the settings of the ${name} keychain. Before: ${was}. Now: ${formatAutoLockSettings(step.now)}. Choose which ones it is to have.`,
      };
    case 'replaced':
      return {
        path,
        before,
        kind: 'replaced',
        now: step.now,
        sentence: `Another keychain is where the ${name} keychain was. Before: ${was}. Now: ${formatAutoLockSettings(step.now)}. Choose which settings it is to have.`,
      };
    case 'missing':
      return {
        path,
        before,
        kind: 'missing',
        ...(renamed.kind === 'found' ? { foundAt: renamed.path } : {}),
        sentence:
          renamed.kind === 'found'
            ? `The ${name} keychain seems to be ${formatOutsideText(renamed.path)} now. Put its settings back there (${was}), or let it be.`
            : `The ${name} keychain is not at ${formatOutsideText(path)} any more. Its settings (${was}) are put back when it is there again; or let it be.${notLookedFor(renamed)}`,
      };
    case 'look-again':
      return failedProblem({ path, before }, step.reason);
  }
};

const notLookedFor = (renamed: RenamedKeychain): string =>
  renamed.kind === 'unknown'
    ? ` Whether it has another name now could not be looked up: ${formatOutsideText(renamed.reason)}.`
    : '';

/** What did not work just now and is tried again. @param reason a sentence */
export const failedProblem = ({ path, before }: Pick<HoldEntry, 'path' | 'before'>, reason: string): HoldProblem => ({
  path,
  before,
  kind: 'failed',
  sentence: `The settings of the ${formatOutsideText(keychainName(path))} keychain (${formatAutoLockSettings(before)}) could not be put back yet: ${reason} It is tried again.`,
});

/** What all of them wait for: a decision first, since nothing else solves it. */
export const waitsFor = (problems: readonly HoldProblem[]): 'unlock' | 'decision' | undefined => {
  if (problems.some(({ kind }) => kind === 'changed-elsewhere' || kind === 'missing' || kind === 'replaced'))
    return 'decision';
  return problems.some(({ kind }) => kind === 'locked') ? 'unlock' : undefined;
};
