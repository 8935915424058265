import { setTimeout as wait } from 'node:timers/promises';
import { type AppName, type Apps, appNames, prepareApps } from './apps/apps';
import { readTree } from './apps/process-tree';
import type { Figure } from './figure';
import { medianOf } from './median';

const rounds = 3;
/** The tray is right when nothing about it changes any more in so long a time. */
const settlesMs = 6_000;

interface Start {
  readonly readyMs: number;
  readonly standsMs: number;
  readonly rightMs: number;
  readonly pssMiB: number;
}

/** From the start of the process to an icon that is right, beside apps that do nothing: by turns, medians of three. */
export const measureStart = async (): Promise<readonly Figure[]> => {
  const apps = await prepareApps();
  try {
    // The first start of each writes its profile and brings its files into memory.
    for (const name of appNames) await startOnce(apps, name);
    const starts: Record<AppName, Start[]> = { 'bare tray': [], 'bare window': [], Latchkey: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const name of appNames) starts[name].push(await startOnce(apps, name));
    }
    const middle = (name: AppName, of: keyof Start) => medianOf(starts[name].map((start) => start[of]));
    const bareMs = middle('bare tray', 'rightMs');
    return [
      { name: 'a bare tray: Electron is ready', value: middle('bare tray', 'readyMs'), unit: 'ms' },
      { name: 'a bare tray: its icon stands', value: bareMs, unit: 'ms' },
      { name: 'a bare app with a hidden window: its icon stands', value: middle('bare window', 'rightMs'), unit: 'ms' },
      { name: 'Latchkey: Electron is ready', value: middle('Latchkey', 'readyMs'), unit: 'ms' },
      { name: 'Latchkey: its icon stands', value: middle('Latchkey', 'standsMs'), unit: 'ms' },
      { name: 'Latchkey: its icon is right', value: middle('Latchkey', 'rightMs'), unit: 'ms' },
      { name: 'the same, times a bare tray', value: middle('Latchkey', 'rightMs') / bareMs, unit: '×', atMost: 1.15 },
      { name: 'a bare tray: memory, settled (PSS)', value: middle('bare tray', 'pssMiB'), unit: 'MiB' },
      { name: 'a bare app with a hidden window: the same', value: middle('bare window', 'pssMiB'), unit: 'MiB' },
      { name: 'Latchkey: the same', value: middle('Latchkey', 'pssMiB'), unit: 'MiB' },
      {
        name: 'the same, times the bare app with a hidden window',
        value: middle('Latchkey', 'pssMiB') / middle('bare window', 'pssMiB'),
        unit: '×',
        atMost: 1.1,
      },
    ];
  } finally {
    await apps.dispose();
  }
};

const startOnce = async (apps: Apps, name: AppName): Promise<Start> => {
  const app = apps.start(name);
  try {
    await wait(settlesMs);
    const ofTray = app.marks.filter(({ what }) => what === 'tray').map(({ afterMs }) => afterMs);
    const ready = app.marks.find(({ what }) => what === 'ready');
    const [standsMs = Number.NaN] = ofTray;
    if (Number.isNaN(standsMs)) throw new Error(`${name} has shown no icon`);
    return {
      readyMs: ready?.afterMs ?? Number.NaN,
      standsMs,
      rightMs: ofTray.at(-1) ?? Number.NaN,
      pssMiB: readTree(app.pid).pssMiB,
    };
  } finally {
    await app.quit();
  }
};
