import { mkdirSync, rmSync, truncateSync, utimesSync } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Credential } from '../../electron/core/words/credential';
import { createCredentialTools, type ToolId } from '../../electron/tools/registry';
import { furtherFixtures, hostileFixtures } from './hostile-fixtures';
import { dayMs, now } from './one-keychain';
import type { ReadFile } from './read-files';
import { rowFixtures } from './row-fixtures';
import { type ToolOnMac, toolOnMac } from './tool-on-mac';

/** How many bytes were read of each path on disk, by any way there is. */
const { bytesRead } = vi.hoisted(() => ({ bytesRead: new Map<string, number>() }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  const count = (path: unknown, bytes: number) =>
    bytesRead.set(String(path), (bytesRead.get(String(path)) ?? 0) + bytes);
  const open = async (...given: Parameters<typeof real.open>) => {
    const file = await real.open(...given);
    const read = file.read.bind(file) as (...how: unknown[]) => Promise<{ readonly bytesRead: number }>;
    const counted = async (...how: unknown[]) => {
      const result = await read(...how);
      count(given[0], result.bytesRead);
      return result;
    };
    return Object.assign(file, { read: counted });
  };
  const readFile = async (...given: Parameters<typeof real.readFile>) => {
    const content = await real.readFile(...given);
    count(given[0], content.length);
    return content;
  };
  return { ...real, open, readFile };
});

const hugeBytes = 50 * 1024 * 1024;
/** Of the largest file that any tool writes; each tool's own limit is at most that. */
const mostBytesRead = 16 * 1024 * 1024 + 1;

type Breakage = readonly [what: string, breakFile: (mac: ToolOnMac, path: string) => void];

const breakagesOfAny: readonly Breakage[] = [
  ['a link to nowhere', (mac, path) => mac.link(path, '/nowhere/at/all')],
  ['50 megabytes long', (mac, path) => putHuge(mac, path)],
  ['binary', (mac, path) => mac.write(path, Buffer.from([0, 1, 2, 255, 254, 0, 10, 91, 0]))],
];

/** Rows have one reader, which Slack's and Firebase's files try: of the others what their own places in a file make of it. */
const isTriedByOthers = (id: ToolId): boolean => Object.hasOwn(rowFixtures, id);

const breakagesOf = (id: ToolId, { cutShort, wrong }: ReadFile): readonly Breakage[] => [
  ['a folder in its place', putFolder],
  ...(isTriedByOthers(id) ? [] : breakagesOfAny),
  ...(cutShort === null ? [] : [['cut short', (mac, path) => mac.write(path, cutShort)] as Breakage]),
  ...wrong.map(
    (content): Breakage => [`of the wrong kind: ${content || 'nothing'}`, (mac, path) => mac.write(path, content)],
  ),
];

const disk = (mac: ToolOnMac, path: string) => mac.at.mac.root + path;

/** Also stands for a file that may not be read, which root, as whom tests may run, always may. */
const putFolder = (mac: ToolOnMac, path: string) => {
  mac.write(path, '');
  rmSync(disk(mac, path));
  mkdirSync(disk(mac, path));
};

const putHuge = (mac: ToolOnMac, path: string) => {
  mac.write(path, '');
  truncateSync(disk(mac, path), hugeBytes);
};

/** Always of the same time, so that one look says the same as another. */
const put = (mac: ToolOnMac, path: string, content: string | Buffer) => {
  mac.write(path, content);
  utimesSync(disk(mac, path), (now - dayMs) / 1000, (now - dayMs) / 1000);
};

const ids = Object.keys(hostileFixtures) as ToolId[];
const fixtures = [...ids.map((id) => [id, hostileFixtures[id]] as const), ...furtherFixtures];

describe.each(fixtures)('the files of %s', (id, fixture) => {
  const { files, beside, ...scenario } = fixture();
  let mac: ToolOnMac;
  let whole: readonly Credential[];
  beforeAll(async () => {
    mac = await toolOnMac(({ doors }) => createCredentialTools(doors)[id], { ...scenario, files: beside ?? {} });
    mac.at.mac.clock.freeze();
    for (const path of Object.keys(files)) put(mac, path, files[path]?.whole ?? '');
    whole = await mac.look();
  });
  afterAll(() => mac.dispose());
  beforeEach(() => bytesRead.clear());

  it('are all that is read of it, and are readable where they are whole', async () => {
    expect(whole.filter(({ status }) => status === 'unreadable')).toEqual([]);
    const again = createCredentialTools(mac.at.doors())[id];
    await again.look();
    await again.readActivity?.();
    const read = [...bytesRead.keys()].filter((path) => path.startsWith(mac.at.mac.root));
    const told = read
      .map((path) => path.slice(mac.at.mac.root.length))
      .filter((path) => !/\/sessions\/\d+\.json$/.test(path));
    expect(told.sort()).toEqual(Object.keys(files).sort());
  });

  const rows = Object.entries(files).flatMap(([path, file]) =>
    breakagesOf(id, file).map(([what, breakFile]) => [path, what, breakFile, file.whole] as const),
  );
  it.runIf(rows.length > 0).each(rows)(
    '%s: unreadable with the reason where it is %s',
    async (path, _what, breakFile, good) => {
      breakFile(mac, path);
      const credentials = await mac.look();
      const told = credentials.filter(({ reason, status }) => status === 'unreadable' && reason.includes(path));
      expect(told).not.toEqual([]);
      for (const { reason, expiry } of told) {
        expect(reason).toContain('cannot be read');
        expect(expiry).toBeNull();
      }
      expect(bytesRead.get(disk(mac, path)) ?? 0).toBeLessThanOrEqual(mostBytesRead);
      put(mac, path, good);
      expect(await mac.look()).toEqual(whole);
    },
  );

  it.runIf(rows.length > 0).each(Object.entries(files))(
    '%s: read well or unreadable with a byte order mark',
    async (path, file) => {
      put(mac, path, Buffer.concat([Buffer.from('\uFEFF'), Buffer.from(file.whole)]));
      const credentials = await mac.look();
      const told = credentials.filter(({ reason, status }) => status === 'unreadable' && reason.includes(path));
      if (told.length === 0) expect(credentials).toEqual(whole);
      else expect(told[0]?.reason).toContain('cannot be read');
      put(mac, path, file.whole);
      expect(await mac.look()).toEqual(whole);
    },
  );
});
