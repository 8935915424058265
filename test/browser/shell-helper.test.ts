import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { remoteState } from './fixtures/remote-states';
import { helperOfEachKind, zshLink } from './fixtures/shell-helpers';
import { callsOf, isAccepted } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser, unfold } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const open = async (state = appState()): Promise<void> => {
  page = await browser.open(state, { page: 'settings, Remote' });
  await unfold(page);
};
const shell = (name: string) =>
  page
    .getByRole('list', { name: 'Shells' })
    .locator('> li')
    .filter({ hasText: new RegExp(`^${name}`) });
const wordsOf = async (name: string): Promise<string> => (await shell(name).innerText()).replaceAll(/\s+/g, ' ');

describe('the shell helper in the settings', () => {
  it('shows nothing to press until a shell is opened', async () => {
    page = await browser.open(appState(), { page: 'settings, Remote' });
    const shells = page.getByRole('list', { name: 'Shells' });
    expect(await shells.locator('summary').allInnerTexts()).toEqual([
      expect.stringMatching(/zsh\s+Installed/),
      expect.stringMatching(/bash\s+Not installed/),
      expect.stringMatching(/fish\s+Not installed/),
    ]);
    expect(await shells.getByRole('button', { name: /Install|Remove/ }).count()).toBe(0);
  });

  it('shows the exact lines, each as one, before the button', async () => {
    await open();
    for (const helper of helperOfEachKind) {
      if (helper.kind === 'refused') continue;
      const figure = page.getByRole('figure', { name: `Lines for ${helper.plan.shell}` });
      expect(await figure.locator('code').allTextContents()).toEqual(helper.plan.lines);
    }
    const words = await wordsOf('bash');
    expect(words.indexOf('# <<< latchkey <<<')).toBeLessThan(words.lastIndexOf('Install'));
  });

  it.each([
    ['zsh', `It is a link. What changes is ${zshLink}`],
    ['zsh', 'These lines are in it:'],
    ['bash', 'These lines are put at its end:'],
    ['bash', '/Users/alice/.bash_profile bash reads it in every shell'],
    ['fish', 'A new file: /Users/alice/.config/fish/conf.d/latchkey.fish'],
    ['fish', 'These lines will be in it:'],
    ['sh', 'Not possible /Users/alice/.profile: it belongs to another user.'],
  ])('%s says: %s', async (name, sentence) => {
    await open();
    expect(await wordsOf(name)).toContain(sentence);
  });

  it('nothing can be pressed for a shell that is refused', async () => {
    await open();
    expect(await shell('sh').locator('button, summary').count()).toBe(0);
  });

  it.each([
    ['Install the shell helper for bash', { shell: 'bash', installed: true }],
    ['Remove the shell helper for zsh', { shell: 'zsh', installed: false }],
  ])('"%s" sends it', async (name, payload) => {
    await open();
    await page.getByRole('button', { name }).click();
    const calls = await callsOf(page);
    expect(calls).toEqual([{ verb: 'sessions.setShellHelper', payload }]);
    expect(calls.every(isAccepted)).toBe(true);
  });

  it('waits for the shell that is being changed and for no other', async () => {
    await open(remoteState('settings, Remote: helper being installed'));
    expect(await shell('bash').getByRole('status').allInnerTexts()).toEqual(['Saving…']);
    await page.getByRole('button', { name: 'for bash' }).click({ force: true });
    await page.getByRole('button', { name: 'for fish' }).click();
    expect((await callsOf(page)).map(({ payload }) => payload)).toEqual([{ shell: 'fish', installed: true }]);
  });

  it('is reached with the keyboard', async () => {
    page = await browser.open(appState(), { page: 'settings, Remote' });
    await shell('bash').locator('summary').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await callsOf(page)).map(({ verb }) => verb)).toEqual(['sessions.setShellHelper']);
  });

  it('says so while the start-up files are being read', async () => {
    page = await browser.open(remoteState('settings, Remote: shells not read yet'), { page: 'settings, Remote' });
    expect(await page.getByRole('region', { name: 'Shell helper' }).innerText()).toContain(
      'Reading the start-up files…',
    );
  });
});
