import { type RefObject, useEffect } from 'react';
import { bridge } from '../store/bridge';

/** What the contract takes. A display with less room is the main process's to know; the page scrolls then. */
const [leastPixels, mostPixels] = [120, 2000];

/** Asks for a settings window as high as its content, now and whenever that changes. */
export const useFitSettings = (content: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = content.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const heightPixels = Math.min(mostPixels, Math.max(leastPixels, Math.ceil(element.offsetHeight)));
      // A window of the wrong height still scrolls; there is nothing to tell anybody.
      bridge.app.resizeSettings({ heightPixels }).catch(() => undefined);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [content]);
};
