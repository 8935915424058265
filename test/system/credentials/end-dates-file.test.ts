import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
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
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeEndDates } from '../../../electron/core/credentials/entered-end-dates';
import { createEndDatesFile, type EndDatesFile } from '../../../electron/system/credentials/end-dates-file';
import type { MacHost } from '../../../electron/system/mac/host';

const date = { tool: 'gh', account: 'alice@github.com', endsOn: '2027-02-28', enteredAt: 1_000 };
const good = writeEndDates([date]);

describe('the file with the end dates', () => {
  let root: string;
  let path: string;
  let file: EndDatesFile;
  const names = () => readdirSync(dirname(path));
  const putGood = (place = path) => {
    writeFileSync(place, good, { mode: 0o600 });
    return place;
  };
  const openToOthers = () => chmodSync(putGood(), 0o666);
  const put = (content: string | Buffer, mode = 0o600) => writeFileSync(path, content, { mode });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'latchkey-end-dates-'));
    const host: MacHost = {
      ...{ kind: 'simulated-macos', root, homeFolder: '/Users/alice', userName: 'alice', uid: 501, environment: {} },
      now: () => 1_000,
    };
    file = createEndDatesFile(host);
    path = root + file.path;
    mkdirSync(dirname(path), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('holds nothing as long as there is none', async () => {
    expect(await file.read()).toEqual({ kind: 'read', dates: [] });
    expect(names()).toEqual([]);
  });

  it('makes its folder, is for the user alone, and leaves nothing beside it', async () => {
    rmSync(dirname(path), { recursive: true });
    expect(await file.write([date])).toEqual({ ok: true, value: undefined });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o077).toBe(0);
    expect(names()).toEqual(['end-dates.json']);
    expect(await file.read()).toEqual({ kind: 'read', dates: [date] });
  });

  it('replaces what a crash left half-written', async () => {
    writeFileSync(`${path}.${process.pid}.unfinished`, '{"schemaVer');
    await file.write([date]);
    expect(names()).toEqual(['end-dates.json']);
  });

  const hostile: readonly (readonly [string, () => void])[] = [
    ['an empty file', () => put('')],
    ['half a file', () => put(good.slice(0, 40))],
    ['bytes that are no text', () => put(Buffer.from([0xff, 0xfe, 0x00, 0xd8]))],
    ['megabytes', () => put(`${good}${' '.repeat(2_000_000)}`)],
    ['a file that others may write', () => openToOthers()],
    ['a file with a second name', () => linkSync(putGood(), join(root, 'elsewhere'))],
    ['a link to good dates', () => symlinkSync(putGood(join(root, 'x')), path)],
    ['a link to itself', () => symlinkSync(path, path)],
    ['a folder', () => mkdirSync(join(path, 'inside'), { recursive: true })],
    ['a pipe that nobody writes to', () => execFileSync('mkfifo', [path])],
  ];

  it.each(hostile)('is not believed, with the reason, where there lies %s', async (_what, place) => {
    place();
    expect(await file.read()).toEqual({
      kind: 'unreadable',
      path: file.path,
      reason: expect.stringMatching(/^(?:it|other users) .*[^.]$/),
    });
  });

  it.each(hostile)('puts aside what lies there before it writes: %s', async (_what, place) => {
    place();
    expect(await file.write([date])).toMatchObject({ ok: true });
    expect(await file.read()).toEqual({ kind: 'read', dates: [date] });
    expect(names()).toContain('end-dates.json.unreadable-1000');
  });

  it('never writes through a link', async () => {
    const elsewhere = join(root, 'elsewhere');
    writeFileSync(elsewhere, 'somebody else’s');
    symlinkSync(elsewhere, path);
    await file.write([date]);
    expect(readFileSync(elsewhere, 'utf8')).toBe('somebody else’s');
  });

  it('says so when it cannot be written, and the folder is a link', async () => {
    rmSync(dirname(path), { recursive: true });
    const elsewhere = join(root, 'folder');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, dirname(path));
    expect(await file.write([date])).toMatchObject({
      ok: false,
      code: 'not-written',
      reason: 'The end date could not be saved. /Users/alice/Library/Application Support/Latchkey is a link.',
    });
    expect(existsSync(join(elsewhere, 'end-dates.json'))).toBe(false);
  });
});
