import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../electron/core/words/pending';
import { appState, pending } from './fixtures/app-state';
import { everyState } from './fixtures/every-state';
import { holdOn, holdProblem, holdRestoring } from './fixtures/holds';
import {
  awsVaultPath,
  keychain,
  locked,
  loginPath,
  minutesFromNow,
  otherKeychain,
  unlocked,
} from './fixtures/keychains';
import { callsOf, isAccepted } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser, turnTo } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const section = () => page.getByRole('region', { name: 'Keep Unlocked' });
const button = (name: string | RegExp) => section().getByRole('button', { name, exact: typeof name === 'string' });
const lengths = () => section().getByRole('combobox', { name: 'Keep Unlocked for how long' });
const words = async () => (await section().innerText()).replaceAll(/\s+/g, ' ');
/** Asked for, and what the main process would take. */
const asked = async () => {
  const calls = await callsOf(page);
  expect(calls.every(isAccepted)).toBe(true);
  return calls;
};
const usual = { keepAwake: false, relock: 'as-before' };

describe('the offer to keep the keychain unlocked', () => {
  it('is one click: four hours', async () => {
    page = await browser.open(appState(), { page: 'hold' });
    await button('Keep Unlocked for 4 hours').click();
    expect(await asked()).toEqual([
      { verb: 'hold.start', payload: { end: { kind: 'at', at: minutesFromNow(240) }, ...usual } },
    ]);
  });

  it('says before the click what is exposed and what is put back', async () => {
    page = await browser.open(appState(), { page: 'hold' });
    expect(await words()).toContain('Until 18:00 the login keychain stays unlocked through idle time and sleep');
    expect(await words()).toContain('Then its settings are put back: 5 min after last use, not on sleep.');
    await section().getByRole('switch', { name: 'Lock at the end' }).click();
    expect(await words()).toContain('5 min after last use, not on sleep, and it is locked.');
  });

  it.each([
    ['For 1 hour', { kind: 'at', at: minutesFromNow(60) }],
    ['Until tonight', { kind: 'at', at: '2026-11-20T22:59:00.000Z' }],
    ['Until I’m back', { kind: 'back', afterMinutesAway: 15 }],
    ['Until a time…', { kind: 'at', at: '2026-11-20T17:00:00.000Z' }],
  ])('has other lengths: %s', async (label, end) => {
    page = await browser.open(appState(), { page: 'hold' });
    await lengths().selectOption({ label });
    await button(/^Keep Unlocked/).click();
    expect(await asked()).toEqual([{ verb: 'hold.start', payload: { end, ...usual } }]);
  });

  it('ends at a time of the clock, tomorrow where that has passed, and says so', async () => {
    page = await browser.open(appState(), { page: 'hold' });
    await lengths().selectOption({ label: 'Until a time…' });
    await section().getByLabel('Until', { exact: true }).fill('09:15');
    expect(await words()).toContain('Until tomorrow 09:15 the login keychain');
    await button('Keep Unlocked until a time').click();
    expect(await asked()).toMatchObject([{ payload: { end: { kind: 'at', at: '2026-11-21T08:15:00.000Z' } } }]);
  });

  it('asks for nothing while no time is given', async () => {
    page = await browser.open(appState(), { page: 'hold' });
    await lengths().selectOption({ label: 'Until a time…' });
    await section().getByLabel('Until', { exact: true }).fill('');
    expect(await words()).toContain('is no time of the day');
    await button('Keep Unlocked until a time').click({ force: true });
    expect(await asked()).toEqual([]);
  });

  it('takes how long one is away, keeping awake, and locking at the end', async () => {
    page = await browser.open(appState(), { page: 'hold' });
    await lengths().selectOption({ label: 'Until I’m back' });
    await section().getByLabel('Once the screen was locked for').selectOption({ label: '1 hour' });
    await section().getByRole('switch', { name: 'Keep awake on power' }).click();
    await section().getByRole('switch', { name: 'Lock at the end' }).click();
    await button('Keep Unlocked until I’m back').click();
    expect(await asked()).toEqual([
      {
        verb: 'hold.start',
        payload: { end: { kind: 'back', afterMinutesAway: 60 }, keepAwake: true, relock: 'always' },
      },
    ]);
    expect(await words()).toContain('A closed lid still sleeps it.');
  });

  it('keeps all keychains where that is asked for, and says which dialogs come first', async () => {
    page = await browser.open(appState({ keychains: [keychain(unlocked), otherKeychain(locked)] }), { page: 'hold' });
    await section().getByRole('switch', { name: 'All 2 keychains' }).click();
    expect(await words()).toContain('The system’s dialog asks for the password first.');
    expect(await words()).toContain('aws-vault: 5 min after last use, on sleep, and it is locked, as it was before');
    await button('Keep Unlocked for 4 hours').click();
    expect(await asked()).toMatchObject([{ payload: { keychainPaths: [loginPath, awsVaultPath] } }]);
  });

  it('is not there to be clicked where the settings could not be put back', async () => {
    page = await browser.open(appState({ keychains: [keychain(unlocked, 'unknown')] }), { page: 'hold' });
    await button('Keep Unlocked for 4 hours').click({ force: true });
    expect(await asked()).toEqual([]);
    expect(await words()).toContain('could not be put back');
  });

  it('is cancelled while its dialog is open', async () => {
    const begins = [pending('start-hold', 'running', everything)];
    page = await browser.open(appState({ keychains: [keychain(locked)] }, { pending: begins }), { page: 'hold' });
    await button('Cancel Keep Unlocked').click();
    expect(await asked()).toEqual([{ verb: 'keychain.cancelUnlock', payload: undefined }]);
  });
});

