import { formatOutsideText } from '../text/format-outside-text';
import type { CheckId } from './causes/checks';
import type { CheckResult } from './check-result';

/** One step of the quick checklist: what Latchkey looks at by itself, and what is left to a person. */
interface ChecklistStep {
  readonly title: string;
  readonly checks: readonly CheckId[];
  /** What only a person can do of it; null where nothing is left. */
  readonly leftToYou: string | null;
}

/** In the order in which it is quickest to find: what is nobody’s fault here, then this Mac, then the login. */
export const checklist: readonly ChecklistStep[] = [
  { title: 'The service works', checks: ['service-status'], leftToYou: null },
  { title: 'The network reaches it', checks: ['hosts', 'proxy', 'vpn', 'local-programs'], leftToYou: null },
  { title: 'Clock, disk and folders are in order', checks: ['clock', 'disk', 'folders'], leftToYou: null },
  {
    title: 'The keychain is open and found',
    checks: ['keychain-lock', 'keychain-list'],
    leftToYou:
      'If the login password was reset, the keychain still has the former one: nobody can see that without it.',
  },
  {
    title: 'No variable overrules the login',
    checks: ['variables'],
    leftToYou: 'Look into the shell in which it fails: its own variables are seen from inside alone.',
  },
  { title: 'A login is stored and has not ended', checks: ['credentials'], leftToYou: null },
  {
    title: 'One Claude Code, the newest, without a stuck lock',
    checks: ['claude-version', 'claude-newest', 'claude-processes'],
    leftToYou: null,
  },
  {
    title: 'The editor and its extension fit',
    checks: ['editors'],
    leftToYou: 'Update the editor and the extension to the newest.',
  },
  {
    title: 'Everything was started anew',
    checks: [],
    leftToYou: 'Restart the editor, then the terminal; if it stays, the Mac.',
  },
  {
    title: 'The account is in order',
    checks: [],
    leftToYou: 'Sign in on the service’s web page: plan, seat and organisation stand there.',
  },
  {
    title: 'The way of signing in is not the trouble',
    checks: [],
    leftToYou: 'Sign in with the e-mail address instead of single sign-on, once.',
  },
];

/** How one step came out. `could-not-look` is never fine. */
export interface ChecklistRow {
  readonly title: string;
  readonly state: 'fine' | 'problem' | 'could-not-look' | 'left-to-you';
  /** What was found, a sentence for each check that is not fine. */
  readonly found: readonly string[];
  readonly leftToYou: string | null;
}

/** The checklist, worked through as far as the checks go. */
export const workThrough = (
  results: readonly Pick<CheckResult, 'id' | 'result' | 'sentence'>[],
): readonly ChecklistRow[] =>
  checklist.map(({ title, checks, leftToYou }) => {
    const own = results.filter(({ id }) => checks.includes(id));
    const notFine = own.filter(({ result }) => result !== 'fine');
    const isUnseen = own.length < checks.length || notFine.length > 0;
    const state =
      checks.length === 0
        ? 'left-to-you'
        : notFine.some(({ result }) => result === 'problem')
          ? 'problem'
          : isUnseen
            ? 'could-not-look'
            : 'fine';
    const found = notFine.map(({ sentence }) => formatOutsideText(sentence));
    const missing = own.length < checks.length ? ['Network checks are off.'] : [];
    return { title, state, found: [...found, ...missing], leftToYou };
  });
