import type { Bridge } from '../../electron/contract/bridge';
import { sendRequest } from '../store/send-request';

/** In the popover Escape closes and ⌘, opens the settings; in both windows ⌘R looks again. */
export const listenToShortcuts = (bridge: Bridge, isPopover: boolean): void => {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey) return;
    const command = event.metaKey || event.ctrlKey;
    if (command && event.key.toLowerCase() === 'r') {
      // Without this, Chromium would load the page anew.
      event.preventDefault();
      void sendRequest('refresh', bridge.refresh);
    } else if (isPopover && event.key === 'Escape' && !command) {
      void sendRequest('hidePopover', bridge.hidePopover);
    } else if (isPopover && command && event.key === ',') {
      event.preventDefault();
      void sendRequest('openSettings', bridge.openSettings);
    }
  });
};
