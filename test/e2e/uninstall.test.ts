import { existsSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { eventually } from '../vitest/patience';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { scenarioWith } from './scenario';

let app: LatchkeyApp | undefined;
afterEach(() => app?.close());

it('the button erases settings and history as the app quits', async () => {
  const latchkey = await launchLatchkey(scenarioWith({ state: 'unlocked' }));
  app = latchkey;
  const folder = `${latchkey.mac.root}${latchkey.mac.plan.user.home}/Library/Application Support/Latchkey`;
  await eventually(() => expect(existsSync(`${folder}/settings.json`)).toBe(true));
  const settings = await latchkey.openSettings();
  const ended = new Promise((resolve) => latchkey.electron.process().once('exit', resolve));
  await settings.getByRole('tab', { name: 'Advanced' }).click();
  await settings.getByRole('button', { name: 'Uninstall…' }).click();
  await settings.getByRole('button', { name: 'Erase and Quit' }).click();
  await ended;
  expect(existsSync(folder)).toBe(false);
});
