import { failure, type Outcome } from '../../core/outcome';
import { formatPreferences, type Preferences, parsePreferences } from '../../core/preferences/preferences';
import { replaceDurably, setAside } from '../files/durable-file';
import { type OwnFileProblem, readOwnFile } from '../files/own-file';
import { findFolder, makeClosedFolder } from '../files/own-folder';
import { supportFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';

/** `missing` is the normal first start; the others mean that something else lies where the settings should. */
export type PreferencesProblem = OwnFileProblem | 'not-trusted' | 'not-settings';

/** The file with the user's choices, the same for the app and the command line. */
export interface PreferencesDoor {
  read(): Promise<Outcome<Preferences, PreferencesProblem>>;
  write(preferences: Preferences): Promise<Outcome<void, 'not-written'>>;
  /** Puts what is not ours out of the way, under a name that says so, for the user to look at. Tells whether it went. */
  keepAside(): Promise<boolean>;
}

/** Electron's own folder for them is the support folder on a Mac. */
const fileName = 'settings.json';
/** Far above what the file ever holds. */
const largestBytes = 16_384;

/** A link is not followed, a pipe not waited for; others may read what is no secret, and never write it. */
export const createPreferencesDoor = (host: MacHost): PreferencesDoor => ({
  async read() {
    const found = await findFolder(host, supportFolder(host));
    if (found.kind === 'missing') return failure('missing', 'There is none yet.');
    if (found.kind === 'refused') return failure('not-trusted', found.reason);
    const text = await readOwnFile(found.folder, fileName, { largestBytes, others: 'reading' });
    return text.ok ? parsePreferences(text.value) : text;
  },
  async write(preferences) {
    const folder = await makeClosedFolder(host, supportFolder(host));
    if (!folder.ok) return failure('not-written', folder.reason);
    const written = await replaceDurably(folder.value, fileName, formatPreferences(preferences));
    return written.ok ? written : failure('not-written', written.reason);
  },
  async keepAside() {
    const found = await findFolder(host, supportFolder(host));
    if (found.kind !== 'folder') return false;
    return (await setAside(found.folder, fileName, `${fileName}.unreadable-${host.now()}`)).ok;
  },
});
