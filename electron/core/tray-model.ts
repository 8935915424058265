import type { MonitorState } from './monitor-state';
import type { Snapshot } from './snapshot';
import { loginKeychain } from './warnings';

export type TrayIcon = 'unlocked' | 'locked' | 'unlocked-warning' | 'unknown';

export interface TrayModel {
  readonly icon: TrayIcon;
  /** Beside the icon; empty unless the user asked for it. */
  readonly title: string;
  /** One sentence: the icon's shape in words. */
  readonly tooltip: string;
}

export interface TrayOptions {
  readonly showTitle: boolean;
  /** How many announcements nobody has seen in the popover yet. */
  readonly newAnnouncements?: number;
}

/** What the menu bar shows. It needs no window: the tray is right whether or not a popover exists. */
export const trayModel = (state: MonitorState, { showTitle, newAnnouncements = 0 }: TrayOptions): TrayModel => {
  const { icon, word, tooltip } = describe(state.snapshot);
  return { icon, title: showTitle ? word : '', tooltip: `${tooltip}${newClause(newAnnouncements)}` };
};

const newClause = (count: number): string => {
  if (count === 0) return '';
  return count === 1 ? ' · 1 new announcement' : ` · ${count} new announcements`;
};

interface Description {
  readonly icon: TrayIcon;
  readonly word: string;
  readonly tooltip: string;
}

const describe = (snapshot: Snapshot | null): Description => {
  if (snapshot === null) return { icon: 'unknown', word: '…', tooltip: 'Latchkey is looking at the keychain.' };
  const login = loginKeychain(snapshot.keychains);
  if (!login) return { icon: 'unknown', word: '?', tooltip: 'Latchkey found no keychain.' };
  const alarm = snapshot.warnings.find((warning) => warning.severity !== 'info');
  switch (login.lock.state) {
    case 'locked':
      return {
        icon: 'locked',
        word: 'Locked',
        tooltip: alarm?.title ?? 'The login keychain is locked in this desktop session.',
      };
    case 'unlocked':
      return alarm
        ? { icon: 'unlocked-warning', word: 'Unlocked', tooltip: alarm.title }
        : { icon: 'unlocked', word: 'Unlocked', tooltip: 'The login keychain is unlocked in this desktop session.' };
    case 'unknown':
      return { icon: 'unknown', word: '?', tooltip: `The lock state is unknown. ${login.lock.reason}` };
  }
};
