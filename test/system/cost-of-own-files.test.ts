import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseUndoOffers } from '../../electron/core/auto-lock/undo-offers';
import { parseEndDates } from '../../electron/core/credentials/entered-end-dates';
import { longestHoldJournalBytes, parseHoldJournal } from '../../electron/core/hold/hold-journal';
import { longestBeaconCharacters, parseBeacon } from '../../electron/core/sessions/beacon';
import { addBlock, removeBlock } from '../../electron/core/sessions/shell-block';
import { parseHostsFile, parseHostsInTurns } from '../../electron/system/checks/network/resolve-name';
import { historyFolder } from '../../electron/system/files/support-folder';
import { mostDayBytes } from '../../electron/system/history/history-file';
import { createHistoryDoor } from '../../electron/system/history/history-folder';
import { parseSessionFile } from '../../electron/system/sessions/agent-session-files';
import { leastProcessorMs, machineSlowness } from '../processor-time';
import { hostileContents } from '../tools/hostile-contents';
import { patience } from '../vitest/patience';
import { someHost } from './some-host';

/** Twice what no file may cost, because what else the machine does counts as well. */
const mostMs = 2 * 50;

const readers: readonly (readonly [string, number, (text: string) => unknown])[] = [
  ['auto-lock-undo.json', 65_536, parseUndoOffers],
  ['end-dates.json', 256 * 1024, parseEndDates],
  ['hold.json', longestHoldJournalBytes, parseHoldJournal],
  ['a beacon', longestBeaconCharacters, parseBeacon],
  ['a session file of Claude Code', 64 * 1024, parseSessionFile],
  ['a start-up file', 1024 * 1024, (text) => [addBlock(text, ['a line']), removeBlock(text)]],
];

describe('a file that Latchkey keeps or reads itself, filled by somebody else', { timeout: patience(60_000) }, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-cost-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const contents = Object.entries({ ...hostileContents.json, ...hostileContents.lines });

  it.each(readers)('%s costs little, whatever is in it', (_name, bytes, read) => {
    const most = mostMs * machineSlowness();
    for (const [what, contentOf] of contents) {
      const text = contentOf(bytes).toString();
      expect(
        leastProcessorMs(2, () => read(text)),
        what,
      ).toBeLessThan(most);
    }
  });

  it.each(['\n', 'x\n', '{\n', '[]\n', '{"at":"2026-09-10T00:00:00.000Z"}\n'])(
    'a day of the history costs little, though all of it is %j',
    async (line) => {
      const host = someHost({ kind: 'simulated-macos', root: folder });
      const days = `${folder}${historyFolder(host)}`;
      mkdirSync(days, { recursive: true, mode: 0o700 });
      writeFileSync(`${days}/2026-09-10.ndjson`, line.repeat(mostDayBytes / line.length), { mode: 0o600 });
      const door = createHistoryDoor(host);
      const costs: number[] = [];
      for (let time = 0; time < 3; time += 1) {
        const before = process.cpuUsage();
        expect((await door.read(['2026-09-10'])).events).toEqual([]);
        const { user, system } = process.cpuUsage(before);
        costs.push((user + system) / 1000);
      }
      expect(Math.min(...costs)).toBeLessThan(mostMs * machineSlowness());
    },
  );

  it('/etc/hosts is read to its end, with turns for others in between', async () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `0.0.0.0 advert-${index}.example # no\n`).join('');
    let turns = 0;
    let isReading = true;
    const turn = (): void => {
      turns += 1;
      if (isReading) setImmediate(turn);
    };
    setImmediate(turn);
    const read = await parseHostsInTurns(`${text}10.0.0.7 last.example`);
    isReading = false;
    expect(turns).toBeGreaterThan(10);
    expect(read.get('last.example')).toEqual(['10.0.0.7']);
    expect(read).toEqual(parseHostsFile(`${text}10.0.0.7 last.example`));
  });
});
