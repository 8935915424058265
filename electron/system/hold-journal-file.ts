import { lstat } from 'node:fs/promises';
import { formatHoldJournal, longestHoldJournalBytes, parseHoldJournal } from '../core/hold-journal-shape';
import { failure, type Outcome, success } from '../core/outcome';
import { listFolder } from './bounded-folder';
import {
  type FileCalls,
  makePrivateFolder,
  nodeFileCalls,
  removeDurably,
  replaceDurably,
  syncFolder,
  unfinishedFile,
} from './durable-file';
import type { FileLock } from './file-lock';
import type { HoldJournalDoor, HoldJournalReading } from './hold-doors';
import type { MacHost } from './host';
import { onDisk } from './host';
import { readOwnFile } from './own-file';
import { supportFolder } from './support-folder';

const journalName = 'hold.json';
const requestName = 'hold-end-request';
const setAsideName = /^hold-unreadable-[0-9A-Za-z-]{1,40}\.json$/;
const mostNames = 2_000;
const largestRequestBytes = 64;

/** macOS path of the lock that a hold's process has; its folder is made when the lock is taken. */
export const holdLockFile = (host: MacHost): string => `${supportFolder(host)}/hold.lock`;

/** The journal as a file of the user's alone. Nothing that lies in its place is followed, obeyed or thrown away. */
export const createHoldJournalDoor = (
  host: MacHost,
  lock: FileLock,
  files: FileCalls = nodeFileCalls,
): HoldJournalDoor => {
  const folder = onDisk(host, supportFolder(host));
  const ownerUid = process.getuid?.() ?? host.uid;

  const attempt = async <Code extends string>(
    code: Code,
    what: string,
    run: () => Promise<void>,
  ): Promise<Outcome<void, Code>> => {
    try {
      await run();
      return success(undefined);
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return failure(code, `${what} (${reason}).`);
    }
  };

  return {
    async claim() {
      const made = await attempt('no-lock', 'Latchkey’s folder could not be made', () => makePrivateFolder(folder));
      return made.ok ? lock.claim() : made;
    },
    release: () => lock.release(),
    read: async (): Promise<HoldJournalReading> => {
      const text = await readOwnFile(`${folder}/${journalName}`, { ownerUid, largestBytes: longestHoldJournalBytes });
      if (!text.ok) {
        if (text.code === 'missing') return { kind: 'none' };
        return { kind: text.code === 'unreadable' ? 'unreadable' : 'garbled', reason: text.reason };
      }
      const parsed = parseHoldJournal(text.value);
      if (parsed.ok) return { kind: 'journal', journal: parsed.value };
      return { kind: parsed.code === 'newer' ? 'unreadable' : 'garbled', reason: parsed.reason };
    },
    write: (journal) =>
      attempt('not-written', 'What is to be put back could not be written down', () =>
        replaceDurably(files, folder, journalName, formatHoldJournal(journal)),
      ),
    remove: () =>
      attempt('not-removed', 'The note of what is to be put back could not be removed', async () => {
        if (await isThere(folder)) await removeDurably(files, folder, journalName);
      }),
    hasLeftovers: async () =>
      (await isThere(unfinishedFile(folder, journalName))) || (await isThere(`${folder}/${requestName}`)),
    async setAside() {
      const name = `hold-unreadable-${new Date(host.now()).toISOString().replaceAll(/[:.]/g, '-')}`;
      let free = `${name}.json`;
      for (let count = 2; await isThere(`${folder}/${free}`); count += 1) free = `${name}-${count}.json`;
      const done = await attempt('not-set-aside', 'It could not be renamed', async () => {
        await files.rename(`${folder}/${journalName}`, `${folder}/${free}`);
        await syncFolder(files, folder);
      });
      return done.ok ? success(`${supportFolder(host)}/${free}`) : done;
    },
    async listSetAside() {
      const names = await listFolder(host, supportFolder(host), mostNames);
      return names.filter((name) => setAsideName.test(name)).map((name) => `${supportFolder(host)}/${name}`);
    },
    requestEnd: (relock) =>
      attempt('not-written', 'The hold’s process could not be asked', () =>
        replaceDurably(files, folder, requestName, relock ? 'relock\n' : 'end\n'),
      ),
    async takeEndRequest() {
      const text = await readOwnFile(`${folder}/${requestName}`, { ownerUid, largestBytes: largestRequestBytes });
      if (!text.ok && text.code === 'missing') return null;
      await attempt('not-removed', '', () => removeDurably(files, folder, requestName));
      // Whatever else lies there asks for nothing.
      if (!text.ok || (text.value !== 'relock\n' && text.value !== 'end\n')) return null;
      return { relock: text.value === 'relock\n' };
    },
  };
};

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
