import { rmSync } from 'node:fs';
import { toolNames, toolPath } from '../../simulator/tool-folders';
import type { LatchkeyApp } from '../latchkey-app';
import type { AppFault } from './app-fault';
import { mac } from './load-faults';

const remove = (app: LatchkeyApp, tool: (typeof toolNames)[number]): void =>
  rmSync(`${app.mac.root}${toolPath(tool)}`, { force: true });

const lookAgain: AppFault['begin'] = async (_app, page) => {
  await page.evaluate(() => window.latchkey.state.refresh());
};

const asked = toolNames.filter((tool) => !['dialog', 'pane', 'date'].includes(tool));

/** Longer than Latchkey waits for any of them. */
const hangMs = 60_000;

/** More than that it never has of children at once: one of each question. */
const mostChildren = 40;

/** A tool is not there, says nothing, or never ends. */
export const toolFaults: readonly AppFault[] = [
  {
    name: '`security` is missing',
    scenario: mac,
    async begin(app, page) {
      remove(app, 'security');
      await lookAgain(app, page);
    },
    named: /security tool could not be started|keychain-list/,
  },
  {
    name: 'koffi is missing',
    scenario: mac,
    options: { preloads: ['without-koffi.cjs'] },
    named: null,
    check: async (_app, { snapshot }) =>
      snapshot?.keychains[0]?.lock.state === 'unlocked' ? [] : ['The lock state is not told.'],
  },
  {
    name: 'tmux is missing',
    scenario: mac,
    async begin(app, page) {
      remove(app, 'tmux');
      await lookAgain(app, page);
    },
    named: /tmux/,
  },
  {
    name: '`ps` takes ten seconds',
    scenario: mac,
    async begin(app, page) {
      app.mac.setFaults([{ tool: 'ps', hangMs: 10_000 }]);
      await lookAgain(app, page);
    },
    named: /\/bin\/ps did not answer within 4 s/,
    forMs: 12_000,
  },
  {
    name: '64 hung children attempted',
    scenario: mac,
    options: { preloads: ['child-recorder.cjs'] },
    async begin(app, page) {
      app.mac.setFaults(asked.map((tool) => ({ tool, hangMs })));
      await page.evaluate(async () => {
        const ask = async () => {
          await window.latchkey.state.refresh().catch(() => undefined);
          await window.latchkey.keychain.lockAll().catch(() => undefined);
        };
        for (let time = 0; time < 64; time += 1) void ask();
      });
    },
    named: /did not answer/,
    async check(app) {
      const alive = await app.electron.evaluate(() => (Reflect.get(globalThis, 'livingChildren') as () => number)());
      return alive > mostChildren ? [`${alive} children live at once.`] : [];
    },
    forMs: 12_000,
  },
];
