import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { headlessProcess, racingActivity, stuckActivity } from './fixtures/claude-code';
import { claudeCodeInFile, manyCredentials, twoAccounts } from './fixtures/credentials';
import { announce, callsOf, isAccepted, refuse } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser, turnTo, unfold } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const rows = () => page.locator('.credential');
const section = () => page.getByRole('region', { name: 'Claude Code', exact: true });
const words = async (of: ReturnType<typeof section>) => (await of.innerText()).replaceAll(/\s+/g, ' ');

it('of sixty credentials the first rows are shown, those that need attention first', async () => {
  page = await browser.open(appState({ credentials: manyCredentials(60) }), { page: 'logins' });
  expect(await rows().count()).toBe(8);
  const states = await rows().evaluateAll((all) =>
    all.map(
      (row) => `${row.querySelector('.status-word')?.textContent}, ${row.querySelector('.state-word')?.textContent}`,
    ),
  );
  expect(states).toEqual([
    'Expired, Breaks over SSH',
    'Ends soon, Survives SSH',
    ...Array.from({ length: 6 }, () => 'Signed in, Breaks over SSH'),
  ]);
  await page.getByRole('button', { name: 'Show all 60 logins' }).click();
  expect(await rows().count()).toBe(60);
  await page.getByRole('button', { name: 'Show the first 8' }).click();
  expect(await rows().count()).toBe(8);
});

it('nine credentials are not folded for the ninth', async () => {
  page = await browser.open(appState({ credentials: manyCredentials(9) }), { page: 'logins' });
  expect(await rows().count()).toBe(9);
  expect(await page.getByRole('button', { name: 'Show all' }).count()).toBe(0);
});

it('each account of a tool has a row of its own, and one button reads the items of all', async () => {
  const complaints: string[] = [];
  page = await browser.open(appState(), { page: 'logins' });
  page.on('console', (message) => complaints.push(message.text()));
  await announce(page, 'state.changed', appState({ credentials: twoAccounts }));
  expect(await rows().locator('.account bdi').allInnerTexts()).toEqual(['work', '~/.claude-private']);
  await turnTo(page, 'login');
  expect(await page.getByRole('button', { name: 'Read expiry from keychain' }).count()).toBe(1);
  expect(await words(rows().first())).toContain('Reads the item of each account');
  expect(complaints).toEqual([]);
});

it('a certificate and the one that renews it, of the same name, are two rows', async () => {
  const complaints: string[] = [];
  page = await browser.open(appState({ credentials: [] }), { page: 'logins' });
  page.on('console', (message) => complaints.push(message.text()));
  const old = {
    ...claudeCodeInFile,
    tool: 'codesign',
    name: 'Xcode signing',
    account: 'Alice',
    status: 'expired',
  } as const;
  const renewed = { ...old, status: 'valid' } as const;
  await announce(page, 'state.changed', appState({ credentials: [renewed, old] }));
  expect(await rows().locator('.status-word').allInnerTexts()).toEqual(['Expired', 'Signed in']);
  await announce(page, 'state.changed', appState({ credentials: [renewed] }));
  expect(await rows().locator('.status-word').allInnerTexts()).toEqual(['Signed in']);
  expect(complaints).toEqual([]);
});

it('a login that breaks says on its page how that shows, one that survives does not', async () => {
  const symptom = 'Not logged in · Please run /login';
  const survives = { ...claudeCodeInFile, account: 'another', symptom } as const;
  const breaks = {
    ...survives,
    account: 'one',
    store: 'login-keychain',
    overSsh: 'breaks',
    status: 'expired',
  } as const;
  page = await browser.open(appState({ credentials: [breaks, survives] }), { page: 'login' });
  expect(await page.locator('.credential .symptom').allInnerTexts()).toEqual([`Shows as: “${symptom}”`]);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'another: ' }).click();
  expect(await page.getByText(survives.reason).count()).toBe(1);
  expect(await page.locator('.credential .symptom').count()).toBe(0);
});

it('a row leads to the page of its login, and back to the same row; one that is gone says so', async () => {
  page = await browser.open(appState({ credentials: twoAccounts }), { page: 'logins' });
  await page.getByRole('button', { name: '~/.claude-private: ' }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Claude Code');
  expect(await words(rows())).toContain('~/.claude-private');
  await page.keyboard.press('ArrowLeft');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(focused).toContain('~/.claude-private: ');
  await page.keyboard.press('ArrowRight');
  await announce(page, 'state.changed', appState({ credentials: [] }));
  expect(await page.getByText('This login is not there any more.').count()).toBe(1);
});

it('without a Claude Code there is no section for it', async () => {
  page = await browser.open(appState(), { page: 'logins' });
  expect(await section().count()).toBe(0);
});

it('the Claude Codes that run are counted and listed when unfolded, with what starts them again', async () => {
  page = await browser.open(appState({ claudeCode: racingActivity }), { page: 'logins' });
  expect(await words(section())).toContain(
    '3 Claude Codes run. 1 of them may hold the old token. Of 1 it is not known.',
  );
  expect(await words(section())).toContain('The next token refresh was probably due 12 min ago for work.');
  expect(await words(section())).toContain('Refresh going on');
  expect(await section().locator('.claude-code-process').first().isVisible()).toBe(false);
  await unfold(page);
  const listed = await section().locator('.claude-code-process').allInnerTexts();
  expect(listed[0]).toContain('cd /Users/alice/src/app && claude --continue');
  expect(listed[1]).toContain(`Process ${headlessProcess.pid}`);
  expect(listed[1]).toContain('known by its name only');
});

it('a stuck refresh lock says how it shows, with the command to copy', async () => {
  page = await browser.open(appState({ claudeCode: stuckActivity }), { page: 'logins' });
  expect(await words(section())).toContain('No Claude Code runs now.');
  expect(await words(section())).toContain('Refresh lock stuck');
  expect(await section().locator('.symptom').innerText()).toContain('exited mid-refresh');
  const command = section().locator('code');
  expect(await command.innerText()).toBe('rmdir /Users/alice/.claude/.oauth_refresh.lock');
  expect(await command.evaluate((element) => getComputedStyle(element).userSelect)).toBe('text');
  await section().getByRole('button', { name: 'Copy command rmdir' }).click();
  expect(await callsOf(page)).toEqual([{ verb: 'commands.copy', payload: { command: 'remove-refresh-lock' } }]);
  expect(await section().locator('.copied').innerText()).toBe('Copied');
});

it('what helps the Claude Codes is copied by its name, never as a text of the page', async () => {
  page = await browser.open(appState({ claudeCode: racingActivity }), { page: 'logins' });
  await unfold(page);
  await section().getByRole('button', { name: 'Copy command claude setup-token' }).click();
  await section().getByRole('button', { name: 'Copy command for process 103' }).click();
  const calls = await callsOf(page);
  expect(calls).toEqual([
    { verb: 'commands.copy', payload: { command: 'make-setup-token' } },
    { verb: 'commands.copy', payload: { command: 'restart-claude-code', pid: 103 } },
  ]);
  expect(calls.every(isAccepted)).toBe(true);
  expect(await section().locator('.copied').allInnerTexts()).toEqual(['Copied', '', 'Copied']);
});

it('nothing is said to be copied where the main process has refused', async () => {
  page = await browser.open(appState({ claudeCode: stuckActivity }), { page: 'logins' });
  await refuse(page, 'commands.copy');
  await section().getByRole('button', { name: 'Copy command rmdir' }).click();
  await page.getByText('Latchkey could not do that').waitFor();
  expect(await section().locator('.copied').innerText()).toBe('');
});
