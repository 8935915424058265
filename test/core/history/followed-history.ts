import type { HistoryEvent } from '../../../electron/core/history/history-event';
import { emptyHistoryMemory, followHistory, type Witnessed } from '../../../electron/core/history/history-events';
import type { OwnAct } from '../../../electron/core/history/own-act';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { RemoteSession } from '../../../electron/core/words/session';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { keychain, loginPath, remoteAccess } from '../sample-facts';

export const start = Date.UTC(2026, 8, 10, 9, 0);
export const iso = (second: number): string => new Date(start + second * 1000).toISOString();
export const session: RemoteSession = {
  ...{ id: 'ssh:501', kind: 'ssh', user: 'alice', from: '192.168.1.9', bornIn: 'ssh', sees: 'locked' },
  ...{ basis: 'inferred', reason: '' },
};
export const fresh: RemoteSession = { ...session, id: 'fresh-ssh', kind: 'fresh-ssh' };

export const snapshot = (second: number, changes: Partial<Snapshot> = {}): Snapshot => ({
  schemaVersion: 1,
  takenAt: iso(second),
  host: {
    platform: 'simulated-macos',
    macosVersion: '26.1',
    managerName: 'Aqua',
    securitySession: { id: 100006, graphicAccess: true, remote: false, initial: false },
  },
  keychains: [keychain()],
  remoteAccess,
  sessions: [fresh],
  credentials: [],
  verdict: { level: 'go', sentence: 'You can go.', primary: { kind: 'none' }, places: [] },
  warnings: [],
  hold: { state: 'off' },
  ...changes,
});
export const unlocked = (second: number, changes: Partial<Keychain> = {}) =>
  snapshot(second, { keychains: [keychain(changes)] });
export const locked = (second: number, changes: Partial<Keychain> = {}) =>
  unlocked(second, { lock: { state: 'locked', session: 'desktop' }, ...changes });
export const unknown = (second: number) =>
  unlocked(second, { lock: { state: 'unknown', reason: '', session: 'desktop' } });

export const quiet: Witnessed = { acts: [], sleeps: [], earlier: null, bootedAt: null };
export const act = (changes: Partial<OwnAct>): OwnAct => ({
  ...{ kind: 'lock', target: { kind: 'keychain', path: loginPath } },
  ...{ startedAt: start + 1_000, endedAt: start + 1_100, isDone: true },
  ...changes,
});

/** Every event of a row of looks after the first one, each with what was witnessed by then. */
export const follow = (...looks: readonly (readonly [Snapshot, Partial<Witnessed>?])[]): readonly HistoryEvent[] => {
  let memory = emptyHistoryMemory;
  const events: HistoryEvent[] = [];
  for (const [index, [look, witnessed]] of looks.entries()) {
    const step = followHistory(memory, look, { ...quiet, ...witnessed });
    memory = step.memory;
    if (index > 0) events.push(...step.events);
  }
  return events;
};
