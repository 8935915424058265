import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Preferences } from '../../../electron/core/preferences/preferences';
import { openPreferences } from '../../../electron/shell/preferences/preferences-store';
import type { MacHost } from '../../../electron/system/mac/host';
import { createPreferencesDoor, type PreferencesDoor } from '../../../electron/system/preferences/preferences-door';

const usual = { login: [4320, 1440], session: [30], certificate: [43_200, 10_080] };
const withThresholds = (thresholds: string) => `{"schemaVersion":1,"showTitle":true,"expiryThresholds":${thresholds}}`;
const asItComes: Preferences = {
  ...{ showTitle: false, notifications: true, historyDays: 30, onQuitDuringHold: 'put-back' },
  ...{ mutedNotifications: [], beat: 'normal', shortcut: null, expiryThresholds: usual, networkChecks: false },
  keepUnlocked: { length: { kind: 'hours', hours: 4 }, keepAwake: false, lockAtEnd: false },
  ...{ keepUnlockedShortcut: null, isWelcomed: false, isMoveOffered: false, newVersions: false },
};
const chosen: Preferences = {
  ...{ showTitle: true, notifications: false, historyDays: 7, onQuitDuringHold: 'keep' },
  ...{ mutedNotifications: ['login-ends'], beat: 'relaxed', shortcut: 'Control+Alt+L', networkChecks: true },
  expiryThresholds: { ...usual, login: [10_080], session: [] },
  keepUnlocked: { length: { kind: 'back', afterMinutesAway: 15 }, keepAwake: true, lockAtEnd: true },
  ...{ keepUnlockedShortcut: 'Control+Alt+K', isWelcomed: true, isMoveOffered: true, newVersions: true },
};

