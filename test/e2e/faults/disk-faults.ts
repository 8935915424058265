import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LatchkeyApp } from '../latchkey-app';
import type { AppFault } from './app-fault';
import { mac, supportFolder } from './load-faults';

const homeOf = (app: LatchkeyApp): string => app.mac.environment().HOME ?? '';
const supportOf = (app: LatchkeyApp): string => join(homeOf(app), supportFolder);

/** What writes: a choice, and a Keep Unlocked that has to note what it puts back. */
const writes = async (_app: LatchkeyApp, page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await window.latchkey.preferences.set({ showTitle: true });
    await window.latchkey.hold.start({ end: { kind: 'open' }, keepAwake: false, relock: 'as-before' });
  });
};

/** The user's settings are what they were, whatever could not be written. */
const settingsStand: AppFault['check'] = async (_app, { snapshot }) => {
  const { lockOnSleep, idleTimeoutSeconds } = {
    lockOnSleep: null,
    idleTimeoutSeconds: -1,
    ...snapshot?.keychains[0]?.autoLock,
  };
  return lockOnSleep === true && idleTimeoutSeconds === null && snapshot?.hold.state === 'off'
    ? []
    : ['The settings are not the user’s.'];
};

const closed = 0o500;
const open = 0o700;

/** The disk takes nothing, or is not where it was. The app runs as an ordinary user, to whom a mode means something. */
export const diskFaults: readonly AppFault[] = [
  {
    name: 'a disk that is full',
    scenario: mac,
    options: { preloads: ['disk-full.cjs'] },
    begin: writes,
    named: /could not be (?:saved|written)|no space|ENOSPC|full/i,
    check: settingsStand,
  },
  {
    name: 'a support folder that cannot be written',
    scenario: mac,
    async begin(app, page) {
      chmodSync(supportOf(app), closed);
      await writes(app, page);
    },
    named: /could not be (?:saved|written)|EACCES|not writable/i,
    async check(app, state) {
      chmodSync(supportOf(app), open);
      return (await settingsStand(app, state)) ?? [];
    },
  },
  {
    name: 'a home folder that cannot be written, and has no support folder',
    scenario: mac,
    options: {
      isFirstStart: true,
      prepareHome: (home) => {
        rmSync(join(home, supportFolder), { recursive: true, force: true });
        chmodSync(join(home, 'Library/Application Support'), closed);
      },
    },
    begin: writes,
    named: /could not be (?:saved|written|made)|EACCES|not writable/i,
    check: settingsStand,
  },
  {
    name: 'a support folder that goes while the app runs',
    scenario: mac,
    async begin(app, page) {
      rmSync(supportOf(app), { recursive: true, force: true });
      await page.evaluate(() => window.latchkey.preferences.set({ showTitle: true }));
    },
    named: null,
    check: async (app) =>
      readFileSync(join(supportOf(app), 'settings.json'), 'utf8').includes('"showTitle": true')
        ? []
        : ['The choice was lost.'],
  },
  {
    name: 'a home folder that goes while the app runs',
    scenario: mac,
    async begin(app) {
      rmSync(homeOf(app), { recursive: true, force: true });
    },
    named: /keychain|could not/i,
    async check(app) {
      mkdirSync(homeOf(app), { recursive: true });
      return [];
    },
  },
  {
    name: 'no file-system events',
    scenario: mac,
    options: { preloads: ['without-file-events.cjs'] },
    begin: async (app) => {
      await app.mac.run('security', [
        'set-keychain-settings',
        '-t',
        '600',
        '/Users/alice/Library/Keychains/login.keychain-db',
      ]);
    },
    named: null,
    check: async (_app, { snapshot }) => {
      const told = { idleTimeoutSeconds: null as number | null, ...snapshot?.keychains[0]?.autoLock };
      return told.idleTimeoutSeconds === 600 ? [] : ['A changed file was not noticed.'];
    },
  },
];
