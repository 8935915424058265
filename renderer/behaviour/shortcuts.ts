import type { Bridge } from '../../electron/contract/bridge';
import { showPage, usePopoverStore } from '../store/popover-store';
import { sendRequest } from '../store/send-request';

/** Escape closes, ⌘R looks again, ⌘, goes to the settings and back. */
export const listenToShortcuts = (bridge: Bridge): void => {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey) return;
    const command = event.metaKey || event.ctrlKey;
    if (event.key === 'Escape' && !command) {
      void sendRequest('hidePopover', bridge.hidePopover);
    } else if (command && event.key.toLowerCase() === 'r') {
      // Without this, Chromium would load the page anew.
      event.preventDefault();
      void sendRequest('refresh', bridge.refresh);
    } else if (command && event.key === ',') {
      event.preventDefault();
      showPage(usePopoverStore.getState().page === 'settings' ? 'status' : 'settings');
    }
  });
};