describe('the settings file', () => {
  let root: string;
  let folder: string;
  let path: string;
  const log = vi.fn();
  let door: PreferencesDoor;
  const openHere = () => openPreferences(door, log);
  const asideFiles = () => readdirSync(folder).filter((name) => name.includes('unreadable'));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'latchkey-settings-'));
    const host: MacHost = {
      ...{ kind: 'simulated-macos', root, homeFolder: '/Users/alice', userName: 'alice', uid: 501, environment: {} },
      now: () => 1_000,
    };
    door = createPreferencesDoor(host);
    folder = join(root, 'Users/alice/Library/Application Support/Latchkey');
    mkdirSync(folder, { recursive: true });
    path = join(folder, 'settings.json');
    log.mockReset();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('means the defaults, without a word, when there is none yet', async () => {
    const preferences = await openHere();
    expect(preferences.current()).toEqual(asItComes);
    expect(preferences.notice()).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps a change for the next start, readable by the user alone, with nothing left beside it', async () => {
    const preferences = await openHere();
    preferences.change(chosen);
    expect(preferences.current()).toEqual(chosen);
    await preferences.flush();
    expect(preferences.flush()).toBeNull();
    expect((await openHere()).current()).toEqual(chosen);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('is written once for several changes in a row, without being asked', async () => {
    const preferences = await openHere();
    const heard = vi.fn();
    preferences.subscribe(heard);
    for (const showTitle of [true, false, true]) preferences.change({ showTitle });
    expect(heard).toHaveBeenCalledTimes(3);
    expect(existsSync(path)).toBe(false);
    await expect.poll(() => existsSync(path)).toBe(true);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ schemaVersion: 1, ...asItComes, showTitle: true });
  });

  it('of an earlier version still counts: what it does not know has its default', async () => {
    writeFileSync(path, '{"schemaVersion":1,"showTitle":true}');
    const preferences = await openHere();
    expect(preferences.current()).toEqual({ ...asItComes, showTitle: true });
    expect(preferences.notice()).toBeNull();
  });

  const hostile: readonly (readonly [string, () => void])[] = [
    ['an empty file', () => writeFileSync(path, '')],
    ['no JSON', () => writeFileSync(path, '{"showTitle": tru')],
    ['bytes that are no text', () => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00, 0xd8]))],
    ['null', () => writeFileSync(path, 'null')],
    ['a list', () => writeFileSync(path, '[{"schemaVersion":1,"showTitle":true}]')],
    ['a wrong type', () => writeFileSync(path, '{"schemaVersion":1,"showTitle":"yes"}')],
    ['another wrong type', () => writeFileSync(path, '{"schemaVersion":1,"showTitle":true,"notifications":1}')],
    ['a pace that there is not', () => writeFileSync(path, '{"schemaVersion":1,"showTitle":true,"beat":"frantic"}')],
    ['a shortcut that is none', () => writeFileSync(path, '{"schemaVersion":1,"showTitle":true,"shortcut":"Q"}')],
    [
      'a notification that there is not',
      () => writeFileSync(path, '{"schemaVersion":1,"showTitle":true,"mutedNotifications":["x"]}'),
    ],
    [
      'lead times of a wrong type',
      () => writeFileSync(path, withThresholds('{"login":[60],"session":[],"certificate":7}')),
    ],
    [
      'lead times that grow',
      () => writeFileSync(path, withThresholds('{"login":[60,90],"session":[],"certificate":[]}')),
    ],
    ['lead times of one kind only', () => writeFileSync(path, withThresholds('{"login":[60]}'))],
    ['one more wrong type', () => writeFileSync(path, '{"schemaVersion":1,"showTitle":true,"networkChecks":"on"}')],
    ['a missing field', () => writeFileSync(path, '{"schemaVersion":1}')],
    ['another version', () => writeFileSync(path, '{"schemaVersion":2,"showTitle":true}')],
    ['a field that is not ours', () => writeFileSync(path, '{"schemaVersion":1,"showTitle":true,"isAdmin":true}')],
    ['a prototype', () => writeFileSync(path, '{"schemaVersion":1,"showTitle":true,"__proto__":{"isAdmin":true}}')],
    ['a constructor', () => writeFileSync(path, '{"constructor":{"prototype":{"showTitle":true}}}')],
    ['deep nesting', () => writeFileSync(path, '['.repeat(8_000))],
    ['megabytes', () => writeFileSync(path, `{"schemaVersion":1,"showTitle":true${' '.repeat(2_000_000)}}`)],
    ['a folder', () => mkdirSync(join(path, 'inside'), { recursive: true })],
    ['a link to good settings', () => linkTo('{"schemaVersion":1,"showTitle":true}')],
    ['a link to itself', () => symlinkSync(path, path)],
    ['a pipe that nobody writes to', () => spawnSync('mkfifo', [path])],
  ];
  const linkTo = (text: string): void => {
    writeFileSync(join(folder, 'elsewhere.json'), text);
    symlinkSync(join(folder, 'elsewhere.json'), path);
  };

  it.each(hostile)('survives as the defaults with a notice, and is kept aside: %s', async (_what, place) => {
    place();
    const preferences = await openHere();
    expect(preferences.current()).toEqual(asItComes);
    expect(preferences.notice()).toMatch(/put aside.*defaults/);
    expect(asideFiles()).toEqual(['settings.json.unreadable-1000']);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);

    preferences.change({ showTitle: true });
    await preferences.flush();
    expect((await openHere()).current()).toMatchObject({ showTitle: true });
    expect(asideFiles()).toEqual(['settings.json.unreadable-1000']);
  });

  it('never writes through a link', async () => {
    linkTo('somebody else’s file');
    const preferences = await openHere();
    preferences.change({ showTitle: true });
    await preferences.flush();
    expect(readFileSync(join(folder, 'elsewhere.json'), 'utf8')).toBe('somebody else’s file');
  });

  it('says so when a change cannot be saved, and keeps it until the app quits', async () => {
    const preferences = await openHere();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'no folder');
    preferences.change({ showTitle: true });
    await preferences.flush();
    expect(preferences.current()).toMatchObject({ showTitle: true });
    expect(preferences.notice()).toBe('The settings could not be saved. They last until Latchkey quits.');
    expect(log.mock.calls.flat().join()).not.toContain(folder);
  });

  it('replaces what a crash left half-written', async () => {
    writeFileSync(`${path}.${process.pid}.unfinished`, '{"schemaVer');
    await door.write(chosen);
    expect(await door.read()).toEqual({ ok: true, value: chosen });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});
