import type { EndDatesReading } from '../../core/credentials/end-of-login';
import { type EnteredEndDate, parseEndDates, writeEndDates } from '../../core/credentials/entered-end-dates';
import { failure, type Outcome } from '../../core/outcome';
import { asClause } from '../../core/text/mid-sentence';
import { replaceDurably, setAside } from '../files/durable-file';
import { readOwnFile } from '../files/own-file';
import { findFolder, makeClosedFolder, type OwnFolder } from '../files/own-folder';
import { endDatesName, supportFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';

/** The file with the end dates that the user has entered. No token is ever in it. */
export interface EndDatesFile {
  /** Its macOS path. */
  readonly path: string;
  read(): Promise<EndDatesReading>;
  /** What lay there and could not be used is put aside, under a name that says so. */
  write(dates: readonly EnteredEndDate[]): Promise<Outcome<void, 'not-written'>>;
}

const largestBytes = 256 * 1024;

export const createEndDatesFile = (host: MacHost): EndDatesFile => {
  const path = `${supportFolder(host)}/${endDatesName}`;

  const readIn = async (folder: OwnFolder): Promise<EndDatesReading> => {
    const text = await readOwnFile(folder, endDatesName, { largestBytes });
    if (!text.ok) {
      if (text.code === 'missing') return { kind: 'read', dates: [] };
      return { kind: 'unreadable', path, reason: asClause(text.reason) };
    }
    const parsed = parseEndDates(text.value);
    return parsed.ok ? { kind: 'read', dates: parsed.value } : { kind: 'unreadable', path, reason: parsed.reason };
  };

  return {
    path,
    async read() {
      const found = await findFolder(host, supportFolder(host));
      if (found.kind === 'missing') return { kind: 'read', dates: [] };
      return found.kind === 'folder'
        ? readIn(found.folder)
        : { kind: 'unreadable', path, reason: asClause(found.reason) };
    },
    async write(dates) {
      const folder = await makeClosedFolder(host, supportFolder(host));
      if (!folder.ok) return notWritten(folder.reason);
      if ((await readIn(folder.value)).kind === 'unreadable') {
        const aside = await setAside(folder.value, endDatesName, `${endDatesName}.unreadable-${host.now()}`);
        if (!aside.ok) return notWritten(aside.reason);
      }
      const written = await replaceDurably(folder.value, endDatesName, writeEndDates(dates));
      return written.ok ? written : notWritten(written.reason);
    },
  };
};

const notWritten = (reason: string) => failure('not-written', `The end date could not be saved. ${reason}`);
