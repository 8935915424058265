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
