import type { AppState } from '../../contract/app-state';
import { keepUnlockedRequest } from '../../core/hold/keep-unlocked-choice';
import { isLockChanging } from '../../core/state/pending-actions';
import { loginKeychain } from '../../core/words/login-keychain';
import type { Monitor } from '../../monitor/monitor';
import { localTimeZone } from '../base/local-time-zone';
import type { Popover } from '../windows/popover';
import type { ShortcutsOptions } from './shortcut';

export interface ShortcutPressPorts {
  readonly appState: () => Pick<AppState, 'pending' | 'preferences' | 'snapshot'>;
  readonly startHold: Monitor['actions']['startHold'];
  /** Asked for when a shortcut is pressed. */
  readonly popover: () => Pick<Popover, 'hide' | 'open' | 'visibleContents'>;
  /** Milliseconds since 1970, on the clock of the Mac that is watched. */
  readonly now: () => number;
}

/** What the keys do that work in every app. */
export const shortcutPresses = ({
  appState,
  startHold,
  popover,
  now,
}: ShortcutPressPorts): ShortcutsOptions['presses'] => ({
  shortcut: () => {
    const shown = popover();
    if (shown.visibleContents() === null) shown.open(null);
    else shown.hide();
  },
  // As the button does; where that cannot be pressed now, the popover says why.
  keepUnlockedShortcut: () => {
    const { snapshot, pending, preferences } = appState();
    const keychain = loginKeychain(snapshot?.keychains ?? []);
    const canStart = keychain && keychain.lock.state !== 'unknown' && snapshot?.hold.state === 'off';
    if (!canStart || isLockChanging(pending)) return popover().open(null);
    const local = { nowMs: now(), timeZone: localTimeZone() };
    void startHold(keepUnlockedRequest(preferences.keepUnlocked, keychain.path, local));
  },
});
