import { type RefObject, useEffect } from 'react';
import { bridge } from '../store/bridge';

/** Above this the content scrolls: the popover is to stay a popover on a small display. */
const maximumHeightPixels = 720;
const minimumHeightPixels = 80;

/** Asks for a window as high as the given parts together, now and whenever they change. */
export const useFitWindow = (parts: readonly RefObject<HTMLElement | null>[]): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts are the same ones for as long as the window lives
  useEffect(() => {
    const elements = parts.map(({ current }) => current).filter((element) => element instanceof HTMLElement);
    let sentPixels = 0;
    const fit = () => {
      const contentPixels = elements.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
      const heightPixels = Math.min(maximumHeightPixels, Math.max(minimumHeightPixels, Math.ceil(contentPixels)));
      if (heightPixels === sentPixels) return;
      sentPixels = heightPixels;
      // A window of the wrong height still scrolls; there is nothing to tell anybody.
      bridge.app.resizePopover({ heightPixels }).catch(() => undefined);
    };
    const observer = new ResizeObserver(fit);
    for (const element of elements) observer.observe(element);
    return () => observer.disconnect();
  }, []);
};
