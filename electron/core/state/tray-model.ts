import { formatHoldEnd } from '../hold/format-hold';
import type { LocalNow, LocalPlace } from '../time/format-moment';
import { loginKeychain } from '../words/login-keychain';
import type { Snapshot } from '../words/snapshot';
import type { MonitorState } from './monitor-state';

/** `held`: kept unlocked for a while. `locked-alarm`: locked, and that logs somebody out; `locked` alone is nothing to mend. */
export const trayIcons = ['unlocked', 'held', 'unlocked-warning', 'locked', 'locked-alarm', 'unknown'] as const;

export type TrayIcon = (typeof trayIcons)[number];

export interface TrayModel {
  readonly icon: TrayIcon;
  /** Beside the icon; empty unless the user asked for it. */
  readonly title: string;
  /** The conclusion, in the words that it has everywhere. */
  readonly tooltip: string;
}

export interface TrayOptions {
  readonly showTitle: boolean;
  /** How many announcements nobody has seen in the popover yet. */
  readonly newAnnouncements?: number;
  /** Times are told in it. */
  readonly timeZone: string;
  /** How they are written. */
  readonly locale?: string;
}

/** What the menu bar shows. It needs no window: the tray is right whether or not a popover exists. */
export const trayModel = (
  { snapshot }: Pick<MonitorState, 'snapshot'>,
  { showTitle, newAnnouncements = 0, timeZone, locale }: TrayOptions,
): TrayModel => {
  const lock = snapshot === null ? undefined : loginKeychain(snapshot.keychains)?.lock;
  const word = snapshot === null ? '…' : lock === undefined ? '?' : titles[lock.state];
  return {
    icon: snapshot === null ? 'unknown' : iconOf(snapshot),
    title: showTitle ? word : '',
    tooltip: `${snapshot === null ? 'Latchkey is looking at the keychain.' : sentenceOf(snapshot, { timeZone, locale })}${newClause(newAnnouncements)}`,
  };
};

const titles = { locked: 'Locked', unlocked: 'Unlocked', unknown: '?' } as const;

const newClause = (count: number): string => {
  if (count === 0) return '';
  return count === 1 ? ' · 1 new announcement' : ` · ${count} new announcements`;
};

/** The padlock shows the login keychain; whether that is well follows the verdict. */
const iconOf = (snapshot: Snapshot): TrayIcon => {
  const login = loginKeychain(snapshot.keychains);
  if (!login || login.lock.state === 'unknown') return 'unknown';
  const isLocked = login.lock.state === 'locked';
  switch (snapshot.verdict.level) {
    case 'go':
    case 'nobody':
      if (isLocked) return 'locked';
      return isHeld(snapshot) ? 'held' : 'unlocked';
    case 'not-yet':
    case 'unlock-first':
      return isLocked ? 'locked-alarm' : 'unlocked-warning';
    case 'cannot-tell':
      return 'unknown';
  }
};

const isHeld = ({ keychains }: Snapshot): boolean => loginKeychain(keychains)?.forecast.kind === 'hold-end';

const sentenceOf = (snapshot: Snapshot, place: LocalPlace): string => {
  const { verdict, hold, takenAt } = snapshot;
  const now: LocalNow = { nowMs: Date.parse(takenAt), ...place };
  const lock = loginKeychain(snapshot.keychains)?.lock;
  if (lock?.state === 'unknown') return `${verdict.sentence} ${lock.reason}`.trim();
  const isKept = hold.state === 'on' && isHeld(snapshot);
  return isKept ? `Unlocked ${formatHoldEnd(hold.end, now)}. ${verdict.sentence}` : verdict.sentence;
};
