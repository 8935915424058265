import { createInTurn } from '../../core/in-turn';
import { defaultPreferences, type Preferences } from '../../core/preferences/preferences';
import type { MacMonitor } from '../../monitor/mac-monitor';
import type { Log } from '../base/log';

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

export const openPreferences = async (file: MacMonitor['preferences'], log: Log): Promise<PreferencesStore> => {
  const read = await file.read();
  let preferences = read.ok ? read.value : defaultPreferences;
  let notice: string | null = null;
  let mayWrite = true;
  if (!read.ok && read.code !== 'missing') {
    log(`settings: ${read.code}, defaults are in force`);
    mayWrite = await file.keepAside();
    notice = mayWrite
      ? 'The settings file could not be used. It was put aside, and the defaults are in force.'
      : 'The settings file cannot be used. The defaults are in force, and changes will not be kept.';
  }

  const listeners: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const inTurn = createInTurn();

  const writeNow = async (): Promise<void> => {
    const written = await file.write(preferences);
    if (written.ok) return;
    log(`settings: ${written.code}`);
    notice = 'The settings could not be saved. They last until Latchkey quits.';
    for (const listener of listeners) listener();
  };

  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    return inTurn.run(writeNow);
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
    flush: () => {
      if (timer !== undefined) return write();
      return inTurn.isBusy() ? inTurn.idle() : null;
    },
  };
};

/** Hands a choice of the user's on at once, and again each time that it has become another one. */
export const follow = <Name extends keyof Preferences>(
  preferences: Pick<PreferencesStore, 'current' | 'subscribe'>,
  name: Name,
  apply: (choice: Preferences[Name]) => void,
): void => {
  let known = preferences.current()[name];
  apply(known);
  preferences.subscribe(() => {
    const choice = preferences.current()[name];
    if (choice === known) return;
    known = choice;
    apply(choice);
  });
};
