import type { UnreadMark } from './reading';
import type { WarningAction } from './warning';

/** One running Claude Code. */
export interface ClaudeCodeProcess {
  readonly pid: number;
  /** Whose login it uses, where there are several: as in its credential. */
  readonly account?: string;
  /** `headless`: nobody sits before it who could sign in again. */
  readonly kind: 'interactive' | 'headless';
  /** The project folder that it was started in. */
  readonly folder?: string;
  /** `ttys003`, or the program that it runs in. */
  readonly terminal?: string;
  readonly startedAt: string;
  /** `session-file`: it says so itself, and its start time bears it out. `process-list`: by its name only. */
  readonly basis: 'session-file' | 'process-list';
  /** Of one that only the process list tells of: `sure` where its program lies where no other does, `likely` by its name. */
  readonly certainty?: 'sure' | 'likely';
  /** It started before the stored login was last written, so it may have the refresh token that was used up by that. */
  readonly mayHoldOldToken: 'yes' | 'no' | 'unknown';
  /** What starts it again in the same folder. */
  readonly help?: Extract<WarningAction, { readonly kind: 'copy-command' }>;
}

/** When the access token is due to be renewed. `estimated`: eight hours after the login was last written. */
export type NextRefresh =
  | { readonly kind: 'stored' | 'estimated'; readonly at: string; readonly account?: string; readonly reason: string }
  | { readonly kind: 'none' | 'unknown'; readonly reason: string };

/** The lock that a Claude Code takes while it renews the token. `stuck`: whoever took it does not tend it any more. */
export type RefreshLock =
  | { readonly state: 'free' }
  | {
      readonly state: 'held' | 'stuck';
      readonly path: string;
      readonly touchedAt: string;
      readonly reason: string;
      /** What Claude Code says then. */
      readonly symptom?: string;
    }
  | { readonly state: 'unknown'; readonly reason: string };

/** The commands that advice can come with, by what they do. */
export type ClaudeCodeCommand = 'remove-refresh-lock' | 'make-setup-token';

export interface ClaudeCodeAdvice {
  readonly sentence: string;
  readonly help?: Extract<WarningAction, { readonly kind: 'copy-command' }> & { readonly name: ClaudeCodeCommand };
}

/**
 * The Claude Codes that run. Those of one login share one refresh token, which can be used once: whoever uses it second is
 * logged out (claude-code#24317).
 */
export interface ClaudeCodeActivity {
  /** The oldest first: the order to start them again in. */
  readonly processes: readonly ClaudeCodeProcess[];
  /** How many more there are than are listed. */
  readonly moreProcesses: number;
  /** Why it is not known which run; none where it is. */
  readonly problem?: string;
  readonly nextRefresh: NextRefresh;
  readonly refreshLock: RefreshLock;
  readonly advice: readonly ClaudeCodeAdvice[];
  /** The processes are those of then: which run now is not known. */
  readonly unread?: UnreadMark;
}
