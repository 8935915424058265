import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TrayIcon } from '../../electron/core/state/tray-model';
import type { LatchkeyApp } from './latchkey-app';

/** A beat of the visible popover, the leash of an action, and two busy processors. */
const beatMs = 5_000;

interface Expected {
  readonly state: 'locked' | 'unlocked' | 'unknown';
  readonly icon: TrayIcon;
}

const heading = { locked: /^Locked/, unlocked: /^Unlocked/, unknown: /^Lock state unknown/ } as const;

/** Popover, menu bar and command line come to tell the same state. */
export const expectAgreement = async (app: LatchkeyApp, page: Page, { state, icon }: Expected): Promise<void> => {
  await expect
    .poll(() => page.getByRole('heading', { level: 1 }).innerText(), { timeout: beatMs })
    .toMatch(heading[state]);
  await expect.poll(async () => (await app.tray()).icon, { timeout: beatMs }).toBe(icon);
  const { keychains } = await app.status();
  expect(keychains.find(({ isLogin }) => isLogin)?.lock.state).toBe(state);
};

export const untilTrayShows = (app: LatchkeyApp, icon: Expected['icon']): Promise<void> =>
  expect.poll(async () => (await app.tray()).icon, { timeout: beatMs }).toBe(icon);

/** What the Mac has seen that nobody asked for. */
export const expectNothingAskedFor = async (app: LatchkeyApp): Promise<void> => {
  const kinds = (await app.mac.ledger()).map(({ kind }) => kind);
  expect(kinds.filter((kind) => ['dialog', 'decrypt', 'timer-restart'].includes(kind))).toEqual([]);
};

export const isPopoverVisible = (app: LatchkeyApp): Promise<boolean> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));

export const untilPopoverVisible = (app: LatchkeyApp, visible: boolean): Promise<void> =>
  expect.poll(() => isPopoverVisible(app), { timeout: beatMs }).toBe(visible);
