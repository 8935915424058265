import { closeSync, constants, fstatSync, lstatSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants as systemConstants } from 'node:os';
import type Koffi from 'koffi';
import { failure, type Outcome, success } from '../../core/outcome';
import { codeOfError } from '../../core/text/code-of-error';

export interface FileLock {
  /** Takes it without waiting. Whoever has it already keeps it. */
  claim(): Outcome<'claimed' | 'elsewhere', 'no-lock'>;
  release(): void;
  /** The open file that the lock is on, for a child that is to share it; null without the lock. */
  file(): number | null;
}

const exclusive = 2;
const withoutWaiting = 4;

/**
 * A lock that the kernel keeps (flock(2)): it is on an open file, is shared with children that are given that file, and
 * ends with the last of them, so nothing is left behind by a crash and no pid has to be believed. The empty file stays:
 * if one removed it, another could lock the removed one.
 *
 * @param path on disk; its folder must be there when it is claimed.
 */
export const createFileLock = (path: string): FileLock => {
  let held: number | null = null;
  return {
    claim() {
      if (held !== null && isStillAt(path, held)) return success('claimed');
      const flock = loadFlock();
      if (!flock.ok) return flock;
      let file: number | undefined;
      try {
        const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;
        file = openSync(path, flags, 0o600);
        if (flock.value.lock(file, exclusive | withoutWaiting) === 0) {
          if (held !== null) closeSync(held);
          held = file;
          return success('claimed');
        }
        const number = flock.value.errorNumber();
        closeSync(file);
        if (number === systemConstants.errno.EWOULDBLOCK || number === systemConstants.errno.EAGAIN)
          return success('elsewhere');
        return failure('no-lock', `The lock of Keep Unlocked could not be taken (error ${number}).`);
      } catch (error) {
        if (file !== undefined) closeSync(file);
        return failure('no-lock', `The lock of Keep Unlocked could not be taken (${codeOfError(error)}).`);
      }
    },
    release() {
      if (held !== null) closeSync(held);
      held = null;
    },
    file: () => held,
  };
};

/** Somebody may have removed the file: another process would make a new one and lock that. */
const isStillAt = (path: string, file: number): boolean => {
  try {
    const [there, ours] = [lstatSync(path), fstatSync(file)];
    return there.ino === ours.ino && there.dev === ours.dev;
  } catch (error) {
    return codeOfError(error) !== 'ENOENT';
  }
};

interface Flock {
  readonly lock: (file: number, operation: number) => number;
  readonly errorNumber: () => number;
}

let loaded: Outcome<Flock, 'no-lock'> | null = null;

/** Node has no call for it. It is in the C library, which this process has loaded already. */
const loadFlock = (): Outcome<Flock, 'no-lock'> => {
  if (loaded) return loaded;
  try {
    // Loaded here and not at the top, so that Latchkey runs where koffi's native part does not load.
    const koffi = createRequire(import.meta.url)('koffi') as typeof Koffi;
    const lock = koffi.load(null).func('int flock(int file, int operation)') as Flock['lock'];
    loaded = success({ lock, errorNumber: () => koffi.errno() });
  } catch {
    loaded = failure(
      'no-lock',
      'Latchkey’s native part does not load here, and without it nothing can be kept unlocked safely.',
    );
  }
  return loaded;
};
