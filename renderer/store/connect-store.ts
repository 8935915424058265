import type { Bridge } from '../../electron/contract/bridge';
import { isBusy } from '../../electron/contract/busy';
import { showState, usePopoverStore } from './popover-store';

const noAnswer = 'Latchkey does not answer. Quit it and open it again.';

/** Takes in the present state and every later one. */
export const connectStore = (bridge: Bridge): void => {
  let heardOfNewerState = false;
  bridge.on('state.changed', (state) => {
    heardOfNewerState = true;
    showState(state, Date.now());
  });
  bridge.state.get().then(
    (state) => {
      if (isBusy(state)) {
        usePopoverStore.setState({ bridgeFailure: state.reason });
        return;
      }
      // The answer may have been overtaken by an announcement, which is newer.
      if (!heardOfNewerState) showState(state, Date.now());
    },
    () => usePopoverStore.setState({ bridgeFailure: noAnswer }),
  );
};

/** Countdowns are told in whole minutes, so a calm pace is enough. */
const tickMs = 15_000;

/** Keeps the store's clock going while the popover can be seen; a hidden one runs no timer. */
export const startClock = (): void => {
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => usePopoverStore.setState({ wallClockMs: Date.now() });
  const followVisibility = () => {
    clearInterval(timer);
    if (document.visibilityState !== 'visible') return;
    tick();
    timer = setInterval(tick, tickMs);
  };
  document.addEventListener('visibilitychange', followVisibility);
  followVisibility();
};
