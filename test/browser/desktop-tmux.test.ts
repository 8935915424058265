import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../electron/core/words/pending';
import { appState, pending } from './fixtures/app-state';
import { launchAgentPath, noTmux, runningTmux, stoppedTmux } from './fixtures/desktop-tmux';
import { minutesFromNow } from './fixtures/keychains';
import { remoteState } from './fixtures/remote-states';
import { announce, callsOf, isAccepted } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser, unfold } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const section = () => page.getByRole('region', { name: 'A tmux server of the desktop' });
const start = () => page.getByRole('button', { name: 'Start the tmux server of the desktop' });
const atLogin = () => page.getByRole('switch', { name: 'Start the server at login' });

describe('the tmux server of the desktop', () => {
  it.each([
    ['remote: tmux running', 'Running', 'its panes see what the desktop sees', 0],
    ['remote: tmux starting', 'Not running', 'Starting…', 1],
    ['remote: tmux born over SSH', 'Started over SSH', 'End it with tmux -L latchkey kill-server', 0],
    ['remote: no tmux', 'No tmux', 'Install it first: brew install tmux.', 0],
    ['remote: tmux unknown', 'Unknown', 'tmux did not answer within 3 s.', 0],
  ])('"%s" is folded up to "%s" and says more when it is opened', async (name, word, sentence, starts) => {
    page = await browser.open(remoteState(name), { page: 'places' });
    expect(await section().locator('summary').first().innerText()).toContain(word);
    expect(await section().innerText()).not.toContain(sentence);
    await unfold(page);
    expect(await section().innerText()).toContain(sentence);
    expect(await start().count()).toBe(starts);
  });

  it('is looked for until it was read', async () => {
    page = await browser.open(remoteState('remote: tmux not read yet'), { page: 'places' });
    expect(await section().innerText()).toContain('Looking for it…');
  });

  it('opens, starts, copies and is started at login with the keyboard alone', async () => {
    page = await browser.open(appState(), { page: 'places' });
    await section().locator('summary').first().focus();
    await page.keyboard.press('Enter');
    for (const keys of [
      ['Tab', 'Enter'],
      ['Tab', 'Enter'],
      ['Tab', 'Space'],
      ['Tab', 'Space'],
    ])
      for (const key of keys) await page.keyboard.press(key);
    const calls = await callsOf(page);
    expect(calls).toEqual([
      { verb: 'sessions.startDesktopTmux', payload: undefined },
      { verb: 'commands.copy', payload: { command: 'attach-desktop-tmux' } },
      { verb: 'sessions.setDesktopTmuxAtLogin', payload: { enabled: true } },
    ]);
    expect(calls.every(isAccepted)).toBe(true);
  });

  it('stays open when a new state comes, and tells what came of the start', async () => {
    page = await browser.open(appState({}, { pending: [pending('start-desktop-tmux', 'running', everything)] }), {
      page: 'places',
    });
    await unfold(page);
    await start().click({ force: true });
    expect(await callsOf(page)).toEqual([]);
    const notice = { kind: 'failed', code: 'x', sentence: 'tmux said: no space.', at: minutesFromNow(0) } as const;
    await announce(page, 'state.changed', appState({}, { notice }));
    expect(await section().innerText()).toContain('tmux said: no space.');
  });

  it('no attach line is shown where none is known', async () => {
    page = await browser.open(appState({}, { desktopTmux: noTmux }), { page: 'places' });
    await unfold(page);
    expect(await section().getByRole('button').count()).toBe(0);
  });
});

describe('its start at login', () => {
  it('shows path and file before the switch, to the letter', async () => {
    page = await browser.open(appState(), { page: 'places' });
    await unfold(page);
    const words = await section().innerText();
    expect(words.indexOf(launchAgentPath)).toBeLessThan(words.indexOf('Start the server at login'));
    const lines = await section().getByRole('figure').locator('code').allTextContents();
    expect(`${lines.join('\n')}\n`).toBe(stoppedTmux.launchAgent.plist);
  });

  it('the switch keeps showing what is so until the next state, and waits for its own result', async () => {
    page = await browser.open(appState({}, { desktopTmux: runningTmux }), { page: 'places' });
    await unfold(page);
    await atLogin().click();
    expect(await atLogin().isChecked()).toBe(true);
    expect((await callsOf(page)).map(({ payload }) => payload)).toEqual([{ enabled: false }]);
    const saving = pending('set-desktop-tmux-at-login', 'running', everything);
    await announce(page, 'state.changed', appState({}, { desktopTmux: runningTmux, pending: [saving] }));
    await atLogin().click();
    expect((await callsOf(page)).length).toBe(1);
    expect(await section().innerText()).toContain('Saving…');
  });

  it('cannot be had without tmux, but what is installed can still be removed', async () => {
    page = await browser.open(appState({}, { desktopTmux: noTmux }), { page: 'places' });
    await unfold(page);
    expect(await atLogin().isDisabled()).toBe(true);
    const installed = { ...noTmux, launchAgent: { ...noTmux.launchAgent, installed: true } };
    await announce(page, 'state.changed', appState({}, { desktopTmux: installed }));
    expect(await atLogin().isDisabled()).toBe(false);
  });
});
