import { setTimeout as wait } from 'node:timers/promises';
import { type AppName, type Apps, appNames, prepareApps, type RunningApp } from './apps/apps';
import { readTree } from './apps/process-tree';
import type { Figure } from './figure';
import { medianOf } from './median';

const rounds = 3;
const settlesMs = 15_000;
const changesMs = 5_000;
/** A whole number of every beat. */
const spanMs = 60_000;

interface Minute {
  readonly ownCpuMs: number;
  readonly allCpuMs: number;
  readonly wakeUpsPerSecond: number;
  readonly children: number;
  readonly pssMiB: number;
}

interface Life {
  readonly closed: Minute;
  readonly open: Minute;
  readonly afterMiB: number;
}

/** What an app costs that nobody touches, beside apps that do nothing: by turns, medians of three minutes each. */
export const measureIdle = async (): Promise<readonly Figure[]> => {
  const apps = await prepareApps();
  try {
    const lives: Record<AppName, Life[]> = { 'bare tray': [], 'bare window': [], Latchkey: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const name of appNames) lives[name].push(await liveOnce(apps, name));
    }
    const middle = (name: AppName, of: (life: Life) => number) => medianOf(lives[name].map(of));
    const compared = (
      name: string,
      unit: Figure['unit'],
      of: (life: Life) => number,
      atMost?: number,
    ): readonly Figure[] => {
      const bare = middle('bare window', of);
      const own = middle('Latchkey', of);
      return [
        { name: `${name}: a bare app with a hidden window`, value: bare, unit },
        { name: `${name}: Latchkey`, value: own, unit },
        { name: `${name}: times as much`, value: own / bare, unit: '×', ...(atMost === undefined ? {} : { atMost }) },
      ];
    };
    return [
      { name: 'a bare tray: CPU of a minute', value: middle('bare tray', ({ closed }) => closed.ownCpuMs), unit: 'ms' },
      {
        name: 'a bare tray: wake-ups',
        value: middle('bare tray', ({ closed }) => closed.wakeUpsPerSecond),
        unit: '/s',
      },
      { name: 'a bare tray: memory', value: middle('bare tray', ({ closed }) => closed.pssMiB), unit: 'MiB' },
      ...compared('closed, CPU of a minute', 'ms', ({ closed }) => closed.ownCpuMs, 2),
      ...compared('closed, with the children that ended', 'ms', ({ closed }) => closed.allCpuMs),
      ...compared('closed, wake-ups', '/s', ({ closed }) => closed.wakeUpsPerSecond),
      ...compared('closed, memory', 'MiB', ({ closed }) => closed.pssMiB, 1.1),
      {
        name: 'closed, children started in a minute',
        value: middle('Latchkey', ({ closed }) => closed.children),
        unit: 'children',
        atMost: 4,
      },
      ...compared('open, CPU of a minute', 'ms', ({ open }) => open.ownCpuMs),
      ...compared('open, with the children that ended', 'ms', ({ open }) => open.allCpuMs),
      ...compared('open, wake-ups', '/s', ({ open }) => open.wakeUpsPerSecond),
      ...compared('open, memory', 'MiB', ({ open }) => open.pssMiB, 1.1),
      {
        name: 'open, children started in a minute',
        value: middle('Latchkey', ({ open }) => open.children),
        unit: 'children',
      },
      ...compared('closed again, memory', 'MiB', ({ afterMiB }) => afterMiB, 1.1),
    ];
  } finally {
    await apps.dispose();
  }
};

const liveOnce = async (apps: Apps, name: AppName): Promise<Life> => {
  const app = apps.start(name);
  try {
    await wait(settlesMs);
    const closed = await minuteOf(app);
    if (name === 'bare tray') return { closed, open: closed, afterMiB: closed.pssMiB };
    app.clickIcon();
    await wait(changesMs);
    const open = await minuteOf(app);
    app.clickIcon();
    await wait(changesMs);
    return { closed, open, afterMiB: readTree(app.pid).pssMiB };
  } finally {
    await app.quit();
  }
};

const minuteOf = async (app: RunningApp): Promise<Minute> => {
  const children = () => app.marks.filter(({ what }) => what === 'child').length;
  const [before, childrenBefore] = [readTree(app.pid), children()];
  await wait(spanMs);
  const after = readTree(app.pid);
  const ownCpuMs = after.ownCpuMs - before.ownCpuMs;
  return {
    ownCpuMs,
    allCpuMs: ownCpuMs + after.endedCpuMs - before.endedCpuMs,
    wakeUpsPerSecond: (after.wakeUps - before.wakeUps) / (spanMs / 1000),
    children: children() - childrenBefore,
    pssMiB: after.pssMiB,
  };
};
