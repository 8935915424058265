import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beaconStaleAfterMs } from '../../../electron/core/sessions/beacon';
import { findFolder } from '../../../electron/system/files/own-folder';
import { beaconFolder } from '../../../electron/system/files/support-folder';
import { readBeacon, readBeacons } from '../../../electron/system/sessions/beacons';
import { machineSlowness } from '../../processor-time';
import { someHost } from '../some-host';

const nowMs = Date.parse('2026-09-10T08:31:00Z');
const isoTime = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

let root = '';
let folder = '';
const host = () => someHost({ kind: 'simulated-macos', root, now: () => nowMs });
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'latchkey-beacons-'));
  folder = `${root}/Users/alice/Library/Application Support/Latchkey/beacons`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const beaconText = (pid: number, changes: Readonly<Record<string, unknown>> = {}): string =>
  `${JSON.stringify({
    schemaVersion: 1,
    writtenAt: isoTime(nowMs - 1000),
    pid,
    tty: 'ttys001',
    sshConnection: null,
    tmuxSocket: null,
    managerName: 'Background',
    keychainPath: '/Users/alice/Library/Keychains/login.keychain-db',
    lock: 'locked',
    exitCode: 36,
    variables: [],
    ...changes,
  })}\n`;

const put = (pid: number, text: string | Buffer = beaconText(pid), mode = 0o600): string => {
  const file = join(folder, `shell-${pid}.json`);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
};

/** The beacons' shells, or why they could not be read. */
const reading = async (options = {}): Promise<string | readonly number[]> => {
  const beacons = await readBeacons(host(), options);
  return beacons.kind === 'read' ? beacons.value.map(({ pid }) => pid) : beacons.reason;
};

/** Why the report of shell 666 is not believed. */
const refusal = async (options = {}) => {
  const found = await findFolder(host(), beaconFolder(host()), options);
  const beacon = found.kind === 'folder' ? await readBeacon(host(), found.folder, 'shell-666.json') : null;
  return beacon !== null && !beacon.ok ? beacon.reason : null;
};

describe('the beacons that lie there', () => {
  it('are read, the newest first', async () => {
    for (const pid of [100, 101, 102]) utimesSync(put(pid), pid, pid);
    expect(await reading()).toEqual([102, 101, 100]);
  });

  it('are none where there is no folder', async () => {
    rmSync(folder, { recursive: true });
    expect(await reading()).toEqual([]);
  });

  it('are passed over where the helper has not finished them, and where they are named like no shell', async () => {
    writeFileSync(join(folder, '.shell-100.7.unfinished'), 'half');
    writeFileSync(join(folder, 'shell-100.off'), '');
    writeFileSync(join(folder, 'a\n\u202eb.json'), beaconText(666), { mode: 0o600 });
    expect(await reading()).toEqual([]);
  });

  it('name paths of the Mac, not of the disk below a simulated one', async () => {
    put(100, beaconText(100, { keychainPath: `${root}/Users/alice/k`, tmuxSocket: `${root}/private/tmp/s` }));
    expect(await readBeacons(host())).toMatchObject({
      value: [{ keychainPath: '/Users/alice/k', tmuxSocket: '/private/tmp/s' }],
    });
  });
});

