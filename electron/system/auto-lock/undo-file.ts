import { formatUndoOffers, parseUndoOffers } from '../../core/auto-lock/undo-offers';
import type { UndoOffer } from '../../core/words/pending';
import { replaceDurably } from '../files/durable-file';
import { readOwnFile } from '../files/own-file';
import { findFolder, makeClosedFolder } from '../files/own-folder';
import { supportFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';

const fileName = 'auto-lock-undo.json';
const largestBytes = 65_536;

/** The changes of auto-lock that can be taken back, kept past the end of the process. */
export interface UndoDoor {
  /** None where there is no file, or none that can be believed: nothing but the offer is lost with it. */
  read(): Promise<readonly UndoOffer[]>;
  /** Never rejects: what cannot be written can be taken back as long as this process runs. */
  write(offers: readonly UndoOffer[]): Promise<void>;
}

/** What stands in the file is written to keychains on a click, so only a file of the user's alone is believed. */
export const createUndoDoor = (host: MacHost): UndoDoor => ({
  read: async () => {
    const found = await findFolder(host, supportFolder(host));
    if (found.kind !== 'folder') return [];
    const text = await readOwnFile(found.folder, fileName, { largestBytes });
    return text.ok ? parseUndoOffers(text.value) : [];
  },
  write: async (offers) => {
    const folder = await makeClosedFolder(host, supportFolder(host));
    // What cannot be written is said above.
    if (folder.ok) await replaceDurably(folder.value, fileName, formatUndoOffers(offers));
  },
});
