import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../../electron/core/history/history-event';
import { mostDayBytes } from '../../../electron/system/history/history-file';
import { createHistoryDoor, type HistoryDoor } from '../../../electron/system/history/history-folder';
import { parseBootTime } from '../../../electron/system/machine/host-facts';
import { macWithDoors, twoKeychains } from '../simulated-doors';
import { someHost } from '../some-host';

const day = '2026-09-10';
const at = (clock: string): string => `${day}T${clock}:00.000Z`;
const event = (clock: string, kind: 'sleep' | 'wake' | 'watching' = 'sleep'): HistoryEvent => ({ at: at(clock), kind });
const long = (clock: string): HistoryEvent => ({ at: at(clock), kind: 'login-expired', tool: 'x'.repeat(900) });

let root = '';
let folder = '';
let file = '';
let door: HistoryDoor;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'latchkey-history-'));
  folder = `${root}/Users/alice/Library/Application Support/Latchkey/history`;
  file = `${folder}/${day}.ndjson`;
  door = createHistoryDoor(someHost({ kind: 'simulated-macos', root }));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (text: string | Buffer): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
};
const text = (): string => readFileSync(file, 'utf8');
const modeOf = (path: string): number => lstatSync(path).mode & 0o777;

describe('writing', () => {
  it('makes the folder and the file for the user alone, and adds line after line', async () => {
    expect(door.append([event('09:00')], []).ok).toBe(true);
    expect(door.append([event('09:30', 'wake'), event('09:45', 'watching')], []).ok).toBe(true);
    expect([modeOf(folder), modeOf(file)]).toEqual([0o700, 0o600]);
    expect(text().split('\n')).toEqual([
      `{"at":"${at('09:00')}","kind":"sleep"}`,
      `{"at":"${at('09:30')}","kind":"wake"}`,
      `{"at":"${at('09:45')}","kind":"watching"}`,
      '',
    ]);
    expect(await door.read([day])).toEqual({
      events: [event('09:00'), event('09:30', 'wake'), event('09:45', 'watching')],
      problems: [],
      skippedLines: 0,
    });
  });

  it('begins a file that is made with what was carried over, and only that one', async () => {
    door.append([event('09:00')], [event('08:59', 'watching')]);
    door.append([event('09:30', 'wake')], [event('09:29', 'watching')]);
    const { events } = await door.read([day]);
    expect(events.map((one) => one.at.slice(11, 16))).toEqual(['08:59', '09:00', '09:30']);
  });

  it('leaves a last line that a crash cut off as it is, and begins a new one', async () => {
    const torn = '{"at":"2026-09-10T08:00:00.000Z","kind":"sle';
    put(`${JSON.stringify(event('07:00'))}\n${torn}`);
    door.append([event('09:00')], []);
    expect(text()).toBe(`${JSON.stringify(event('07:00'))}\n${torn}\n${JSON.stringify(event('09:00'))}\n`);
    expect(await door.read([day])).toEqual({ events: [event('07:00'), event('09:00')], problems: [], skippedLines: 1 });
  });

  it('takes a bounded number of bytes a day, and says so once', async () => {
    for (let count = 0; count < 400; count += 1) expect(door.append([long('09:00')], []).ok).toBe(true);
    const size = lstatSync(file).size;
    expect(size).toBeLessThanOrEqual(mostDayBytes);
    expect(size).toBeGreaterThan(mostDayBytes - 2_000);
    door.append([event('23:00')], []);
    expect(lstatSync(file).size).toBe(size);
    const { events } = await door.read([day]);
    expect(events.filter(({ kind }) => kind === 'truncated')).toEqual([{ at: at('09:00'), kind: 'truncated' }]);
    expect(events.at(-1)?.kind).toBe('truncated');
  });

  it('never writes more than fits, however much comes at once', () => {
    door.append(new Array(5_000).fill(long('09:00')), []);
    expect(lstatSync(file).size).toBeLessThanOrEqual(mostDayBytes);
  });

  it('takes the file back from others who were let in', () => {
    put('');
    chmodSync(file, 0o666);
    door.append([event('09:00')], []);
    expect(modeOf(file)).toBe(0o600);
  });
});

