import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../electron/core/history/history-event';
import type { SimulatedMac } from '../simulator/simulated-mac';
import { readAnswer } from './answer-schema';
import { createDeskMac } from './desk-mac';
import { deskScenario, loginPath } from './desk-scenario';
import { runLatchkey } from './run-latchkey';

const folderOf = (mac: SimulatedMac): string => `${mac.root}/Users/alice/Library/Application Support/Latchkey/history`;
const event = (at: string, changes: object): HistoryEvent =>
  ({ at: `2026-09-${at}:00.000Z`, ...changes }) as HistoryEvent;
const lockState = { kind: 'lock-state', keychainPath: loginPath, by: 'elsewhere' };

const days: Readonly<Record<string, readonly HistoryEvent[]>> = {
  '2026-09-08': [event('08T10:00', { kind: 'app-started' })],
  '2026-09-09': [
    event('09T00:10', { ...lockState, state: 'unlocked', cause: 'unknown', by: 'unknown', found: 'carried-over' }),
    event('09T21:30', { ...lockState, state: 'locked', cause: 'sleep' }),
    event('09T23:30', {
      kind: 'session-came',
      ...{ sessionId: 'ssh:1', sessionKind: 'tmux-server', name: 'evil\u001b[2J\u202ename' },
    }),
  ],
  '2026-09-10': [
    event('10T08:00', { ...lockState, state: 'unlocked', cause: 'manual', by: 'latchkey' }),
    event('10T08:15', { kind: 'watching' }),
    event('10T08:30', {
      ...{ kind: 'auto-lock', keychainPath: loginPath, by: 'elsewhere' },
      ...{
        before: { lockOnSleep: true, idleTimeoutSeconds: 300 },
        after: { lockOnSleep: false, idleTimeoutSeconds: null },
      },
    }),
  ],
};

/** On 10 September 2026, 09:00 UTC, with a history of three days. */
const macWithHistory = async (): Promise<SimulatedMac> => {
  const mac = await createDeskMac(deskScenario(true));
  mkdirSync(folderOf(mac), { recursive: true });
  for (const [day, events] of Object.entries(days)) {
    const lines = events.map((one) => `${JSON.stringify(one)}\n`).join('');
    writeFileSync(`${folderOf(mac)}/${day}.ndjson`, lines);
  }
  return mac;
};

const run = (mac: SimulatedMac, words: readonly string[], timeZone = 'Europe/Berlin') =>
  runLatchkey({ environment: () => ({ ...mac.environment(), TZ: timeZone }) }, ['history', ...words]);

describe('latchkey history', () => {
  it('is one line an event, by day and in local time', async () => {
    const ended = await run(await macWithHistory(), []);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout.split('\n')).toEqual([
      'Tuesday 8 September 2026',
      '  12:00  Latchkey began to watch',
      '',
      'Wednesday 9 September 2026',
      '  23:30  login: locked on sleep',
      '',
      'Thursday 10 September 2026',
      '  01:30  tmux server ‘evil␛[2J⟨U+202E⟩name’ came',
      '  10:00  login: unlocked with Latchkey',
      '  10:30  login: auto-lock changed outside Latchkey, from “5 min after last use,',
      '         on sleep” to “no timeout, not on sleep”',
      '',
    ]);
  });

  it('--days counts days of the calendar here, today included', async () => {
    const mac = await macWithHistory();
    const headings = async (timeZone: string) =>
      (await run(mac, ['--days', '1'], timeZone)).stdout.split('\n').filter((line) => /^\w/.test(line));
    expect(await headings('Europe/Berlin')).toEqual(['Thursday 10 September 2026']);
    expect((await run(mac, ['--days', '1'], 'Europe/Berlin')).stdout).toContain('01:30');
    expect((await run(mac, ['--days', '1'], 'UTC')).stdout).not.toContain('evil');
    expect((await run(mac, ['--days', '2'], 'UTC')).stdout).toContain('21:30');
  });

  it('--json has every event, exactly as it was recorded', async () => {
    const ended = await run(await macWithHistory(), ['--json']);
    expect(readAnswer('history', ended.stdout)).toEqual({ schemaVersion: 1, events: Object.values(days).flat() });
    expect(ended.code).toBe(0);
  });

  it('says so where nothing was recorded, and records nothing itself', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const ended = await run(mac, []);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing was recorded') });
    await runLatchkey(mac, ['status']);
    await runLatchkey(mac, ['lock']);
    expect(existsSync(folderOf(mac))).toBe(false);
  });

  it('shows the rest where some of it cannot be read, and says what', async () => {
    const mac = await macWithHistory();
    symlinkSync('/etc/hosts', `${folderOf(mac)}/2026-09-07.ndjson`);
    writeFileSync(`${folderOf(mac)}/2026-09-08.ndjson`, 'garbage\n', { flag: 'a' });
    const ended = await run(mac, []);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('unlocked with Latchkey');
    expect(ended.stderr).toContain('2026-09-07.ndjson was left out. It is a link.');
    expect(ended.stderr).toContain('1 line is no event and left out.');
  });

  it('ends with 70 where there is something else in its place', async () => {
    const mac = await createDeskMac(deskScenario(true));
    mkdirSync(dirname(folderOf(mac)), { recursive: true });
    writeFileSync(folderOf(mac), 'mine');
    for (const words of [[], ['--json'], ['--erase']]) {
      const ended = await run(mac, words);
      expect(ended).toMatchObject({ code: 70, stdout: '', stderr: expect.stringContaining('is not a folder') });
    }
    expect(readFileSync(folderOf(mac), 'utf8')).toBe('mine');
  });

  it('--erase removes all of it', async () => {
    const mac = await macWithHistory();
    expect(await run(mac, ['--erase'])).toMatchObject({ code: 0, stdout: '', stderr: 'Erased: 3 days.\n' });
    expect(readdirSync(folderOf(mac))).toEqual([]);
    expect(await run(mac, ['--erase'])).toMatchObject({ code: 0, stderr: 'There was no history.\n' });
  });
});
