import { spawn } from 'node:child_process';
import {
  chmodSync,
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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileLock } from '../../../electron/system/files/file-lock';
import { createHoldJournalDoor } from '../../../electron/system/hold/hold-journal-file';
import { holdEntry, holdJournal } from '../../core/sample-hold';
import { steppedFiles } from '../../hold-crash/steps';
import { someHost } from '../some-host';

const macFolder = '/Users/alice/Library/Application Support/Latchkey';
let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'latchkey-journal-'));
  folder = root + macFolder;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lockOf = () => createFileLock(`${folder}/hold.lock`);
const door = (lock = lockOf()) => createHoldJournalDoor(host(), lock);
const host = () => someHost({ root, homeFolder: '/Users/alice', now: () => Date.UTC(2026, 8, 10, 9) });
const claimed = async (journal = door()) => {
  expect(await journal.claim()).toEqual({ ok: true, value: 'claimed' });
  return journal;
};

describe('the journal on the disk', () => {
  it('comes back as it was written, for the user’s eyes only, and goes without a trace', async () => {
    const journal = await claimed();
    expect(await journal.read()).toEqual({ kind: 'none' });
    expect(await journal.write(holdJournal())).toEqual({ ok: true, value: undefined });
    const changed = holdJournal({ phase: 'restoring', keychains: [holdEntry({ progress: 'done' })] });
    await journal.write(changed);
    expect(await journal.read()).toEqual({ kind: 'journal', journal: changed });
    expect(statSync(`${folder}/hold.json`).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await journal.remove();
    expect(readdirSync(folder)).toEqual(['hold.lock']);
    journal.release();
  });

  it('is on the drive before its name is, and its name before the write is over: a power cut loses nothing', async () => {
    const lock = lockOf();
    await claimed(door(lock));
    const steps: string[] = [];
    const journal = createHoldJournalDoor(
      host(),
      lock,
      steppedFiles((name) => steps.push(name)),
    );
    await journal.write(holdJournal());
    const after = steps.filter((name) => name.startsWith('after ')).map((name) => name.slice('after '.length));
    expect(after).toEqual([
      'rm',
      'open wx',
      'the first half',
      'the second half',
      'sync',
      'rename',
      expect.stringMatching(/^open \d/),
      'sync',
    ]);
    steps.length = 0;
    await journal.remove();
    expect(steps.at(-1)).toBe('after sync');
    lock.release();
  });

  it('is found when another process writes it, and what takes the folder’s place is judged anew', async () => {
    const journal = await claimed();
    await journal.write(holdJournal());
    const text = readFileSync(`${folder}/hold.json`, 'utf8');
    await journal.remove();
    for (const _again of ['first', 'second']) expect(await journal.read()).toEqual({ kind: 'none' });
    writeFileSync(`${folder}/hold.json`, text, { mode: 0o600 });
    expect((await journal.read()).kind).toBe('journal');
    rmSync(`${folder}/hold.json`);
    expect(await journal.read()).toEqual({ kind: 'none' });
    chmodSync(folder, 0o777);
    expect((await journal.read()).kind).toBe('unreadable');
  });

  it('is not harmed by a write that was cut off', async () => {
    const journal = await claimed();
    await journal.write(holdJournal());
    writeFileSync(`${folder}/.hold.json.unfinished`, '{"half":');
    expect(await journal.read()).toEqual({ kind: 'journal', journal: holdJournal() });
    await journal.write(holdJournal({ phase: 'restoring' }));
    expect(readdirSync(folder).sort()).toEqual(['hold.json', 'hold.lock']);
    journal.release();
  });

  it('says what stands in the way of a write, in a sentence', async () => {
    const journal = await claimed();
    mkdirSync(`${folder}/hold.json`);
    expect(await journal.write(holdJournal())).toMatchObject({
      ok: false,
      code: 'not-written',
      reason: expect.stringMatching(/\.$/),
    });
    journal.release();
  });
});

describe('what lies in its place', () => {
  const put: readonly (readonly [string, () => void])[] = [
    ['text', () => writeFileSync(`${folder}/hold.json`, 'text', { mode: 0o600 })],
    [
      'a file that others may write',
      () => {
        writeFileSync(`${folder}/hold.json`, JSON.stringify(holdJournal()));
        chmodSync(`${folder}/hold.json`, 0o666);
      },
    ],
    [
      'a link',
      () => {
        writeFileSync(`${root}/elsewhere`, JSON.stringify(holdJournal()), { mode: 0o600 });
        symlinkSync(`${root}/elsewhere`, `${folder}/hold.json`);
      },
    ],
    ['a folder', () => mkdirSync(`${folder}/hold.json`)],
    ['a file without end', () => writeFileSync(`${folder}/hold.json`, ' '.repeat(600_000), { mode: 0o600 })],
    ['no text', () => writeFileSync(`${folder}/hold.json`, Buffer.from([0xff, 0xfe, 0]), { mode: 0o600 })],
  ];

  it.each(put)('is not believed and is kept aside: %s', async (_what, lay) => {
    const journal = await claimed();
    lay();
    expect(await journal.read()).toMatchObject({ kind: 'garbled' });
    const kept = await journal.setAside();
    expect(kept).toEqual({ ok: true, value: `${macFolder}/hold-unreadable-2026-09-10T09-00-00-000Z.json` });
    expect(await journal.read()).toEqual({ kind: 'none' });
    expect(existsSync(`${folder}/hold-unreadable-2026-09-10T09-00-00-000Z.json`)).toBe(true);
    journal.release();
  });

  it('is never written over what was kept aside before', async () => {
    const journal = await claimed();
    for (const text of ['one', 'two']) {
      writeFileSync(`${folder}/hold.json`, text, { mode: 0o600 });
      await journal.setAside();
    }
    const kept = await journal.listSetAside();
    const paths = kept.kind === 'names' ? kept.names : [];
    expect(paths.map((path) => readFileSync(root + path, 'utf8')).sort()).toEqual(['one', 'two']);
    journal.release();
  });
});

describe('the lock', () => {
  it('is had by one at a time', async () => {
    const first = await claimed();
    const second = door();
    expect(await second.claim()).toEqual({ ok: true, value: 'elsewhere' });
    expect(await first.claim()).toEqual({ ok: true, value: 'claimed' });
    first.release();
    expect(await second.claim()).toEqual({ ok: true, value: 'claimed' });
    second.release();
  });

  it('is had as long as a child lives that was given its file', async () => {
    const lock = lockOf();
    await claimed(door(lock));
    const child = spawn('sleep', ['30'], { stdio: ['ignore', 'ignore', 'ignore', lock.file() ?? 'ignore'] });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    lock.release();
    expect(lockOf().claim()).toEqual({ ok: true, value: 'elsewhere' });
    child.kill('SIGKILL');
    await ended;
    expect(lockOf().claim()).toEqual({ ok: true, value: 'claimed' });
  });

  it('is no link that somebody laid', async () => {
    mkdirSync(folder, { recursive: true });
    symlinkSync(`${root}/elsewhere`, `${folder}/hold.lock`);
    expect(await door().claim()).toMatchObject({ ok: false, code: 'no-lock' });
    expect(existsSync(`${root}/elsewhere`)).toBe(false);
  });
});

describe('asking for the end', () => {
  it.each([true, false])('is heard once, with the wish to lock: %s', async (relock) => {
    const journal = await claimed();
    expect(await journal.takeEndRequest()).toBeNull();
    expect(await journal.requestEnd(relock)).toEqual({ ok: true, value: undefined });
    expect(await journal.takeEndRequest()).toEqual({ relock });
    expect(await journal.takeEndRequest()).toBeNull();
    journal.release();
  });

  it('is not heard of whatever else lies there', async () => {
    const journal = await claimed();
    writeFileSync(`${folder}/hold-end-request`, 'rm -rf /', { mode: 0o600 });
    expect(await journal.takeEndRequest()).toBeNull();
    expect(existsSync(`${folder}/hold-end-request`)).toBe(false);
    journal.release();
  });
});