describe('what may lie in the way', () => {
  const elsewhere = () => join(root, 'elsewhere');
  it.each<readonly [string, () => void, RegExp]>([
    ['a link to a file', () => symlinkSync(elsewhere(), file), /It is a link\.$/],
    ['a link to nowhere', () => symlinkSync(join(root, 'nowhere'), file), /It is a link\.$/],
    ['a folder', () => mkdirSync(file), /It is a folder\.$/],
    ['a pipe', () => spawnSync('mkfifo', [file]), /It is not a plain file\.$/],
    ['a second name of another file', () => linkSync(elsewhere(), file), /It has a second name elsewhere\.$/],
  ])('%s is told of, left as it is and not written through', async (_name, place, reason) => {
    writeFileSync(elsewhere(), 'mine');
    mkdirSync(folder, { recursive: true });
    place();
    const kind = lstatSync(file).mode;
    const outcome = door.append([event('09:00')], []);
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
    expect(!outcome.ok && outcome.reason).toContain(`/Users/alice/Library/Application Support/Latchkey/history/${day}`);
    expect(lstatSync(file).mode).toBe(kind);
    expect(readFileSync(elsewhere(), 'utf8')).toBe('mine');
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
    expect((await door.read([day])).events).toEqual([]);
  });

  it.each<readonly [string, () => void]>([
    ['a link to a folder', () => symlinkSync(root, folder)],
    ['a file', () => writeFileSync(folder, 'mine')],
  ])('%s in the place of the whole folder', async (_name, place) => {
    mkdirSync(dirname(folder), { recursive: true });
    place();
    const before = readdirSync(root);
    expect(door.append([event('09:00')], [])).toMatchObject({ ok: false, code: 'no-folder' });
    expect(await door.days()).toMatchObject({ ok: false, reason: expect.stringContaining('history') });
    expect(await door.erase()).toMatchObject({ ok: false });
    expect(readdirSync(root)).toEqual(before);
  });

  it('garbage, lines without end and events of other days are left out, and counted', async () => {
    const good = JSON.stringify(event('09:00'));
    const lines = [
      ...['not json', '{}', 'null', '[]', '\u0000\u0001\u0002'],
      ...[`{"at":"${at('09:00')}","kind":"login-expired","tool":"${'x'.repeat(60_000)}"}`],
      ...['{"at":"2026-09-11T09:00:00.000Z","kind":"sleep"}', good, '{"kind":"sleep"', '', good],
    ];
    put(Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from(`${lines.join('\n')}\n`)]));
    const before = text();
    expect(await door.read([day])).toEqual({ events: [event('09:00'), event('09:00')], problems: [], skippedLines: 9 });
    door.append([event('10:00')], []);
    expect(text()).toBe(`${before}${JSON.stringify(event('10:00'))}\n`);
  });

  it('of a file that is far too large the beginning is read, and no more is added than that it is full', async () => {
    const line = `${JSON.stringify(event('09:00'))}\n`;
    put(line.repeat(40_000));
    const size = lstatSync(file).size;
    const reading = await door.read([day]);
    expect(reading.events.length).toBeGreaterThan(1_000);
    expect(reading.events.length).toBeLessThan(10_000);
    expect(reading.problems).toEqual([expect.stringContaining('larger than Latchkey makes it')]);
    door.append([event('10:00')], []);
    expect(lstatSync(file).size).toBeLessThan(size + 200);
  });

  it('a day without a file is no problem, and a file that may not be read is', async ({ skip }) => {
    expect(await door.read(['2026-09-09'])).toEqual({ events: [], problems: [], skippedLines: 0 });
    skip(process.getuid?.() === 0, 'root may read everything');
    put('');
    chmodSync(file, 0);
    expect((await door.read([day])).problems).toEqual([expect.stringContaining('EACCES')]);
  });
});

describe('removing', () => {
  const names = (): readonly string[] => readdirSync(folder).sort();
  beforeEach(() => {
    mkdirSync(folder, { recursive: true });
    for (const name of ['2026-09-08.ndjson', '2026-09-09.ndjson', `${day}.ndjson`, 'notes.txt', '2026-09-08.json']) {
      writeFileSync(join(folder, name), '');
    }
  });

  it('names the days, the oldest first, and nothing that is none', async () => {
    expect(await door.days()).toEqual({ ok: true, value: ['2026-09-08', '2026-09-09', day] });
  });

  it('removes what is older than a day, and nothing else', async () => {
    expect(await door.removeBefore('2026-09-09')).toEqual({ ok: true, value: 1 });
    expect(names()).toEqual(['2026-09-08.json', '2026-09-09.ndjson', `${day}.ndjson`, 'notes.txt']);
  });

  it('erases all days; what is not ours stays', async () => {
    expect(await door.erase()).toEqual({ ok: true, value: 3 });
    expect(names()).toEqual(['2026-09-08.json', 'notes.txt']);
    expect(await door.erase()).toEqual({ ok: true, value: 0 });
  });

  it('removes a link, not what it leads to, and names what it cannot remove', async () => {
    writeFileSync(join(root, 'elsewhere'), 'mine');
    symlinkSync(join(root, 'elsewhere'), join(folder, '2026-09-07.ndjson'));
    mkdirSync(join(folder, '2026-09-06.ndjson'));
    expect(await door.erase()).toMatchObject({ ok: false, reason: expect.stringContaining('2026-09-06.ndjson') });
    expect(names()).toEqual(['2026-09-06.ndjson', '2026-09-08.json', 'notes.txt']);
    expect(readFileSync(join(root, 'elsewhere'), 'utf8')).toBe('mine');
  });
});

describe('when this Mac was started', () => {
  it.each([
    ['{ sec = 1789021800, usec = 250000 } Thu Sep 10 06:30:00 2026\n', 1_789_021_800_250],
    ['{ sec = 0, usec = 0 } Thu Jan  1 00:00:00 1970', 0],
    ['kern.boottime: { sec = 1, usec = 2 }', null],
    ['', null],
    ['{ sec = soon, usec = 0 }', null],
  ])('%j', (stdout, expected) => {
    expect(parseBootTime(stdout)).toBe(expected);
  });

  it('is read from the Mac, and not known where it does not say', async () => {
    const { mac, doors } = await macWithDoors({ ...twoKeychains, bootedAt: '2026-09-10T06:30:00Z' });
    try {
      expect(await doors().readBootTime()).toBe(Date.UTC(2026, 8, 10, 6, 30));
      mac.setFaults([{ tool: 'sysctl', exit: 1 }]);
      expect(await doors().readBootTime()).toBeNull();
    } finally {
      await mac.dispose();
    }
  });
});
