import { keepUnlockedRequest } from '../../electron/core/hold/keep-unlocked-choice';
import { isPending } from '../../electron/core/state/pending-actions';
import { loginKeychain } from '../../electron/core/words/login-keychain';
import { goBack } from '../store/pages';
import { usePopoverStore } from '../store/popover-store';
import { requests } from '../store/requests';
import { readLocalNow } from '../store/use-local-now';
import { moveInPage } from './row-keys';

/** In the popover Escape goes back or closes, and each thing of the menu has its key; in both windows ⌘R looks again. */
export const listenToShortcuts = (isPopover: boolean, hidePopover: () => void): void => {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey) return;
    if (event.metaKey || event.ctrlKey) {
      const act = commands[event.key.toLowerCase()];
      if (act === undefined || (!isPopover && act !== requests.refresh)) return;
      // Without this, Chromium would load the page anew, or the menu's own key would act as well.
      event.preventDefault();
      void act();
    } else if (isPopover && event.key === 'Escape') {
      if (!goBack()) hidePopover();
    } else if (isPopover && !event.shiftKey && moveInPage(event)) event.preventDefault();
  });
};

const lockNow = (): unknown => {
  const login = present();
  return login?.lock.state === 'unlocked' ? requests.lock(login.path) : undefined;
};

const keepUnlockedNow = (): unknown => {
  const { state } = usePopoverStore.getState();
  const login = present();
  if (state?.snapshot?.hold.state !== 'off' || login === undefined || login.autoLock.source === 'unknown') return;
  return requests.startHold(keepUnlockedRequest(state.preferences.keepUnlocked, login.path, readLocalNow()));
};

/** The keychain that the tools use, as long as nothing is done to it. */
const present = () => {
  const { state } = usePopoverStore.getState();
  return state === null || isPending(state.pending, ['unlock', 'lock', 'start-hold', 'end-hold'])
    ? undefined
    : loginKeychain(state.snapshot?.keychains ?? []);
};

const commands: Readonly<Record<string, () => unknown>> = {
  r: requests.refresh,
  l: lockNow,
  k: keepUnlockedNow,
  ',': requests.openSettings,
  q: requests.quit,
};
