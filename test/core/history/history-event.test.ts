import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../../electron/core/history/history-event';
import { parseHistoryEvent } from '../../../electron/core/history/history-event';
import { loginPath } from '../sample-facts';

const at = '2026-09-10T09:00:00.000Z';
const settings = { lockOnSleep: true, idleTimeoutSeconds: null };
const keychainPath = loginPath;

const good: readonly HistoryEvent[] = [
  { at, kind: 'lock-state', keychainPath, state: 'locked', cause: 'idle', by: 'elsewhere' },
  { at, kind: 'lock-state', keychainPath, state: 'unlocked', cause: 'unknown', by: 'unknown', found: 'carried-over' },
  {
    at,
    kind: 'auto-lock',
    keychainPath,
    before: settings,
    after: { ...settings, idleTimeoutSeconds: 300 },
    by: 'latchkey',
  },
  { at, kind: 'session-came', sessionId: 'ssh:501', sessionKind: 'ssh', from: '192.168.1.9', found: 'first-seen' },
  { at, kind: 'session-left', sessionId: 'x', sessionKind: 'tmux-server', name: 'work 🛰' },
  { at, kind: 'login-expired', tool: 'gh', account: 'github.com' },
  { at, kind: 'app-started', bootedAt: '2026-09-10T06:30:00.250Z' },
  { at, kind: 'app-stopped' },
  { at, kind: 'watching' },
  { at, kind: 'sleep' },
  { at, kind: 'wake' },
  { at, kind: 'hold-started', until: '2026-09-10T13:00:00.000Z' },
  { at, kind: 'hold-ended', isRestored: false },
  { at, kind: 'truncated' },
];

describe('a line of the history', () => {
  it.each(good)('$kind comes back as it was written', (event) => {
    expect(parseHistoryEvent(JSON.stringify(event))).toEqual(event);
  });

  it('takes over nothing that an event does not have', () => {
    const line = JSON.stringify({ at, kind: 'sleep', command: 'security unlock-keychain -p secret', __proto__: null });
    expect(parseHistoryEvent(line)).toEqual({ at, kind: 'sleep' });
  });

  const lockState = { at, kind: 'lock-state', keychainPath, state: 'locked', cause: 'idle', by: 'elsewhere' };
  it.each([
    ['nothing', ''],
    ['half a line', JSON.stringify(lockState).slice(0, 60)],
    ['no object', '[1,2]'],
    ['a number', '7'],
    ['null', 'null'],
    ['bytes', '\u0000\ufffd\ufffd'],
    ['no time', JSON.stringify({ kind: 'sleep' })],
    ['a time that is none', JSON.stringify({ at: '2026-13-40T09:00:00.000Z', kind: 'sleep' })],
    ['a time of another form', JSON.stringify({ at: '2026-09-10T09:00:00Z', kind: 'sleep' })],
    ['a day that there is not', JSON.stringify({ at: '2026-02-31T09:00:00.000Z', kind: 'sleep' })],
    ['a kind that is none', JSON.stringify({ at, kind: 'secret' })],
    ['a kind of the prototype', JSON.stringify({ at, kind: 'toString' })],
    ['a state that is none', JSON.stringify({ ...lockState, state: 'half-locked' })],
    ['a cause that is none', JSON.stringify({ ...lockState, cause: 'magic' })],
    ['an empty path', JSON.stringify({ ...lockState, keychainPath: '' })],
    ['a path that is a number', JSON.stringify({ ...lockState, keychainPath: 7 })],
    ['a name of 2,000 characters', JSON.stringify({ at, kind: 'login-expired', tool: 'x'.repeat(2_000) })],
    ['a line of 5,000 characters', `${' '.repeat(5_000)}${JSON.stringify({ at, kind: 'sleep' })}`],
    ['settings that are none', JSON.stringify({ at, kind: 'auto-lock', keychainPath, by: 'latchkey', before: null })],
    ['a timeout that is none', JSON.stringify({ ...good[2], after: { lockOnSleep: true, idleTimeoutSeconds: -1 } })],
  ])('%s is none', (_name, line) => {
    expect(parseHistoryEvent(line)).toBeNull();
  });
});