describe('a hostile file', () => {
  const elsewhere = () => join(root, 'elsewhere.json');

  it.each<[string, () => void, RegExp]>([
    ['of 10 MB', () => put(666, Buffer.alloc(10_000_000, ' ')), /too large/],
    ['of deep JSON', () => put(666, '['.repeat(2000) + ']'.repeat(2000)), /no beacon/],
    ['that is cut off', () => put(666, beaconText(666).slice(0, 80)), /not JSON/],
    ['that is empty', () => put(666, ''), /not JSON/],
    ['that is binary', () => put(666, Buffer.from([0xff, 0xfe, 0, 1])), /not text/],
    ['with a control character', () => put(666, beaconText(666, { tty: '\u001b[2J' })), /"tty"/],
    ['with text that turns around', () => put(666, beaconText(666, { keychainPath: '/\u202egpj' })), /"keychainPath"/],
    ['with an unescaped control character', () => put(666, beaconText(666).replace('ttys', '\u0007')), /not JSON/],
    ['from the future', () => put(666, beaconText(666, { writtenAt: '2036-01-01T00:00:00Z' })), /future/],
    [
      'from long ago',
      () => put(666, beaconText(666, { writtenAt: isoTime(nowMs - beaconStaleAfterMs - 1000) })),
      /too old/,
    ],
    ['that others can read', () => put(666, beaconText(666), 0o644), /Other users/],
    ['that others can write', () => put(666, beaconText(666), 0o620), /Other users/],
    ['that speaks for another shell', () => put(666, beaconText(100)), /not named after/],
    ['that is a folder', () => mkdirSync(join(folder, 'shell-666.json')), /plain file/],
    ['that is a pipe', () => spawnSync('mkfifo', ['-m', '600', join(folder, 'shell-666.json')]), /plain file/],
    [
      'that is a link to a beacon',
      () => {
        renameSync(put(666), elsewhere());
        symlinkSync(elsewhere(), join(folder, 'shell-666.json'));
      },
      /a link/,
    ],
    ['that is a link to nothing', () => symlinkSync('/nowhere', join(folder, 'shell-666.json')), /a link/],
    ['that is a link to a device', () => symlinkSync('/dev/zero', join(folder, 'shell-666.json')), /a link/],
    ['with a second name elsewhere', () => linkSync(put(666), elsewhere()), /second name/],
  ])('%s is refused, and the good one beside it is read', async (_, make, reason) => {
    put(100);
    make();
    expect(await reading()).toEqual([100]);
    expect(await refusal()).toMatch(reason);
  });

  it('of another user is refused', async () => {
    put(666);
    const ownerUid = (process.getuid?.() ?? 0) + 1;
    expect(await reading({ ownerUid })).toMatch(/belongs to another user\.$/);
  });
});

describe('a hostile folder', () => {
  it('that is a link is not entered', async () => {
    put(100);
    renameSync(folder, `${root}/elsewhere`);
    symlinkSync(`${root}/elsewhere`, folder);
    expect(await reading()).toMatch(/beacons is a link\.$/);
  });

  it('that others can write into is not believed', async () => {
    put(100);
    chmodSync(folder, 0o777);
    expect(await reading()).toMatch(/: other users can write to .*beacons;/);
  });

  it('that is a file is none', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    expect(await reading()).toMatch(/ were not read: /);
  });

  it('of 10,000 files yields at most 500 beacons', async () => {
    for (let pid = 10_000; pid < 20_000; pid += 1)
      writeFileSync(join(folder, `shell-${pid}.json`), beaconText(pid), { mode: 0o600 });
    expect(await reading()).toHaveLength(500);
    expect(await readBeacons(host())).toMatchObject({
      doubt: expect.stringContaining('more files than Latchkey reads'),
    });
  });

  it('of 60,000 names that are none of a beacon’s stays cheap, and yields what is one', {
    timeout: 120_000,
  }, async () => {
    execFileSync('sh', ['-c', 'seq -f 0-%g.json 60000 | xargs touch'], { cwd: folder });
    put(100);
    put(101);
    const costs: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      const before = process.cpuUsage();
      const pids = await reading();
      const { user, system } = process.cpuUsage(before);
      expect([...pids].sort()).toEqual([100, 101]);
      costs.push((user + system) / 1000);
    }
    // Looking at each of them, and not at its name alone, takes ten times that. What else the machine does counts as well, and
    // not each time.
    expect(Math.min(...costs)).toBeLessThan(300 * machineSlowness());
  });

  it.each([
    ['dated into the future', 2 ** 31],
    ['dated a minute and a half ahead', nowMs / 1000 + 90],
  ])('of beacons %s yields those that are not', async (_what, at) => {
    for (let pid = 10_000; pid < 13_000; pid += 1) utimesSync(put(pid), at, at);
    for (const pid of [100, 101, 102]) utimesSync(put(pid), pid, pid);
    const pids = await reading();
    expect(pids).toHaveLength(500);
    expect(pids.slice(0, 3)).toEqual([102, 101, 100]);
  });
});
