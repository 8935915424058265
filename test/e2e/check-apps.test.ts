import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PrivateKeyring, startPrivateKeyring } from '../cli/private-keyring';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { openPage } from './popover-pages';
import { scenarioWith } from './scenario';

let app: LatchkeyApp;

const start = async (environment: Readonly<Record<string, string>> = {}): Promise<Page> => {
  app = await launchLatchkey(scenarioWith({ state: 'unlocked' }), { environment });
  const page = await app.openPopover();
  await openPage(page, 'keychain');
  return page;
};
const check = async (page: Page, answer: RegExp) => {
  await page.getByRole('button', { name: 'Check that apps can read the keychain' }).click();
  await page.getByText(answer).first().waitFor();
};
const verdict = async () => (await app.state()).appAccessCheck?.verdict;

describe('the check that apps can read the keychain, in Electron on a real gnome-keyring', () => {
  let keyring: PrivateKeyring;
  beforeEach(async (context) => {
    if (process.platform !== 'linux') context.skip('gnome-keyring, which this is about, is there on Linux');
    keyring = await startPrivateKeyring();
  });
  afterEach(() => app.close());

  it('works, and then meets the keyring locked, without a dialog', async () => {
    const page = await start(keyring.environment);
    expect((await app.state()).appAccessCheck).toBeNull();
    await check(page, /an item of Latchkey’s own was written, read and deleted/);
    expect(await verdict()).toBe('works');
    expect(keyring.accounts('Latchkey check')).toEqual([]);
    keyring.lock();
    await check(page, /Cannot create an item in a locked collection/);
    expect(await verdict()).toBe('refused');
    expect(app.mac.ledger()).toEqual([]);
  });

  it('lets the app quit although the keyring never answers', async () => {
    const page = await start(keyring.environment);
    keyring.freeze();
    await check(page, /did not answer in time/);
    const electron = app.electron.process();
    await app.quit();
    expect(electron.exitCode ?? electron.signalCode).toBe(0);
  });
});

describe('the check that apps can read the keychain, without a keyring of the simulation’s own', () => {
  afterEach(() => app.close());

  it('is not made', async () => {
    await check(await start(), /no keyring of its own/);
    expect(await verdict()).toBe('not-possible');
  });
});
