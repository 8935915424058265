import { formatHoldJournal, longestHoldJournalBytes, parseHoldJournal } from '../../core/hold/hold-journal';
import { failure, type Outcome, success } from '../../core/outcome';
import { isoTime } from '../../core/time/outside-numbers';
import { pickNames, readBoundedFolder } from '../files/bounded-folder';
import { type FileCalls, removeDurably, replaceDurably, setAside, unfinishedFile } from '../files/durable-file';
import { type FileFingerprint, fileFingerprint, isTaken } from '../files/file-fingerprint';
import type { FileLock } from '../files/file-lock';
import { readOwnFile, statusOf } from '../files/own-file';
import { findFolder, makeClosedFolder, type OwnFolder } from '../files/own-folder';
import { supportFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';
import type { HoldJournalDoor, HoldJournalReading } from './hold-doors';

const journalName = 'hold.json';
const requestName = 'hold-end-request';
const setAsideName = /^hold-unreadable-[0-9A-Za-z-]{1,40}\.json$/;
const mostNames = 2_000;
const largestRequestBytes = 64;

/** macOS path of the lock that a hold's process has; its folder is made when the lock is taken. */
export const holdLockFile = (host: MacHost): string => `${supportFolder(host)}/hold.lock`;

/** The journal as a file of the user's alone. Nothing that lies in its place is followed, obeyed or thrown away. */
export const createHoldJournalDoor = (host: MacHost, lock: FileLock, files?: FileCalls): HoldJournalDoor => {
  const folder = supportFolder(host);

  /** Null where there is none; a sentence where it is not to be used. */
  const find = async (): Promise<OwnFolder | null | string> => {
    const found = await findFolder(host, folder);
    if (found.kind === 'refused') return found.reason;
    return found.kind === 'folder' ? found.folder : null;
  };

  /**
   * Where no journal was, as it was then. Every look asks, and almost always nobody holds anything: judging all folders above anew
   * each time was most of what Latchkey did on a Mac at rest.
   */
  let emptyFolder: { readonly fingerprint: FileFingerprint } | null = null;

  const readNow = async (): Promise<HoldJournalReading> => {
    const found = await find();
    if (typeof found === 'string') return { kind: 'unreadable', reason: found };
    if (found === null) return { kind: 'none' };
    const text = await readOwnFile(found, journalName, { largestBytes: longestHoldJournalBytes });
    if (!text.ok) {
      if (text.code === 'missing') return { kind: 'none' };
      return { kind: text.code === 'unreadable' ? 'unreadable' : 'garbled', reason: text.reason };
    }
    const parsed = parseHoldJournal(text.value);
    if (parsed.ok) return { kind: 'journal', journal: parsed.value };
    return { kind: parsed.code === 'newer' ? 'unreadable' : 'garbled', reason: parsed.reason };
  };

  const inFolder = async <Value, Code extends string>(
    code: Code,
    what: string,
    run: (made: OwnFolder) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value, Code>> => {
    const made = await makeClosedFolder(host, folder);
    const done = made.ok ? await run(made.value) : made;
    return done.ok ? done : failure(code, `${what}. ${done.reason}`);
  };

  return {
    async claim() {
      const made = await makeClosedFolder(host, folder);
      return made.ok
        ? lock.claim()
        : failure('no-lock', `The lock of Keep Unlocked could not be taken. ${made.reason}`);
    },
    release: () => lock.release(),
    async read() {
      const fingerprint = await fileFingerprint(host, folder);
      const isSame = emptyFolder !== null && emptyFolder.fingerprint === fingerprint && isTaken(fingerprint);
      if (isSame && (await fileFingerprint(host, `${folder}/${journalName}`)) === null) return { kind: 'none' };
      const reading = await readNow();
      emptyFolder = reading.kind === 'none' ? { fingerprint } : null;
      return reading;
    },
    write: (journal) =>
      inFolder('not-written', 'What is to be put back could not be written down', (made) =>
        replaceDurably(made, journalName, formatHoldJournal(journal), { files, isUnderLock: true }),
      ),
    async remove() {
      if ((await find()) === null) return success(undefined);
      return inFolder('not-removed', 'The note of what is to be put back is still there', (made) =>
        removeDurably(made, journalName, files),
      );
    },
    async hasLeftovers() {
      const found = await find();
      if (found === null || typeof found === 'string') return false;
      return (await isThere(unfinishedFile(found, journalName))) || (await isThere(`${found.path}/${requestName}`));
    },
    async setAside() {
      const name = `hold-unreadable-${isoTime(host.now()).replaceAll(/[:.]/g, '-')}.json`;
      const kept = await inFolder('not-set-aside', 'It could not be renamed', (made) =>
        setAside(made, journalName, name, files),
      );
      return kept.ok ? success(`${folder}/${kept.value}`) : kept;
    },
    async listSetAside() {
      return pickNames(await readBoundedFolder(host, folder, mostNames), (names) =>
        names.filter((name) => setAsideName.test(name)).map((name) => `${folder}/${name}`),
      );
    },
    requestEnd: (relock) =>
      inFolder('not-written', 'The process of Keep Unlocked could not be asked', (made) =>
        replaceDurably(made, requestName, relock ? 'relock\n' : 'end\n', { files }),
      ),
    async takeEndRequest() {
      const found = await find();
      if (found === null || typeof found === 'string') return null;
      const text = await readOwnFile(found, requestName, { largestBytes: largestRequestBytes });
      if (!text.ok && text.code === 'missing') return null;
      await removeDurably(found, requestName, files);
      // Whatever else lies there asks for nothing.
      if (!text.ok || (text.value !== 'relock\n' && text.value !== 'end\n')) return null;
      return { relock: text.value === 'relock\n' };
    },
  };
};

/** What cannot be seen may be there: whoever takes it up is told why it cannot be read. */
const isThere = async (path: string): Promise<boolean> => (await statusOf(path)).kind !== 'absent';
