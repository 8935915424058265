import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHeldMac, type HeldMac, journalPath, type LatchkeyProcess } from '../held-mac';

let at: HeldMac;
let app: LatchkeyProcess;
beforeEach(async () => {
  at = await createHeldMac();
  app = at.latchkey();
  await app.look();
});

const start = () =>
  app.monitor.actions.startHold({
    end: { kind: 'at', at: '2026-09-10T13:00:00.000Z' },
    keepAwake: false,
    relock: 'as-before',
  });
const journalIsThere = () => existsSync(at.onDisk(journalPath));
const replaceIn = (path: string, what: RegExp, by: string) => {
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(what);
  writeFileSync(path, text.replace(what, by));
};

describe('a hold', () => {
  it.each<[string, () => void]>([
    ['is removed', () => rmSync(at.onDisk(journalPath))],
    ['is emptied', () => writeFileSync(at.onDisk(journalPath), '')],
    [
      'is one of another hold',
      () => replaceIn(at.onDisk(journalPath), /"idleTimeoutSeconds": ?300/, '"idleTimeoutSeconds":60'),
    ],
    ['goes with its whole folder', () => rmSync(dirname(at.onDisk(journalPath)), { recursive: true })],
  ])('writes down again what it will put back when that %s meanwhile', async (_, disturb) => {
    await start();
    const written = readFileSync(at.onDisk(journalPath), 'utf8');
    disturb();
    await app.look();
    expect(readFileSync(at.onDisk(journalPath), 'utf8')).toBe(written);
    expect(await at.latchkey().doors.holdJournal.claim()).toEqual({ ok: true, value: 'elsewhere' });
  });

  it('says so when it cannot write that down again, and does when it can', async () => {
    await start();
    rmSync(at.onDisk(journalPath));
    mkdirSync(at.onDisk(journalPath));
    await app.look();
    await app.look();
    expect(JSON.stringify(app.monitor.state().snapshot)).toContain('is not on the disk');
    rmSync(at.onDisk(journalPath), { recursive: true });
    await app.look();
    await app.look();
    expect(journalIsThere()).toBe(true);
    expect(JSON.stringify(app.monitor.state().snapshot)).not.toContain('is not on the disk');
  });
});
