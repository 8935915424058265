import type { UndoOffer } from '../core/monitor-state';
import { formatUndoOffers, parseUndoOffers } from '../core/undo-offers';
import { readBoundedFile } from './bounded-file';
import { makePrivateFolder, nodeFileCalls, replaceDurably } from './durable-file';
import type { MacHost } from './host';
import { onDisk } from './host';
import { supportFolder } from './support-folder';

const fileName = 'auto-lock-undo.json';
const largestBytes = 65_536;

/** The changes of auto-lock that can be taken back, kept past the end of the process. */
export interface UndoDoor {
  /** None where there is no file, or none that can be believed: nothing but the offer is lost with it. */
  read(): Promise<readonly UndoOffer[]>;
  /** Never rejects: what cannot be written can be taken back as long as this process runs. */
  write(offers: readonly UndoOffer[]): Promise<void>;
}

export const createUndoDoor = (host: MacHost): UndoDoor => ({
  read: async () => {
    const file = await readBoundedFile(host, `${supportFolder(host)}/${fileName}`, largestBytes);
    return file.kind === 'text' ? parseUndoOffers(file.text) : [];
  },
  write: async (offers) => {
    const folder = onDisk(host, supportFolder(host));
    try {
      await makePrivateFolder(folder);
      await replaceDurably(nodeFileCalls, folder, fileName, formatUndoOffers(offers));
    } catch {
      // Said above.
    }
  },
});
