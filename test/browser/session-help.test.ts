import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appState, pending } from './fixtures/app-state';
import { keychain, locked, loginPath, minutesFromNow } from './fixtures/keychains';
import { remoteState } from './fixtures/remote-states';
import { freshSsh, sshBornTmuxServer } from './fixtures/sessions';
import { unlockCommand } from './fixtures/warnings';
import { announce, callsOf, isAccepted } from './harness/fake-main';
import { type PopoverBrowser, type ShownPage, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const row = (title: string) => page.locator('.session').filter({ hasText: title });
const wordsOf = async (title: string): Promise<string> => (await row(title).innerText()).replaceAll(/\s+/g, ' ');
const agents = { sessions: [sshBornTmuxServer, freshSsh] };
const opening = pending('open-unlock-prompt', 'running', { kind: 'session', id: sshBornTmuxServer.id });

describe('a row of the remote sessions', () => {
  it.each([
    ['‘work’', /^tmux server ‘work’ sees Locked alice · started on the desktop · 2 clients attached, 1 over SSH from/],
    [
      '‘agents’',
      /started over SSH from 192\.168\.1\.9 · 6 clients attached, 5 over SSH from 192\.168\.1\.9, laptop\.local, /,
    ],
    ['‘agents’', /2001:db8::17 and 2 more · .* · measured 20 s ago The shell helper asked inside it\./],
    [
      'SSH login from 192.168.1.20',
      /^SSH login from 192\.168\.1\.20 sees Locked alice on ttys003 · started over SSH · started/,
    ],
    ['from studio.local', /sees Unlocked .* · measured 20 s ago .* A shell in it exports AWS_PROFILE, GH_TOKEN$/],
  ])('%s says who, from where and on what grounds', async (title, words) => {
    page = await browser.open(remoteState('remote: each kind of help'), { page: 'places' });
    expect(await wordsOf(title)).toMatch(words);
  });

  it('tells the age of what was measured to machines, too', async () => {
    page = await browser.open(remoteState('remote: each kind of help'), { page: 'places' });
    const times = row('‘agents’').locator('time');
    expect(await times.last().getAttribute('datetime')).toBe(sshBornTmuxServer.measuredAt);
  });

  it('offers nothing where nothing is locked', async () => {
    page = await browser.open(remoteState('remote: each kind of help'), { page: 'places' });
    expect(await row('from studio.local').locator('button, code').count()).toBe(0);
  });
});

describe('the one thing that helps', () => {
  it.each([
    ['Unlock the login keychain for tmux server ‘work’', 'keychain.unlock', { keychainPath: loginPath }],
    ['Copy command for SSH login from 192.168.1.20', 'commands.copy', { command: 'help', shown: unlockCommand }],
    [
      'Open an unlock prompt in that server for tmux server ‘agents’',
      'sessions.openUnlockPrompt',
      { sessionId: sshBornTmuxServer.id },
    ],
    [
      'Open an unlock prompt in that server: tmux server ‘agents’ sees a locked keychain',
      'sessions.openUnlockPrompt',
      { sessionId: sshBornTmuxServer.id },
      'warnings',
    ],
  ] as const)('"%s" sends %s', async (name, verb, payload, shown: ShownPage = 'places') => {
    page = await browser.open(remoteState('remote: each kind of help'), { page: shown });
    await page.getByRole('button', { name, exact: true }).click();
    const calls = await callsOf(page);
    expect(calls).toEqual([{ verb, payload }]);
    expect(calls.every(isAccepted)).toBe(true);
  });

  it('shows the command in one line, and the whole of it while the keyboard is at its button', async () => {
    page = await browser.open(appState(), { page: 'places' });
    const command = row('SSH login from 192.168.1.20').locator('code');
    const folded = (await command.boundingBox())?.height ?? 0;
    // With the keyboard, so that the focus is one to be seen: back from the button of the row after it.
    await page.getByRole('button', { name: 'Copy command for The next SSH login' }).focus();
    await page.keyboard.press('Shift+Tab');
    expect((await command.boundingBox())?.height).toBeGreaterThan(folded + 10);
  });

  it('says where the password is typed', async () => {
    page = await browser.open(appState(agents), { page: 'places' });
    const button = page.getByRole('button', { name: 'Open an unlock prompt' });
    const hint = page.locator(`[id="${await button.getAttribute('aria-describedby')}"]`);
    expect(await hint.innerText()).toBe('A new window in it asks for the password. You type it there.');
  });

  it('waits while it is under way, and then says beside the button what came of it', async () => {
    page = await browser.open(appState(agents), { page: 'places' });
    const button = page.getByRole('button', { name: 'Open an unlock prompt' });
    await announce(page, 'state.changed', appState(agents, { pending: [opening] }));
    expect(await row('‘agents’').getByRole('status').allInnerTexts()).toEqual(['Opening a window…']);
    await button.click({ force: true });
    expect(await callsOf(page)).toEqual([]);
    const notice = { kind: 'done', code: 'done', sentence: 'A window is open.', at: minutesFromNow(0) } as const;
    await announce(page, 'state.changed', appState(agents, { notice }));
    expect(await wordsOf('‘agents’')).toContain('A window is open.');
    const later = { ...notice, sentence: 'Locked in this desktop session.', at: minutesFromNow(1) };
    await announce(page, 'state.changed', appState(agents, { notice: later }));
    expect(await wordsOf('‘agents’')).not.toMatch(/A window is open|Locked in this/);
  });

  it('does not take an older notice for its own result', async () => {
    const notice = { kind: 'failed', code: 'x', sentence: 'Something else failed.', at: minutesFromNow(-3) } as const;
    page = await browser.open(appState(agents, { notice, pending: [opening] }), { page: 'places' });
    await announce(page, 'state.changed', appState(agents, { notice }));
    expect(await wordsOf('‘agents’')).not.toContain('Something else failed.');
  });

  it('no Unlock of a row can be pressed while the dialog is open', async () => {
    page = await browser.open(remoteState('remote: dialog open'), { page: 'places' });
    await page.getByRole('button', { name: 'Unlock the login keychain for tmux' }).click({ force: true });
    expect(await callsOf(page)).toEqual([]);
  });
});

it('Screen Sharing is said to use the desktop’s session, without a warning', async () => {
  const everyday = appState({ keychains: [keychain(locked)], warnings: [] });
  const access = everyday.snapshot?.remoteAccess;
  page = await browser.open(everyday, { page: 'places' });
  expect(await page.getByText('Screen Sharing is on').count()).toBe(0);
  if (!access) throw new Error('the everyday state has a snapshot');
  await announce(page, 'state.changed', appState({ warnings: [], remoteAccess: { ...access, screenSharing: 'on' } }));
  expect(await page.getByText('Screen Sharing is on').innerText()).toContain("uses the desktop's session");
  expect(await page.locator('.warning').count()).toBe(0);
});
