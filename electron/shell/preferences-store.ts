import type { Preferences } from '../contract/app-state';
import { nameOfError } from '../core/name-of-error';
import type { Log } from './log';
import { defaultPreferences, keepAside, readPreferencesFile, writePreferencesFile } from './preferences-file';

/** Several changes in a row make one write. */
const writeDelayMs = 300;

export interface PreferencesStore {
  current(): Preferences;
  /** Said to the user when what lay there could not be used or the last change could not be kept; else null. */
  notice(): string | null;
  change(change: Partial<Preferences>): void;
  subscribe(listener: () => void): void;
  /** Writes at once what is not written yet; null when all is. Never rejects. */
  flush(): Promise<void> | null;
}

/** @param nowMs milliseconds since 1970, for the name of a file that is put aside. */
export const openPreferences = async (path: string, nowMs: number, log: Log): Promise<PreferencesStore> => {
  const read = await readPreferencesFile(path);
  let preferences = read.ok ? read.value : defaultPreferences;
  let notice: string | null = null;
  let mayWrite = true;
  if (!read.ok && read.code !== 'missing') {
    log(`settings: ${read.code}, defaults are in force`);
    mayWrite = await keepAside(path, nowMs);
    notice = mayWrite
      ? 'The settings file could not be used. It was put aside, and the defaults are in force.'
      : 'The settings file cannot be used. The defaults are in force, and changes will not be kept.';
  }

  const listeners: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | null = null;

  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const thisOne: Promise<void> = (writing ?? Promise.resolve())
      .then(() => writePreferencesFile(path, preferences))
      .catch((error: unknown) => {
        log(`settings: not written: ${nameOfError(error)}`);
        notice = 'The settings could not be saved. They last until Latchkey quits.';
        for (const listener of listeners) listener();
      })
      .then(() => {
        if (writing === thisOne) writing = null;
      });
    writing = thisOne;
    return thisOne;
  };

  return {
    current: () => preferences,
    notice: () => notice,
    change: (change) => {
      preferences = { ...preferences, ...change };
      for (const listener of listeners) listener();
      clearTimeout(timer);
      if (mayWrite) timer = setTimeout(() => void write(), writeDelayMs);
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
    flush: () => (timer === undefined ? writing : write()),
  };
};
