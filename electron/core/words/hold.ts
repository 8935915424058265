import type { AutoLockSettings, SecuritySession } from './keychain';

/** When a hold ends by itself. */
export type HoldEnd =
  /** At this time, ISO 8601. */
  | { readonly kind: 'at'; readonly at: string }
  /** When the screen is unlocked after it was locked for at least so long. */
  | { readonly kind: 'back'; readonly afterMinutesAway: number }
  /** Never: a click ends it. */
  | { readonly kind: 'open' };

/** Whose process keeps it: the app's, or that of `latchkey hold` in a terminal. */
export type HoldOwner = 'app' | 'command-line';

export interface HeldKeychain {
  readonly path: string;
  /** What its settings were, and will be again. */
  readonly restores: AutoLockSettings;
  readonly wasLocked: boolean;
}

/** What keeps a keychain's settings from being put back. Nothing is overwritten until it is solved. */
export interface HoldProblem {
  readonly path: string;
  readonly kind: /** macOS writes the settings of an unlocked keychain only: they are put back at the next unlock. */
    | 'locked'
    /** Somebody set other ones meanwhile: `now`. Wants a decision. */
    | 'changed-elsewhere'
    /** No keychain is at its path. Wants a decision, unless it comes back. */
    | 'missing'
    /** Another keychain is at its path. Wants a decision. */
    | 'replaced'
    /** It could not be read or written just now; it is tried again. */
    | 'failed';
  /** One sentence: what is, and what to do next. */
  readonly sentence: string;
  readonly before: AutoLockSettings;
  readonly now?: AutoLockSettings;
  /** Where a missing one seems to have gone: the same keychain under another name. */
  readonly foundAt?: string;
}

export interface HoldFacts {
  /** Left out where no time ends it. */
  readonly until?: string;
  readonly end: HoldEnd;
  readonly startedAt: string;
  /** Of the login keychain, or the first one held. */
  readonly restores: AutoLockSettings;
  readonly keychains: readonly HeldKeychain[];
  readonly keepAwake: boolean;
  readonly relock: 'as-before' | 'always';
  readonly owner: HoldOwner;
  /** The security session that it holds in. */
  readonly session: SecuritySession;
  /** Another process keeps it than the one that took this snapshot. */
  readonly isElsewhere: boolean;
}

/** "Keep unlocked until…": whether settings are set aside, and what becomes of them. */
export type Hold =
  | { readonly state: 'off' }
  | ({ readonly state: 'on' } & HoldFacts)
  | ({
      readonly state: 'restoring';
      /** `unlock`: of a keychain. `decision`: of the user. `start`: its process is gone, and Latchkey's next start restores. */
      readonly waitsFor?: 'unlock' | 'decision' | 'start';
      readonly problems: readonly HoldProblem[];
    } & HoldFacts);
