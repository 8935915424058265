import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project-files';
import type { Scenario } from '../simulator/parsing/scenario';
import { createSimulatedMac } from '../simulator/simulated-mac';
import type { Figure } from './figure';
import { bundleProgram, resultOf } from './program';

const beats = 5;
/** A beat of many must not cost more an item than one of some. */
const atMostTimes = 1.5;

const home = '/Users/alice';
const loginPath = `${home}/Library/Keychains/login.keychain-db`;
const many = <Value>(count: number, make: (index: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

const macWith = (changes: Partial<Scenario>, items = 0): Scenario => ({
  now: '2026-09-10T09:00:00Z',
  user: { name: 'alice', uid: 501, home, password: 'secret' },
  sessions: [{ id: 'desk', kind: 'desktop', unlocked: [loginPath] }],
  remoteLogin: true,
  ...changes,
  keychains: [
    {
      ...{ path: loginPath, password: 'secret', isLogin: true, isDefault: true },
      items: many(items, (index) => ({ class: 'genp', service: `Website ${index}`, account: 'alice', data: 'x' })),
    },
    ...(changes.keychains ?? []),
  ],
});

/** What there can be much of: little, some, much of it, and the Mac that has so much. */
const scales: readonly { readonly of: string; readonly counts: readonly number[]; mac(count: number): Scenario }[] = [
  {
    of: 'keychains',
    counts: [1, 10, 100],
    mac: (count) =>
      macWith({ keychains: many(count - 1, (index) => ({ path: `${home}/Library/Keychains/k${index}.keychain-db` })) }),
  },
  {
    of: 'processes',
    counts: [10, 200, 2_000],
    mac: (count) =>
      macWith({
        processes: many(count, (index) => ({
          ...{ pid: 2_000 + index, ppid: 1, uid: 501, session: 'desk', startedAt: '2026-09-10T08:00:00Z' },
          command: `/Applications/Some.app/Contents/Frameworks/Helper --type=${index}`,
        })),
      }),
  },
  {
    of: 'credentials',
    counts: [1, 30, 300],
    mac: (count) =>
      macWith({
        files: {
          '~/.npmrc': many(count, (index) => `//npm-${index}.example.com/:_authToken=not-real\n`).join(''),
        },
      }),
  },
  { of: 'items', counts: [0, 1_000, 10_000], mac: (count) => macWith({}, count) },
];

/** What a full beat, at which everything is due, costs on Macs on which there is little, some and much of something. */
export const measureScale = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(projectFolder, 'dist/.bench-'));
  try {
    const bundle = await bundleProgram(folder, 'full-beat');
    const figures: Figure[] = [];
    for (const { of, counts, mac } of scales) {
      const costs: number[] = [];
      for (const count of counts) {
        const value = await millisecondsOnce(bundle, mac(count));
        costs.push(value);
        figures.push({ name: `a full beat with ${count.toLocaleString('en')} ${of}`, value, unit: 'ms' });
      }
      const [few = 0, some = 0, most = 0] = counts;
      const [fewMs = 0, someMs = 0, mostMs = 0] = costs;
      const ofSome = (someMs - fewMs) / (some - few);
      const ofMost = (mostMs - someMs) / (most - some);
      figures.push({ name: `each of the last of these ${of}`, value: ofMost * 1000, unit: 'µs' });
      // Where the first cost next to nothing, noise divided by noise would say nothing.
      if (someMs - fewMs > fewMs / 4)
        figures.push({
          name: `the same, times one of the first`,
          value: ofMost / ofSome,
          unit: '×',
          atMost: atMostTimes,
        });
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const millisecondsOnce = async (bundle: string, scenario: Scenario): Promise<number> => {
  const mac = await createSimulatedMac(scenario, { isFrozen: true });
  try {
    const { beatMs } = resultOf<{ readonly beatMs: number }>(bundle, mac.environment(), {
      runtime: 'electron',
      args: [String(beats)],
    });
    return beatMs;
  } finally {
    await mac.dispose();
  }
};
