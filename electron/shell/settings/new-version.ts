import type { NewVersion } from '../../contract/app-state';
import { isOlderVersion } from '../../core/text/version-order';
import type { MacMonitor } from '../../monitor/mac-monitor';
import { follow, type PreferencesStore } from '../preferences/preferences-store';

const askEveryMs = 24 * 60 * 60_000;

export interface NewVersions {
  current(): NewVersion;
  subscribe(listener: () => void): void;
}

export interface NewVersionOptions {
  readonly ask: MacMonitor['askForNewestRelease'];
  readonly preferences: Pick<PreferencesStore, 'current' | 'subscribe'>;
  /** The one that runs. */
  readonly version: string;
}

/** Asks for the newest release once a day while the user has switched that on, and never else. */
export const followNewVersions = ({ ask, preferences, version }: NewVersionOptions): NewVersions => {
  const listeners: (() => void)[] = [];
  let current: NewVersion = ask === null ? { kind: 'not-published' } : { kind: 'not-asked' };
  let asking = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tell = (next: NewVersion): void => {
    current = next;
    for (const listener of listeners) listener();
  };
  const askNow = async (askForRelease: NonNullable<typeof ask>): Promise<void> => {
    const { signal } = asking;
    const newest = await askForRelease(signal);
    if (signal.aborted) return;
    if (!newest.ok) tell({ kind: 'not-known', reason: newest.reason });
    else if (isOlderVersion(version, newest.value)) tell({ kind: 'newer', version: newest.value });
    else tell({ kind: 'newest' });
    timer = setTimeout(() => void askNow(askForRelease), askEveryMs);
    timer.unref();
  };
  if (ask !== null) {
    follow(preferences, 'newVersions', (isWanted) => {
      asking.abort();
      asking = new AbortController();
      clearTimeout(timer);
      if (isWanted) void askNow(ask);
      else if (current.kind !== 'not-asked') tell({ kind: 'not-asked' });
    });
  }
  return { current: () => current, subscribe: (listener) => listeners.push(listener) };
};
