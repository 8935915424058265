import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoundedTools } from '../../../electron/system/children/bounded-tools';
import { createEndDatesFile } from '../../../electron/system/credentials/end-dates-file';
import { createFileLock } from '../../../electron/system/files/file-lock';
import { createHistoryDoor } from '../../../electron/system/history/history-folder';
import { createAppSocket } from '../../../electron/system/hold/app-socket';
import { createHoldJournalDoor } from '../../../electron/system/hold/hold-journal-file';
import { createLaunchAgentDoor } from '../../../electron/system/sessions/launch-agent-door';
import { holdJournal } from '../../core/sample-hold';
import { someHost } from '../some-host';

const home = '/Users/alice';
const support = `${home}/Library/Application Support/Latchkey`;

let root = '';
const host = () => someHost({ root, homeFolder: home });
const modeOf = (macPath: string) => lstatSync(root + macPath).mode & 0o777;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'latchkey-open-'));
  mkdirSync(root + support, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const date = { tool: 'gh', account: 'alice@github.com', endsOn: '2027-02-28', enteredAt: 1_000 };
const event = { at: '2026-09-10T09:00:00.000Z', kind: 'sleep' } as const;

/** Every door that keeps something in Latchkey's own folder. */
const writers: readonly (readonly [string, () => Promise<{ readonly ok: boolean }> | { readonly ok: boolean }])[] = [
  ['the end dates', () => createEndDatesFile(host()).write([date])],
  ['the history', () => createHistoryDoor(host()).append([event], [])],
  [
    'the journal',
    () => createHoldJournalDoor(host(), createFileLock(`${root}${support}/hold.lock`)).write(holdJournal()),
  ],
  ['the lock', () => createHoldJournalDoor(host(), createFileLock(`${root}${support}/hold.lock`)).claim()],
  ['the command line’s socket', () => createAppSocket(host()).prepare()],
];

describe.each(writers)('%s', (_, write) => {
  it('closes the folder that it lies in, where others could write to that', async () => {
    const folder = _ === 'the history' ? `${support}/history` : support;
    mkdirSync(root + folder, { recursive: true });
    chmodSync(root + folder, 0o777);
    expect(await write()).toMatchObject({ ok: true });
    expect(modeOf(folder)).toBe(0o700);
  });

  it('is not written below a folder in which others could put another one', async () => {
    chmodSync(`${root}${home}/Library`, 0o777);
    const outcome = await write();
    expect(outcome).toMatchObject({
      ok: false,
      reason: expect.stringContaining(`Other users can write to ${home}/Library;`),
    });
    expect(modeOf(`${home}/Library`)).toBe(0o777);
  });
});

describe('below a folder in which others could put another one', () => {
  beforeEach(() => chmodSync(`${root}${home}/Library`, 0o777));

  it('nothing is read that says what to do', async () => {
    const journal = createHoldJournalDoor(host(), createFileLock(`${root}${support}/hold.lock`));
    expect(await journal.read()).toMatchObject({ kind: 'unreadable' });
    expect(await journal.takeEndRequest()).toBeNull();
    expect(await createEndDatesFile(host()).read()).toMatchObject({ kind: 'unreadable' });
    expect(await createHistoryDoor(host()).days()).toMatchObject({ ok: false });
    expect((await createHistoryDoor(host()).read(['2026-09-10'])).problems).toHaveLength(1);
    expect(await createAppSocket(host()).find()).toMatchObject({ kind: 'refused' });
  });
});

describe('the folder of LaunchAgents', () => {
  it.each([0o777, 0o775])('with the mode %o gets none of ours', async (mode) => {
    mkdirSync(`${root}${home}/Library/LaunchAgents`);
    chmodSync(`${root}${home}/Library/LaunchAgents`, mode);
    const door = createLaunchAgentDoor(host(), createBoundedTools(host()));
    const outcome = await door.install('<plist/>');
    expect(outcome).toMatchObject({ ok: false, code: 'not-written', reason: expect.stringContaining('chmod go-w') });
    expect(await door.isInstalled()).toBe(false);
    expect(modeOf(`${home}/Library/LaunchAgents`)).toBe(mode);
  });
});
