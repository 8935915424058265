import { describe, expect, it } from 'vitest';
import { formatCause, formatHistoryEvent, isNews } from '../../../electron/core/history/format-history';
import type { HistoryEvent } from '../../../electron/core/history/history-event';
import { loginPath } from '../sample-facts';

const at = '2026-09-10T09:00:00.000Z';
const lockState = { at, kind: 'lock-state', keychainPath: loginPath, by: 'elsewhere' } as const;
const settings = { lockOnSleep: true, idleTimeoutSeconds: 300 };

describe('an event as a line', () => {
  it.each<readonly [HistoryEvent, string]>([
    [{ ...lockState, state: 'locked', cause: 'idle' }, 'login: locked by its idle timeout'],
    [{ ...lockState, state: 'locked', cause: 'sleep' }, 'login: locked on sleep'],
    [{ ...lockState, state: 'locked', cause: 'restart', found: 'first-seen' }, 'login: locked by a restart'],
    [{ ...lockState, state: 'locked', cause: 'manual', by: 'latchkey' }, 'login: locked with Latchkey'],
    [{ ...lockState, state: 'locked', cause: 'manual' }, 'login: locked outside Latchkey'],
    [{ ...lockState, state: 'locked', cause: 'unknown', by: 'unknown' }, 'login: locked, not known why'],
    [{ ...lockState, state: 'unlocked', cause: 'manual', by: 'latchkey' }, 'login: unlocked with Latchkey'],
    [{ ...lockState, state: 'locked', cause: 'unknown', found: 'first-seen' }, 'login: found locked'],
    [{ ...lockState, state: 'unknown', cause: 'unknown' }, 'login: lock state unknown'],
    [
      {
        ...{ at, kind: 'auto-lock', keychainPath: loginPath, by: 'elsewhere' },
        ...{ before: settings, after: { lockOnSleep: false, idleTimeoutSeconds: null } },
      },
      'login: auto-lock changed outside Latchkey, from “5 min after last use, on sleep” to “no timeout, not on sleep”',
    ],
    [
      { at, kind: 'session-came', sessionId: 'x', sessionKind: 'ssh', from: '192.168.1.9' },
      'SSH login from 192.168.1.9 came',
    ],
    [
      { at, kind: 'session-came', sessionId: 'x', sessionKind: 'tmux-server', name: 'work', found: 'first-seen' },
      'tmux server ‘work’ was there',
    ],
    [{ at, kind: 'session-left', sessionId: 'x', sessionKind: 'mosh' }, 'mosh session left'],
    [{ at, kind: 'login-expiring', tool: 'gh', account: 'github.com' }, 'The login of gh (github.com) is about to end'],
    [{ at, kind: 'login-expired', tool: 'npm' }, 'The login of npm has ended'],
    [{ at, kind: 'hold-ended', isRestored: false }, 'Keep Unlocked ended; the settings are not yet as before'],
  ])('%j', (event, expected) => {
    expect(formatHistoryEvent(event)).toBe(expected);
  });

  it('says nothing of what only went on', () => {
    expect(isNews({ at, kind: 'watching' })).toBe(false);
    expect(isNews({ ...lockState, state: 'locked', cause: 'unknown', found: 'carried-over' })).toBe(false);
    expect(isNews({ ...lockState, state: 'locked', cause: 'unknown', found: 'first-seen' })).toBe(true);
    expect(isNews({ at, kind: 'truncated' })).toBe(true);
  });

  it('gives a state that is not known no cause', () => {
    expect(formatCause({ state: 'unknown', cause: 'manual', by: 'latchkey' })).toBeNull();
    expect(formatCause({ state: 'not-watched', cause: 'idle', by: 'elsewhere' })).toBeNull();
  });
});
