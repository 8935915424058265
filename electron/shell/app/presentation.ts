import type { AppState } from '../../contract/app-state';
import { isUnlockDialogOpen } from '../../core/state/pending-actions';
import { substanceOf } from '../../core/state/substance';
import { trayModel } from '../../core/state/tray-model';
import type { Monitor } from '../../monitor/monitor';
import type { Announce } from '../base/announcer';
import { localTimeZone } from '../base/local-time-zone';
import type { Notifications } from '../notifications/notifications';
import type { LoginItem } from '../preferences/login-item';
import type { PreferencesStore } from '../preferences/preferences-store';
import type { NewVersions } from '../settings/new-version';
import type { TrayView } from '../tray/tray';
import type { Popover } from '../windows/popover';

export interface Presentation {
  readonly monitor: Pick<Monitor, 'state' | 'subscribe'>;
  readonly preferences: Pick<PreferencesStore, 'current' | 'subscribe'>;
  readonly loginItem: Pick<LoginItem, 'subscribe'>;
  readonly notifications: Pick<Notifications, 'subscribe'>;
  readonly chosen: { readonly newVersions: Pick<NewVersions, 'subscribe'> };
  readonly appState: () => AppState;
  readonly tray: Pick<TrayView, 'show'>;
  readonly popover: Pick<Popover, 'takeFocusBack' | 'warm'>;
  readonly announce: Announce;
}

/** Icon and popover are two projections of one state; neither reads the other. */
export const present = (presentation: Presentation): void => {
  const { monitor, preferences, loginItem, notifications, chosen, appState, tray, popover, announce } = presentation;
  let dialogWasOpen = false;
  let announced = '';
  let isPrepared = false;
  const show = (): void => {
    const state = monitor.state();
    const next = appState();
    const newAnnouncements = next.announcements.filter(({ isNew }) => isNew).length;
    const { showTitle } = preferences.current();
    tray.show(trayModel(state, { showTitle, newAnnouncements, timeZone: localTimeZone(), locale: next.locale }));
    const substance = substanceOfState(next);
    if (substance !== announced) announce('state.changed', next);
    announced = substance;
    // Not sooner: making a window would hold up the look that the icon waits for, and the page draws what it is to show at once.
    if (!isPrepared && next.snapshot !== null && next.snapshot.awaited === undefined) {
      isPrepared = true;
      popover.warm();
    }
    const dialogIsOpen = isUnlockDialogOpen(state);
    if (dialogWasOpen && !dialogIsOpen) popover.takeFocusBack();
    dialogWasOpen = dialogIsOpen;
  };
  monitor.subscribe(show);
  preferences.subscribe(show);
  loginItem.subscribe(show);
  notifications.subscribe(show);
  chosen.newVersions.subscribe(show);
  show();
};

/** A look that found nothing new wakes no page, but for once a minute: countdowns are told in minutes. */
const substanceOfState = ({ snapshot, ...rest }: AppState): string =>
  JSON.stringify([rest, substanceOf(snapshot), snapshot?.takenAt.slice(0, 'yyyy-mm-ddThh:mm'.length)]);
