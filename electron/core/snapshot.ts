/**
 * The snapshot: one immutable value with everything Latchkey knows, as `latchkey status --json` prints it.
 * Plain JSON data. Times are ISO 8601 UTC strings, units stand in the names, and what is not known is said with its reason.
 */

import type { ClaudeCodeActivity } from './claude-code-activity';
import type { Hold } from './hold';
import type { RestartOutlook } from './restart-outlook';
import type { SystemSleep } from './system-sleep';

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

export type OnOff = 'on' | 'off' | 'unknown';

export interface RemoteAccess {
  readonly remoteLogin: OnOff;
  readonly screenSharing: OnOff;
  readonly autoLogin: OnOff;
  readonly fileVault: OnOff;
  /** Minutes of idleness until the system sleeps; 0 means never. */
  readonly systemSleepMinutes: number | 'unknown';
  /** The same per power source; left out where it is not known. */
  readonly systemSleep?: SystemSleep;
  /** What a remote user meets after a restart. */
  readonly afterRestart?: RestartOutlook;
}

export type SessionKind =
  | 'ssh'
  | 'tmux-server'
  | 'screen'
  | 'mosh'
  | 'editor-server'
  /** A background program of an agent (Claude Code's daemon) that outlives the login it was started from. */
  | 'agent-daemon'
  | 'fresh-ssh';

export interface RemoteSession {
  /** Stable while the session lives: `ssh:<pid>`, `tmux-server:<socket>`, `fresh-ssh`. */
  readonly id: string;
  readonly kind: SessionKind;
  /** What a person calls it: a tmux server's sessions or socket, a screen's name, the editor. */
  readonly name?: string;
  readonly user: string;
  readonly tty?: string;
  /** The address or host name that it comes from. */
  readonly from?: string;
  readonly startedAt?: string;
  readonly bornIn: 'desktop' | 'ssh' | 'unknown';
  /** The command that looked runs inside it; left out everywhere else. */
  readonly isThisSession?: true;
  readonly sees: LockState;
  readonly basis: 'measured' | 'inferred';
  /** When it was measured, where that was not just now: a report from inside, a test. */
  readonly measuredAt?: string;
  /** One sentence: why it sees what it sees. */
  readonly reason: string;
  /** Where it sees a locked keychain: one sentence, which tools look logged out in it and which do not. */
  readonly verdict?: string;
  /** The one thing that helps, where something is to be helped. */
  readonly help?: SessionHelp;
  /** Names of variables exported in a shell inside it that a tool's verdict depends on; never a value. */
  readonly exportedVariables?: readonly string[];
  /** Clients attached to a server, and how many of them come from a remote login. */
  readonly attachedClients?: number;
  readonly remoteClients?: number;
  /** Where those come from, each address or name once, as far as it is known. */
  readonly remoteClientsFrom?: readonly string[];
}

export type CredentialStore =
  | 'login-keychain'
  | 'other-keychain'
  | 'file'
  | 'environment'
  | 'desktop-app'
  | 'none'
  | 'unknown';

export type CredentialStatus =
  | 'valid'
  | 'expiring'
  | 'expired'
  | 'renews-itself'
  | 'signed-out'
  | 'unreadable'
  | 'unknown';

export type ExpiryOf = 'login' | 'access-token' | 'session' | 'certificate';

/** When something ends. */
export interface Expiry {
  readonly of: ExpiryOf;
  /** Of a day that somebody has entered: its last second, here. */
  readonly at: string;
  /** Something renews it by then: its end is no news. */
  readonly isRenewed?: true;
  /** `entered`: the user has said so, since nothing on the disk does. Left out where it was read. */
  readonly basis?: 'entered';
  /** The day that was entered, as YYYY-MM-DD. */
  readonly endsOn?: string;
}

export interface Credential {
  /** The tool's identifier, e.g. `claude-code`. */
  readonly tool: string;
  readonly name: string;
  /** Which of the tool's logins, where it can have several: a host, a profile, a registry, an account. */
  readonly account?: string;
  readonly installed: boolean;
  readonly store: CredentialStore;
  readonly overSsh: 'breaks' | 'survives' | 'unknown';
  /** One sentence that names the file or the item. */
  readonly reason: string;
  readonly status: CredentialStatus;
  readonly expiry: Expiry | null;
  /** A token whose end only its service knows: the user may enter it. */
  readonly mayEnterEndDate?: true;
  /** When the file or the item that holds it was last written, where that was seen. */
  readonly writtenAt?: string;
  /** The words in which a locked keychain, or an ended login, shows in that tool: what somebody will search for. */
  readonly symptom?: string;
}

export type WarningCode =
  | 'desktop-locked'
  | 'desktop-will-lock'
  | 'this-ssh-login-locked'
  | 'ssh-server-locked'
  | 'fresh-ssh-locked'
  | 'lock-state-unknown'
  | 'login-expiring'
  | 'login-expired'
  | 'hold-waits-for-unlock'
  | 'hold-needs-decision'
  | 'hold-not-put-back'
  | 'hold-journal-unreadable';

/** The one thing that helps. The app does `unlock`; it only shows and copies a command. */
export type WarningAction =
  | { readonly kind: 'unlock'; readonly keychainPath: string }
  | { readonly kind: 'copy-command'; readonly command: string };

/** The one thing that helps a remote session. */
export type SessionHelp =
  | WarningAction
  /** Opens a window in that tmux server in which `security unlock-keychain` asks; the user types there. */
  | { readonly kind: 'open-unlock-prompt'; readonly sessionId: string };

export type Severity = 'critical' | 'warning' | 'info';

export interface Warning {
  readonly code: WarningCode;
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly actions: readonly SessionHelp[];
  /** The remote session that it is about. */
  readonly sessionId?: string;
}

export interface Host {
  readonly platform: 'macos' | 'simulated-macos';
  readonly macosVersion: string;
  /** What `launchctl managername` says of this process: Aqua is the desktop, Background an SSH login. */
  readonly managerName: 'Aqua' | 'Background' | 'unknown';
}

export interface Snapshot {
  readonly schemaVersion: 1;
  readonly takenAt: string;
  readonly host: Host;
  readonly keychains: readonly Keychain[];
  readonly remoteAccess: RemoteAccess;
  readonly sessions: readonly RemoteSession[];
  readonly credentials: readonly Credential[];
  /** Left out where no Claude Code runs and none has a login to renew. */
  readonly claudeCode?: ClaudeCodeActivity;
  readonly warnings: readonly Warning[];
  readonly hold: Hold;
  /** What the first look is still waiting for: of it nothing is known yet. Left out once all has come. */
  readonly awaited?: readonly ('host' | 'keychain-list' | 'remote-access' | 'sessions' | 'beacons' | 'credentials')[];
}
