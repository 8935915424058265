import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appState, everydayAccess, pending } from './fixtures/app-state';
import { keychain, locked, loginPath, minutesFromNow, otherKeychain, unlocked } from './fixtures/keychains';
import { announce, callsOf, isAccepted } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const fiveMinutes = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const timeouts = () => page.getByRole('combobox', { name: 'Lock after last use', exact: true });
const field = () => page.getByLabel('Other length');

describe('a timeout of another length', () => {
  it('is typed as the command line takes it, and asked for with Enter', async () => {
    page = await browser.open(appState({ keychains: [keychain(unlocked, fiveMinutes)] }), { page: 'keychain' });
    await timeouts().selectOption({ label: 'Other…' });
    await field().fill(' 45m ');
    await field().press('Enter');
    const calls = await callsOf(page);
    expect(calls).toEqual([
      { verb: 'autoLock.set', payload: { keychainPath: loginPath, lockOnSleep: true, idleTimeoutSeconds: 2700 } },
    ]);
    expect(calls.every(isAccepted)).toBe(true);
    expect(await field().count()).toBe(0);
  });

  it.each(['45', '10s', '999999999d', 'soon', ''])(
    'that cannot be is told of and not asked for: “%s”',
    async (text) => {
      page = await browser.open(appState(), { page: 'keychain' });
      await timeouts().selectOption({ label: 'Other…' });
      await field().fill(text);
      await page.getByRole('button', { name: 'Set', exact: true }).click();
      expect(await field().getAttribute('aria-invalid')).toBe('true');
      expect(await page.getByText(/is no timeout|shortest timeout|longer than macOS/).count()).toBe(1);
      expect(await callsOf(page)).toEqual([]);
    },
  );

  it('is given up with Escape, which does not close the popover', async () => {
    page = await browser.open(appState(), { page: 'keychain' });
    await timeouts().selectOption({ label: 'Other…' });
    await field().press('Escape');
    expect(await field().count()).toBe(0);
    expect(await callsOf(page)).toEqual([]);
    expect(await timeouts().inputValue()).toBe('300');
  });
});

describe('a choice made while an earlier one is under way', () => {
  it('is not lost: it is asked for when the earlier one has ended, upon what that came to', async () => {
    const busy = { pending: [pending('set-auto-lock')] };
    page = await browser.open(appState({ keychains: [keychain(unlocked, fiveMinutes)] }, busy), { page: 'keychain' });
    await timeouts().selectOption('3600');
    await timeouts().selectOption('never');
    expect(await callsOf(page)).toEqual([]);
    const ended = { lockOnSleep: false, idleTimeoutSeconds: 300 };
    await announce(page, 'state.changed', appState({ keychains: [keychain(unlocked, ended)] }));
    await expect
      .poll(() => callsOf(page))
      .toEqual([
        { verb: 'autoLock.set', payload: { keychainPath: loginPath, lockOnSleep: false, idleTimeoutSeconds: null } },
      ]);
  });

  it('is let go where the settings cannot be changed any more', async () => {
    page = await browser.open(appState({}, { pending: [pending('set-auto-lock')] }), { page: 'keychain' });
    await timeouts().selectOption('3600');
    await announce(page, 'state.changed', appState({ keychains: [keychain(locked, fiveMinutes)] }));
    await expect.poll(() => timeouts().isDisabled()).toBe(true);
    await announce(page, 'state.changed', appState({ keychains: [keychain(unlocked, fiveMinutes)] }));
    await expect.poll(() => timeouts().isDisabled()).toBe(false);
    expect(await callsOf(page)).toEqual([]);
  });
});

describe('another keychain', () => {
  it('has its own auto-lock, by its name', async () => {
    const other = otherKeychain(unlocked);
    page = await browser.open(appState({ keychains: [keychain(unlocked), other] }), { page: 'keychain' });
    await page.getByText('5 min after last use, on sleep').click();
    await page.getByRole('switch', { name: 'Lock on sleep, aws-vault' }).click();
    await page.getByRole('combobox', { name: 'Lock after last use, aws-vault' }).selectOption({ label: '1 hour' });
    expect((await callsOf(page)).map(({ payload }) => payload)).toEqual([
      { keychainPath: other.path, lockOnSleep: false, idleTimeoutSeconds: 300 },
      { keychainPath: other.path, lockOnSleep: true, idleTimeoutSeconds: 3600 },
    ]);
  });

  it('that is locked says why nothing can be changed', async () => {
    page = await browser.open(appState({ keychains: [keychain(unlocked), otherKeychain(locked)] }), {
      page: 'keychain',
    });
    await page.getByText('5 min after last use, on sleep').click();
    expect(await page.getByRole('switch', { name: 'Lock on sleep, aws-vault' }).isDisabled()).toBe(true);
    expect(await page.getByText('Unlock first: macOS cannot change').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Unlock and Change… aws-vault' }).click();
    expect((await callsOf(page)).map(({ verb, payload }) => [verb, payload])).toEqual([
      ['keychain.unlock', { keychainPath: otherKeychain(locked).path }],
    ]);
  });
});

describe('a change', () => {
  it('shows what was, what is and the line that does the same', async () => {
    const undo = { keychainPath: loginPath, restores: fiveMinutes, changedAt: minutesFromNow(-2) };
    page = await browser.open(appState({}, { undos: [undo] }), { page: 'keychain' });
    const words = await page.getByRole('region', { name: 'Auto-lock' }).innerText();
    expect(words).toContain('Before: 5 min after last use, on sleep');
    expect(words).toContain('Now: 5 min after last use, not on sleep');
    expect(words).toContain(`security set-keychain-settings -u -t 300 ${loginPath}`);
  });
});

describe('what fits this Mac', () => {
  const macMini = {
    ...everydayAccess,
    systemSleep: { source: 'ac', acMinutes: 0, batteryMinutes: 'no-battery' },
  } as const;

  it('is folded up, says why, and is asked for by its button', async () => {
    page = await browser.open(appState({ remoteAccess: macMini }), { page: 'keychain' });
    const use = page.getByRole('button', { name: /^Use this/ });
    expect(await use.isVisible()).toBe(false);
    await page.getByText('What fits this Mac').click();
    expect(await page.getByText(/stays in its place/).isVisible()).toBe(true);
    await use.click();
    expect(await callsOf(page)).toEqual([
      { verb: 'autoLock.set', payload: { keychainPath: loginPath, lockOnSleep: false, idleTimeoutSeconds: null } },
    ]);
  });

  it('is not there where the present settings fit', async () => {
    const never = { lockOnSleep: false, idleTimeoutSeconds: null };
    page = await browser.open(appState({ remoteAccess: macMini, keychains: [keychain(unlocked, never)] }), {
      page: 'keychain',
    });
    expect(await page.getByText('What fits this Mac').count()).toBe(0);
  });
});
