import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Mac } from './mac';
import { statePath } from './mac-files';

export type LedgerKind =
  | 'dialog'
  | 'decrypt'
  | 'timer-restart'
  | 'unlock'
  | 'lock'
  | 'settings'
  | 'system-sleep'
  /** Somebody logged in over SSH while the Mac ran. */
  | 'ssh-login'
  | 'tmux-server-started'
  | 'tmux-window-opened'
  /** launchd started a job of the user's. */
  | 'job-started'
  /** A process opened a keychain through the framework while it still allowed itself to ask the user. */
  | 'opened-with-interaction'
  /** A process called the framework's keychain functions from two threads at once, and ended by it. */
  | 'concurrent-calls';

/** What a Mac would have shown or done. */
export interface LedgerEntry {
  /** Milliseconds since 1970 on the simulated Mac. */
  readonly at: number;
  readonly kind: LedgerKind;
  readonly session: string;
  readonly keychain: string;
  /** The program, never its arguments: one of them may be a password. */
  readonly by: string;
}

export const ledgerFile = (root: string): string => statePath(root, 'ledger.ndjson');

export const record = (mac: Mac, kind: LedgerKind, about: Omit<LedgerEntry, 'at' | 'kind'>): void =>
  appendFileSync(ledgerFile(mac.root), `${JSON.stringify({ at: mac.now(), kind, ...about })}\n`);

export const readLedger = (root: string): readonly LedgerEntry[] =>
  !existsSync(ledgerFile(root))
    ? []
    : readFileSync(ledgerFile(root), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as LedgerEntry);
