export type LockState = 'locked' | 'unlocked' | 'unknown';

/** The security session that a lock state holds for: securityd keeps one lock flag per (session, keychain). */
export type SecuritySession = 'desktop' | 'this-ssh-login';

export type KeychainLock =
  | { readonly state: 'locked' | 'unlocked'; readonly since?: string; readonly session: SecuritySession }
  | { readonly state: 'unknown'; readonly reason: string; readonly since?: string; readonly session: SecuritySession };

/** The two settings that `security set-keychain-settings` writes together. `idleTimeoutSeconds: null` means never. */
export interface AutoLockSettings {
  readonly lockOnSleep: boolean;
  readonly idleTimeoutSeconds: number | null;
}

/** `session`: the values in force, read while unlocked. `file`: the values stored in the keychain file's header. */
export type AutoLock =
  | (AutoLockSettings & { readonly source: 'session' | 'file' })
  | { readonly source: 'unknown'; readonly reason: string };

/** When and why an unlocked keychain locks next (for a locked one: how it will behave once it is unlocked). */
export type Forecast =
  /** Held: it does not lock by itself until the hold ends, and `afterwards` holds. `at` is left out where no time ends it. */
  | { readonly kind: 'hold-end'; readonly at?: string; readonly afterwards: OwnForecast; readonly reason: string }
  | OwnForecast;

/** What follows from a keychain's own settings. */
export type OwnForecast =
  | { readonly kind: 'never'; readonly reason: string }
  | { readonly kind: 'on-sleep'; readonly systemSleepMinutes: number | 'unknown'; readonly reason: string }
  | {
      readonly kind: 'after-idle';
      readonly idleTimeoutSeconds: number;
      readonly alsoOnSleep: boolean;
      /** The last use that Latchkey saw: an unlock, a change of the settings. Others use it unseen. */
      readonly lastKnownUseAt?: string;
      readonly reason: string;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Keychain {
  readonly path: string;
  readonly isLogin: boolean;
  readonly isDefault: boolean;
  readonly lock: KeychainLock;
  readonly autoLock: AutoLock;
  readonly forecast: Forecast;
}
