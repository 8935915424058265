import { chmod, lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EndDatesReading } from '../core/end-of-login';
import { type EnteredEndDate, parseEndDates, writeEndDates } from '../core/entered-end-dates';
import { failure, type Outcome, success } from '../core/outcome';
import { type MacHost, onDisk } from './host';
import { readOwnFile } from './own-file';
import { endDatesPath } from './support-folder';

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
  const path = endDatesPath(host);
  const file = onDisk(host, path);
  // On the simulated Mac the files belong to whoever runs it, not to its user.
  const ownerUid = process.getuid?.() ?? host.uid;

  const read = async (): Promise<EndDatesReading> => {
    const text = await readOwnFile(file, { ownerUid, largestBytes });
    if (!text.ok) {
      if (text.code === 'missing') return { kind: 'read', dates: [] };
      return { kind: 'unreadable', path, reason: asClause(text.reason) };
    }
    const parsed = parseEndDates(text.value);
    return parsed.ok ? { kind: 'read', dates: parsed.value } : { kind: 'unreadable', path, reason: parsed.reason };
  };

  return {
    path,
    read,
    async write(dates) {
      const unfinished = `${file}.${process.pid}.unfinished`;
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        if (!(await lstat(dirname(file))).isDirectory()) throw new Error('its folder is a link');
        if ((await read()).kind === 'unreadable') await rename(file, `${file}.unreadable-${host.now()}`);
        await rm(unfinished, { force: true });
        await writeFile(unfinished, writeEndDates(dates), { flag: 'wx', mode: 0o600, flush: true });
        // Whatever the umask is.
        await chmod(unfinished, 0o600);
        await rename(unfinished, file);
        return success(undefined);
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        const reason = error instanceof Error ? error.message : String(error);
        return failure('not-written', `The end date could not be saved: ${reason}.`);
      }
    },
  };
};

/** "It is a link." as the end of another sentence. */
const asClause = (sentence: string): string =>
  (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, '');
