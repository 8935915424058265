import type { AutoLockRecommendation } from '../core/auto-lock/auto-lock-recommendation';
import type { Announcement } from '../core/notifications/announcement';
import type { Preferences } from '../core/preferences/preferences';
import type { FirstPage } from '../core/state/first-page';
import type { MonitorState } from '../core/state/monitor-state';
import type { AccentColors } from '../core/window/accent-colors';

/** What was announced, until it was seen here; where the system has not shown it, for as long as it holds. */
export interface MirroredAnnouncement extends Announcement {
  /** When it was announced. */
  readonly at: string;
  /** Nobody has seen it here yet. */
  readonly isNew: boolean;
  /** It does not hold any more. */
  readonly isOver: boolean;
}

/** The state of the login item as macOS tells it (SMAppService), not as we wish it. */
export type LaunchAtLogin = 'enabled' | 'not-registered' | 'requires-approval' | 'not-found' | 'unavailable';

/** What came of saving a diagnostic. `cancelled` is nobody's fault and no error. */
export type DiagnosticSaved =
  | { readonly kind: 'saved' | 'cancelled' }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Whether there is a newer Latchkey, as far as the user has it asked. */
export type NewVersion =
  /** This build does not know where releases are published. */
  | { readonly kind: 'not-published' }
  /** The user has not switched it on, or the first answer is still to come. */
  | { readonly kind: 'not-asked' }
  /** `reason`: a clause. */
  | { readonly kind: 'not-known'; readonly reason: string }
  | { readonly kind: 'newest' }
  | { readonly kind: 'newer'; readonly version: string };

/** Everything the popover shows: the monitor's state and the shell's own few facts. */
export interface AppState extends MonitorState {
  /** Null as long as nobody has looked. */
  readonly firstPage: FirstPage | null;
  /** Auto-lock of the login keychain, as it would fit this Mac; null where it fits. */
  readonly recommendedAutoLock: AutoLockRecommendation | null;
  readonly preferences: Preferences;
  /** Said when the settings file could not be read and defaults are in force. */
  readonly preferencesNotice: string | null;
  /** Said when the system shows no notifications, with what to do about it. */
  readonly notificationsNotice: string | null;
  /** Newest first. */
  readonly announcements: readonly MirroredAnnouncement[];
  readonly launchAtLogin: LaunchAtLogin;
  /** Why the shortcut that was chosen does not work, with what to do about it. */
  readonly shortcutProblem: string | null;
  /** The same of the one that keeps unlocked. */
  readonly keepUnlockedShortcutProblem: string | null;
  readonly appVersion: string;
  readonly newVersion: NewVersion;
  /** How times and dates are written, as a language tag: see `LocalNow`. */
  readonly locale: string;
  /** The system's, as its words need it; null where it has none. */
  readonly accent: AccentColors | null;
}
