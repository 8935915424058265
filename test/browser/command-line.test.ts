import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CommandLink } from '../../electron/core/command-line/command-link';
import { defaultPreferences } from '../../electron/core/preferences/preferences';
import { appState } from './fixtures/app-state';
import { callsOf, isAccepted } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser, unfold } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

type Plan = Extract<CommandLink, { kind: 'plan' }>;
const plan = (changes: Partial<Plan> = {}): Plan => ({
  ...{ kind: 'plan', state: 'none', link: '/Users/alice/.local/bin/latchkey' },
  target: '/Applications/Latchkey.app/Contents/Resources/bin/latchkey',
  ...{ makesFolder: false, leadsTo: null, isBroken: false, pathLine: 'export PATH="$HOME/.local/bin:$PATH"' },
  ...changes,
});
const openSettings = async (commandLink: CommandLink | null): Promise<string> => {
  page = await browser.open(appState({}, { commandLink }), { page: 'settings' });
  await unfold(page);
  return (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
};
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the command line tool in the settings', () => {
  it('shows where the link goes and what goes into PATH before the button, which sends it', async () => {
    const words = await openSettings(plan());
    const shown = [plan().link, plan().target, String(plan().pathLine), 'Install Command Line Tool'];
    const places = shown.map((text) => words.lastIndexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    await button('Install Command Line Tool').click();
    const calls = await callsOf(page);
    expect(calls.map(({ verb }) => verb)).toEqual(['commands.install']);
    expect(calls.every(isAccepted)).toBe(true);
  });

  it('tells of a link that leads to an app that is gone, and mends it', async () => {
    const formerly = '/Users/alice/Downloads/Latchkey.app/Contents/Resources/bin/latchkey';
    const words = await openSettings(plan({ state: 'stale', leadsTo: formerly, isBroken: true }));
    expect(words).toContain('Leads elsewhere');
    expect(words).toContain(`Until now it led to ${formerly}, which is gone.`);
    expect(await button('Mend the Link').count()).toBe(1);
  });

  it.each<[string, CommandLink | null, string | null]>([
    ['is installed', plan({ state: 'installed', pathLine: null }), 'The link is there'],
    ['is refused', { kind: 'refused', reason: 'Move Latchkey to Applications.' }, 'Move Latchkey to Applications.'],
    ['was not read yet', null, null],
  ])('has nothing to press where it %s', async (_what, commandLink, sentence) => {
    const words = await openSettings(commandLink);
    if (sentence === null) expect(words).not.toContain('Command line');
    else expect(words).toContain(sentence);
    expect(await page.getByRole('button', { name: /Command Line Tool|Mend/ }).count()).toBe(0);
  });
});

describe('the command line tool at the first start', () => {
  it.each<[string, CommandLink | null, number]>([
    ['is offered where it can be installed', plan(), 1],
    ['is not where it is there', plan({ state: 'installed' }), 0],
    ['is not where it cannot be', { kind: 'refused', reason: 'No.' }, 0],
  ])('%s', async (_when, commandLink, count) => {
    page = await browser.open(appState({}, { commandLink, preferences: { ...defaultPreferences, isWelcomed: false } }));
    expect(await button('Install Command Line Tool…').count()).toBe(count);
    if (count === 0) return;
    await button('Install Command Line Tool…').click();
    expect((await callsOf(page)).map(({ verb }) => verb)).toEqual(['app.openSettings']);
  });
});
