import type { MirroredAnnouncement } from '../../contract/app-state';
import type { Announcement } from '../../core/notifications/announcement';
import type { NotificationKind } from '../../core/notifications/notification-kinds';
import { announce, type NotificationMemory } from '../../core/notifications/notifications';
import type { MonitorState } from '../../core/state/monitor-state';
import { isPending } from '../../core/state/pending-actions';
import { loginKeychain } from '../../core/words/login-keychain';
import { everything } from '../../core/words/pending';
import type { Snapshot } from '../../core/words/snapshot';
import type { Monitor } from '../../monitor/monitor';
import type { Log } from '../base/log';
import type { PreferencesStore } from '../preferences/preferences-store';
import { type DeliveryProblem, deliver, type NotificationSystem } from './notification-delivery';

export interface NotificationsOptions {
  readonly monitor: Pick<Monitor, 'state' | 'subscribe'> & { readonly actions: Pick<Monitor['actions'], 'unlock'> };
  readonly preferences: Pick<PreferencesStore, 'current' | 'subscribe'>;
  readonly system: NotificationSystem;
  readonly openPopover: () => void;
  readonly log: Log;
}

export interface Notifications {
  /** Why the system shows none, and what to do about it; null while nothing is known to be wrong. */
  notice(): string | null;
  /** What was announced and not seen yet, and what holds and is not known to have been shown by the system; newest first. */
  announcements(): readonly MirroredAnnouncement[];
  /** To be called when the user has looked at them: the popover was closed. */
  seen(): void;
  /**
   * To be called while the user is looking: the first question makes macOS ask for the permission (Electron's
   * `notification_presenter_mac.mm`), and a background app should not.
   */
  prepare(): void;
  subscribe(listener: () => void): void;
}

/** One announcement that was told. It goes once it was seen and is over. */
interface Told {
  readonly key: string;
  readonly at: string;
  /** In the words in which it held last. */
  words: Announcement;
  isShown: boolean;
  isSeen: boolean;
  isOver: boolean;
  withdraw: () => void;
}

/** A keychain has two kinds of event and each login a few; this is a limit, not a plan. */
const mostTold = 20;

const notices: Readonly<Record<DeliveryProblem, string>> = {
  failed:
    "macOS does not show Latchkey's notifications: they are denied, or this copy of the app is not signed. Allow them in System Settings › Notifications › Latchkey. Until then this window shows them.",
  unsupported: 'Notifications are not available here. This window shows them instead.',
};

/** Tells somebody who is not looking. What is news, and when it is sure, is decided in core/notifications/notifications.ts. */
export const followNotifications = (options: NotificationsOptions): Notifications => {
  const { monitor, preferences, system, openPopover, log } = options;
  const listeners: (() => void)[] = [];
  let memory: NotificationMemory | null = null;
  let lastSnapshot: Snapshot | null = null;
  let ownLockAt: number | null = null;
  let notice: string | null = null;
  let present: ReadonlySet<string> = new Set();
  let told: readonly Told[] = [];

  const isOn = (): boolean => preferences.current().notifications;
  const isWanted = (kind: NotificationKind): boolean =>
    isOn() && !preferences.current().mutedNotifications.includes(kind);
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const drop = (isDropped: (one: Told, place: number) => boolean): void => {
    const former = told;
    told = former.filter((one, place) => !isDropped(one, place));
    for (const one of former) if (!told.includes(one)) one.withdraw();
  };
  const end = (one: Told): void => {
    one.isOver = true;
    one.withdraw();
  };

  const tell = (words: Announcement, at: string): void => {
    const { key, title, body, action } = words;
    const one: Told = { key, at, words, isShown: false, isSeen: false, isOver: false, withdraw: () => undefined };
    const whileTold = (react: () => void) => (): void => {
      if (told.includes(one) && !one.isOver) react();
    };
    const outcomeIs = (isShown: boolean, next: string | null): void => {
      one.isShown = isShown;
      notice = next;
      changed();
    };
    told = [one, ...told.filter((former) => former.key !== key || !former.isOver)];
    drop((_one, place) => place >= mostTold);
    const withdraw = deliver(
      system,
      { title, body, action },
      {
        onShown: whileTold(() => outcomeIs(true, null)),
        onProblem: (problem) => {
          log(`notification: ${problem}, the popover shows it`);
          outcomeIs(false, notices[problem]);
        },
        onClick: openPopover,
        onUnlock: whileTold(() => {
          if (action?.kind === 'unlock') void monitor.actions.unlock(action.keychainPath);
        }),
      },
    );
    one.withdraw = () => {
      one.withdraw = () => undefined;
      withdraw();
    };
  };

  const follow = ({ snapshot, pending, wokeAt }: MonitorState): void => {
    if (snapshot === null) return;
    const path = loginKeychain(snapshot.keychains)?.path;
    const isLocking =
      isPending(pending, 'lock', everything) ||
      (path !== undefined && isPending(pending, 'lock', { kind: 'keychain', path }));
    if (isLocking) ownLockAt = Date.parse(snapshot.takenAt);
    // The state is published for other reasons too; only a look can confirm another one.
    if (snapshot === lastSnapshot) return;
    // Who is here, and of which keychain: before the first look has come to that, it would be news when it comes.
    if (snapshot.awaited?.some((part) => part === 'sessions' || part === 'keychain-list')) return;
    lastSnapshot = snapshot;
    const step = announce(memory, snapshot, {
      now: Date.parse(snapshot.takenAt),
      ownLockAt,
      wokeAt: wokeAt === null ? null : Date.parse(wokeAt),
      isWanted,
      thresholds: preferences.current().expiryThresholds,
    });
    memory = step.memory;
    for (const one of told) {
      const held = step.present.find(({ key }) => key === one.key);
      if (held) one.words = held;
      else if (!(one.key in step.memory.events)) end(one);
    }
    present = new Set(step.present.map(({ key }) => key));
    drop((one) => one.isSeen && one.isOver);
    for (const announcement of step.announcements) tell(announcement, snapshot.takenAt);
  };

  monitor.subscribe(follow);
  preferences.subscribe(() => drop(({ words }) => !isWanted(words.kind)));

  return {
    notice: () => (isOn() ? notice : null),
    announcements: () =>
      told
        .filter((one) => !one.isSeen || (!one.isShown && present.has(one.key)))
        .map(({ key, words, at, isSeen }) => ({ ...words, at, isNew: !isSeen, isOver: !present.has(key) })),
    seen: () => {
      for (const one of told) one.isSeen = true;
      drop(({ isOver: over }) => over);
      changed();
    },
    prepare: () => {
      if (isOn() && !system.isSupported()) notice = notices.unsupported;
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
};
