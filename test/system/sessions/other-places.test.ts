import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeSessions } from '../../../electron/core/sessions/remote-sessions';
import { createBoundedTools } from '../../../electron/system/children/bounded-tools';
import { createRemoteSessionReader } from '../../../electron/system/sessions/remote-sessions';
import { patience } from '../../vitest/patience';
import { otherPlaces, places } from '../other-places';
import { readValue } from '../read-value';
import { loginKeychain, type MacWithDoors, macWithDoors, onTheDesktop } from '../simulated-doors';

let at: MacWithDoors;
beforeAll(async () => {
  at = await macWithDoors(otherPlaces);
}, patience(10_000));
afterAll(() => at.mac.dispose());

const calls: string[] = [];
const reader = () => {
  const tools = createBoundedTools(at.host());
  return createRemoteSessionReader(
    at.host(),
    {
      ask: (tool, args, kind) => {
        calls.push([tool.split('/').at(-1), ...args].join(' '));
        return tools.ask(tool, args, kind);
      },
    },
    onTheDesktop,
  );
};

const vantage = {
  session: 'desktop',
  loginLock: { state: 'unlocked', session: 'desktop' },
  keychainPath: loginKeychain,
  userName: 'alice',
  beacons: [],
  relock: { idleTimeoutSeconds: null, wokeAt: null },
  now: Date.parse('2026-09-10T12:00:00Z'),
} as const;

describe('places that are no login of sshd’s', () => {
  it('are each told of with where they were born and what is seen there', { timeout: patience(10_000) }, async () => {
    vi.stubEnv('TZ', 'UTC');
    const read = reader();
    const rows = describeSessions(readValue(await read()), vantage);
    const told = rows
      .filter(({ kind }) => kind !== 'ssh')
      .map(({ id, name, bornIn, sees }) => [id, name, bornIn, sees])
      .sort(([one = ''], [other = '']) => one.localeCompare(other));
    const wanted = places
      .flatMap(({ row }) => (row === null ? [] : [[...row]]))
      .sort(([one = ''], [other = '']) => one.localeCompare(other));
    expect(told).toEqual(wanted);
    expect(JSON.stringify(rows)).not.toContain('CANARY');
    expect(rows.find(({ id }) => id === 'other-login:152')).toMatchObject({ from: '100.64.0.7', tty: 'ttys050' });
    expect(rows.find(({ id }) => id === 'other-login:155')).toMatchObject({ from: '100.64.0.8' });

    const asked = calls.filter((call) => call.startsWith('launchctl print'));
    expect(asked).toContain('launchctl print gui/501');
    calls.length = 0;
    await read();
    // What never changes is asked once.
    expect(calls.filter((call) => call.startsWith('launchctl'))).toEqual([]);
  });
});
