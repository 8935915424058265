import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startVirtualDisplay } from '../../../scripts/virtual-display.mjs';
import type { Figure } from '../../bench/figure';
import { type LatchkeyApp, launchLatchkey } from '../latchkey-app';
import { scenarioWith } from '../scenario';

const settlesMs = 10_000;
const openings = 10;
const hiddenForMs = 1_000;

/** From the click on the icon to the second frame after its page was told what to show, by the page's own clock. */
const openOnce = async (app: LatchkeyApp): Promise<number> => {
  const [page] = app.electron.windows();
  if (page === undefined) throw new Error('the popover was not made behind the scenes');
  const painted = page.evaluate<number>(
    `new Promise((resolve) => {
      const stop = window.latchkey.on('state.changed', () => {
        stop();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
      });
    })`,
  );
  // The page listens once it has answered another question.
  await page.evaluate('0');
  const clickedAt = await app.electron.evaluate(() => {
    const now = Date.now();
    globalThis.trayRecord.tray?.emit('click', {}, { x: 600, y: 0, width: 24, height: 24 });
    return now;
  });
  const openedMs = (await painted) - clickedAt;
  await app.clickTray();
  await wait(hiddenForMs);
  return openedMs;
};

/** Of the app's processes together, each page shared by several counted in parts. Linux only. */
const memoryMiB = (processId: number | undefined): number => {
  const rows = execFileSync('/bin/ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([processId ?? 0]);
  // Children have larger numbers in a process list that has not wrapped; twice is enough for the zygotes' children in any order.
  for (const [pid = 0, parent = 0] of [...rows, ...rows]) if (family.has(parent)) family.add(pid);
  const ofOne = (pid: number): number =>
    Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  return [...family].reduce((sum, pid) => sum + ofOne(pid), 0) / 1024;
};

/** What a click on the icon costs in time, and the page that waits for it in memory. */
export const measurePopoverOpening = async (): Promise<readonly Figure[]> => {
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
  if (display) process.env.DISPLAY = display.display;
  const app = await launchLatchkey(scenarioWith({ state: 'unlocked' }));
  try {
    await wait(settlesMs);
    const first = await openOnce(app);
    const later: number[] = [];
    for (let round = 0; round < openings; round += 1) later.push(await openOnce(app));
    later.sort((one, other) => one - other);
    const unit = 'ms';
    const memory =
      process.platform === 'linux'
        ? [{ name: 'memory, hidden (PSS)', value: memoryMiB(app.electron.process().pid), unit: 'MiB' as const }]
        : [];
    return [
      { name: 'the first opening', value: first, unit, atMost: 100 },
      { name: 'a later one, the median of ten', value: later[openings / 2] ?? Number.NaN, unit, atMost: 30 },
      { name: 'a later one, the slowest of ten', value: later.at(-1) ?? Number.NaN, unit },
      ...memory,
    ];
  } finally {
    await app.close();
    display?.stop();
  }
};
