import type { HoldEntry, HoldJournal } from '../../electron/core/hold/hold-journal';
import { loginPath } from './sample-facts';

export const beforeHold = { lockOnSleep: true, idleTimeoutSeconds: 300 };

export const holdEntry = (changes: Partial<HoldEntry> = {}): HoldEntry => ({
  path: loginPath,
  signature: '0123456789abcdef0123456789abcdef',
  before: beforeHold,
  wasLocked: false,
  progress: 'held',
  lockedSince: false,
  decision: null,
  ...changes,
});

export const holdJournal = (changes: Partial<HoldJournal> = {}): HoldJournal => ({
  schemaVersion: 1,
  owner: { kind: 'app', pid: 501 },
  startedIn: { bootedAtMs: 1_000, login: '186a7' },
  session: 'desktop',
  startedAt: '2026-09-10T09:00:00.000Z',
  end: { kind: 'at', at: '2026-09-10T13:00:00.000Z' },
  keepAwake: false,
  relock: 'as-before',
  phase: 'holding',
  goesOn: false,
  keychains: [holdEntry()],
  ...changes,
});
