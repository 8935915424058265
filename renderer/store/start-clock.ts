import { usePopoverStore } from './popover-store';

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