describe('a hold that is on', () => {
  const never = keychain(unlocked, { lockOnSleep: false, idleTimeoutSeconds: null });

  it('counts down, and is ended by a click, with or without locking', async () => {
    page = await browser.open(appState({ keychains: [never], hold: holdOn() }), { page: 'hold', movableClock: true });
    expect(await words()).toContain('Kept unlocked until 17:59 Ends in 3 h 59 min');
    await page.clock.runFor(31 * 60_000);
    expect(await words()).toContain('Ends in 3 h 28 min');
    await button('End Keep Unlocked').click();
    await button(/^End and lock/).click();
    expect((await asked()).map(({ verb, payload }) => [verb, payload])).toEqual([
      ['hold.end', { relock: false }],
      ['hold.end', { relock: true }],
    ]);
  });

  it('offers no lock where it locks anyway', async () => {
    page = await browser.open(appState({ keychains: [never], hold: holdOn({ relock: 'always' }) }), { page: 'hold' });
    expect(await button(/^End and lock/).count()).toBe(0);
    expect(await words()).toContain('not on sleep, and it is locked.');
  });

  it('says that a terminal keeps it', async () => {
    page = await browser.open(appState({ hold: holdOn({ owner: 'command-line', isElsewhere: true }) }), {
      page: 'hold',
    });
    expect(await words()).toContain('latchkey hold in a terminal keeps it.');
  });

  it('lets nobody change the auto-lock settings that it keeps aside', async () => {
    page = await browser.open(appState({ keychains: [never], hold: holdOn() }), { page: 'hold' });
    await turnTo(page, 'keychain');
    const autoLock = page.getByRole('region', { name: 'Auto-lock' });
    expect(await autoLock.getByRole('switch', { name: 'Lock on sleep' }).isDisabled()).toBe(true);
    const text = await autoLock.innerText();
    expect(text).toContain('Keep Unlocked has set these aside.');
    expect(text).not.toContain('Never locks by itself');
  });
});

describe('a hold that is over', () => {
  it('shows both settings and takes the answer', async () => {
    const state = everyState['hold over, asks'];
    if (!state) throw new Error('no such state');
    page = await browser.open(state, { page: 'hold' });
    expect(await words()).toContain('Before Keep Unlocked: 5 min after last use, not on sleep');
    expect(await words()).toContain('Now: 12 min 57 s after last use, not on sleep');
    await button(/^Put back/).click();
    await button(/^Leave as it is/).click();
    expect((await asked()).map(({ payload }) => payload)).toEqual([
      { keychainPath: loginPath, decision: 'put-back' },
      { keychainPath: loginPath, decision: 'leave' },
    ]);
  });

  it('that waits for an unlock is helped by one', async () => {
    page = await browser.open(
      appState({ keychains: [keychain(locked)], hold: holdRestoring([holdProblem('locked')], 'unlock') }),
      { page: 'hold' },
    );
    await button(/^Unlock/).click();
    expect(await asked()).toEqual([{ verb: 'keychain.unlock', payload: { keychainPath: loginPath } }]);
  });

  it('is told of also where its keychain is gone, and puts nothing back where nothing is', async () => {
    page = await browser.open(appState({ keychains: [], hold: holdRestoring([holdProblem('missing')], 'decision') }), {
      page: 'hold',
    });
    expect(await button(/^Put back/).count()).toBe(0);
    await button(/^Leave as it is/).click();
    expect(await asked()).toEqual([
      { verb: 'hold.resolveConflict', payload: { keychainPath: loginPath, decision: 'leave' } },
    ]);
  });

  it('that nobody keeps is put back by a click', async () => {
    page = await browser.open(appState({ hold: holdRestoring([], 'start', { isElsewhere: true }) }), { page: 'hold' });
    await button(/^Put back now/).click();
    expect(await asked()).toEqual([{ verb: 'hold.end', payload: { relock: false } }]);
  });
});
