import type { AppState } from '../contract/app-state';
import type { MonitorState } from '../core/monitor-state';
import { trayModel } from '../core/tray-model';
import type { Monitor } from '../monitor/monitor';
import type { Announce } from './announcer';
import type { LoginItem } from './login-item';
import type { Notifications } from './notifications';
import type { Popover } from './popover';
import type { PreferencesStore } from './preferences-store';
import type { TrayView } from './tray';

export interface Presentation {
  readonly monitor: Pick<Monitor, 'state' | 'subscribe'>;
  readonly preferences: Pick<PreferencesStore, 'current' | 'subscribe'>;
  readonly loginItem: Pick<LoginItem, 'subscribe'>;
  readonly notifications: Pick<Notifications, 'subscribe'>;
  readonly appState: () => AppState;
  readonly tray: Pick<TrayView, 'show'>;
  readonly popover: Pick<Popover, 'takeFocusBack'>;
  readonly announce: Announce;
}

/** Icon and popover are two projections of one state; neither reads the other. */
export const present = (presentation: Presentation): void => {
  const { monitor, preferences, loginItem, notifications, appState, tray, popover, announce } = presentation;
  let dialogWasOpen = false;
  let announced = '';
  const show = (): void => {
    const state = monitor.state();
    const next = appState();
    const newAnnouncements = next.announcements.filter(({ isNew }) => isNew).length;
    tray.show(trayModel(state, { showTitle: preferences.current().showTitle, newAnnouncements }));
    const substance = substanceOf(next);
    if (substance !== announced) announce('stateChanged', next);
    announced = substance;
    const dialogIsOpen = isUnlockDialogOpen(state);
    if (dialogWasOpen && !dialogIsOpen) popover.takeFocusBack();
    dialogWasOpen = dialogIsOpen;
  };
  monitor.subscribe(show);
  preferences.subscribe(show);
  loginItem.subscribe(show);
  notifications.subscribe(show);
  show();
};

/** A look that found nothing new wakes no page, but for once a minute: countdowns are told in minutes. */
const substanceOf = (state: AppState): string =>
  JSON.stringify({
    ...state,
    snapshot: state.snapshot && { ...state.snapshot, takenAt: state.snapshot.takenAt.slice(0, 16) },
  });

/** The system's own dialog has the keyboard while an unlock runs, or a hold that unlocks first. */
export const isUnlockDialogOpen = (state: MonitorState): boolean =>
  state.pending.some(({ kind, phase }) => (kind === 'unlock' || kind === 'start-hold') && phase === 'running');
