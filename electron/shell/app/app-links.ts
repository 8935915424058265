import type { App } from 'electron';
import type { Log } from '../base/log';

/** What an address of the app's own may ask for: it opens, and what is done then somebody clicks. */
export type AppLink = 'open' | 'settings';

const links: ReadonlyMap<string, AppLink> = new Map([
  ['latchkey://open', 'open'],
  ['latchkey://settings', 'settings'],
]);

/**
 * Any page and any program can hand such an address to macOS, so the whole grammar is these texts to the letter: no path, no query,
 * no other case. @returns null for all else
 */
export const parseAppLink = (address: string): AppLink | null => links.get(address) ?? null;

export interface AppLinks {
  /** From now on, and the last of those that have come before: an address may be what the app was started for. */
  follow(open: (link: AppLink) => void): void;
}

/** Hears `latchkey://…` from macOS, from before the app is ready on. What is none of its grammar opens nothing. */
export const receiveAppLinks = (app: Pick<App, 'on'>, log: Log): AppLinks => {
  let waiting: AppLink | null = null;
  let open: ((link: AppLink) => void) | null = null;
  app.on('open-url', (event, address) => {
    event.preventDefault();
    const link = parseAppLink(address);
    // The address is a stranger's text: it is not written down.
    if (link === null) log('an address of latchkey: was not understood');
    else if (open === null) waiting = link;
    else open(link);
  });
  return {
    follow(next) {
      open = next;
      if (waiting !== null) next(waiting);
      waiting = null;
    },
  };
};
