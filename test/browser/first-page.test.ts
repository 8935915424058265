import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppState } from '../../electron/contract/app-state';
import { appState, inWords, pending } from './fixtures/app-state';
import { manyCredentials } from './fixtures/credentials';
import { differingFirstPages, everyState, firstPageStates } from './fixtures/every-state';
import { berlin, everydayEvents, historyOf, lockEvent, onlyToday } from './fixtures/history';
import { endless } from './fixtures/hostile';
import { keychain, locked, minutesFromNow, otherKeychain, unlocked } from './fixtures/keychains';
import { freshSsh, lockedTmuxServer, manySessions, tmuxServer } from './fixtures/sessions';
import { loginInKeychain } from './fixtures/walking-away';
import { axeFindings } from './harness/axe';
import { announce, heightsAskedFor, replaceHistories } from './harness/fake-main';
import { type PopoverBrowser, show, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const words = async (selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replaceAll(/\s+/g, ' ').trim();

const crowded: AppState = appState({
  keychains: [keychain(unlocked), otherKeychain(unlocked), otherKeychain(locked, `/Users/alice/${endless}.keychain`)],
  sessions: [...manySessions(30).map((one) => ({ ...one, name: `${one.name}-${endless}` })), freshSsh],
  credentials: [...loginInKeychain, ...manyCredentials(60).map((one) => ({ ...one, name: `${one.name}-${endless}` }))],
});
const crowdedName = 'everything at once, with the longest names';
/** A restore conflict alone adds a banner. */
const crowdedAndOver: AppState = inWords({
  ...crowded,
  snapshot: crowded.snapshot && {
    ...crowded.snapshot,
    hold: everyState['hold over, asks']?.snapshot?.hold ?? { state: 'off' },
  },
});
const states = [
  ...firstPageStates,
  [crowdedName, crowded] as const,
  [`${crowdedName}, and settings that are not put back`, crowdedAndOver] as const,
];

describe('one glance', () => {
  it('is at most 420 points high and 70 words long, scrolls nowhere, and says no word of the house', async () => {
    page = await browser.open(appState());
    const found: string[] = [];
    for (const [name, state] of states) {
      await show(page, state);
      const seen = await page.evaluate(() => {
        const parts = [...document.querySelectorAll('.page-head, .content, .footer')];
        const text = document.querySelector<HTMLElement>('#popover')?.innerText ?? '';
        return {
          heightPixels: parts.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0),
          count: text.split(/\s+/).filter((word) => word !== '').length,
          forbidden: text.match(/\b(born|sees|in force|beacon|security session|hold|held)\b/i)?.[0],
          tooWide: [...document.querySelectorAll('.content, .card, .page-row, .actions, .action, .state-head, .footer')]
            .filter((part) => part.scrollWidth > part.clientWidth + 1)
            .map(({ className }) => className),
        };
      });
      if (seen.heightPixels > 420) found.push(`${name}: ${seen.heightPixels} points high`);
      if (seen.count > 70) found.push(`${name}: ${seen.count} words`);
      if (seen.forbidden !== undefined && name !== 'hostile names') found.push(`${name}: says ${seen.forbidden}`);
      if (seen.tooWide.length > 0) found.push(`${name}: too wide: ${seen.tooWide.join(', ')}`);
    }
    expect(found).toEqual([]);
  });

  it('asks for a window of that height', async () => {
    page = await browser.open(crowded);
    await expect.poll(async () => (await heightsAskedFor(page)).at(-1)).toBeLessThanOrEqual(420);
  });

  it('keeps all within reach where text is twice as large', async () => {
    page = await browser.open(appState(), { viewport: { width: 180, height: 420 } });
    for (const [name, state] of states) {
      await show(page, state);
      const tooWide = await page.evaluate(() =>
        [...document.querySelectorAll('.content, .card, .page-row, .actions, .footer')]
          .filter((part) => part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().right > 181)
          .map(({ className }) => className),
      );
      expect(tooWide, name).toEqual([]);
    }
  });
});

describe('what it says', () => {
  const inTmux = { sessions: [{ ...tmuxServer, name: 'work' }, freshSsh], credentials: loginInKeychain };

  it('locked: since when, what to do first, and what is logged out where', async () => {
    const sessions = [lockedTmuxServer, freshSsh];
    page = await browser.open(appState({ ...inTmux, keychains: [keychain(locked)], sessions }));
    expect(await words('.state-head')).toBe('Locked Since 13:55');
    expect(await words('.verdict')).toBe('Unlock first: over SSH, gh and git will be logged out.');
    expect(await words('.actions')).toBe('Unlock…');
    expect(await page.locator('.page-row').allInnerTexts()).toEqual([
      expect.stringMatching(/tmux ‘work’\s+gh, git logged out/),
      expect.stringMatching(/New SSH login\s+gh, git logged out/),
      expect.stringMatching(/Auto-lock\s+5 min/),
      expect.stringMatching(/Logins\s+2 logins/),
      expect.stringMatching(/Last 24 hours/),
    ]);
  });

  it('locked: why, where the history knows it, and nothing moves for it', async () => {
    const histories = onlyToday(historyOf([...everydayEvents, lockEvent(berlin('13:55'), 'locked', 'idle')]));
    page = await browser.open(appState({ ...inTmux, keychains: [keychain(locked)] }), { histories });
    await expect.poll(() => words('.state-head')).toBe('Locked Since 13:55 (idle)');
    await replaceHistories(
      page,
      onlyToday(historyOf([...everydayEvents, lockEvent(berlin('13:55'), 'unlocked', 'manual')])),
    );
    await show(page, appState({ ...inTmux, keychains: [keychain(locked)], takenAt: minutesFromNow(1) }));
    await expect.poll(() => words('.state-head')).toBe('Locked Since 13:55');
  });

  it('as the system writes times, in 12 hours', async () => {
    page = await browser.open(appState({ ...inTmux, keychains: [keychain(locked)] }, { locale: 'en-US' }));
    expect(await words('.state-head')).toBe('Locked Since 1:55 PM');
    await show(page, appState({}, { locale: 'en-US' }), 'history');
    expect(await page.locator('.strip-hour-name').allTextContents()).toEqual(
      ['12 AM', '6 AM', '12 PM', '6 PM', '12 AM'].map((hour) => hour.replace(' ', '\u00a0')),
    );
  });

  it('Remote Login off: in one row whether anybody is here', async () => {
    page = await browser.open(everyState['no sessions'] ?? appState());
    expect(await words('.page-row >> nth=0')).toBe('Remote sessions nobody is here');
    expect(await page.locator('.more-row').count()).toBe(0);
  });

  it('unlocked: what is lost when it locks, and the click against that', async () => {
    page = await browser.open(appState({ ...inTmux, keychains: [keychain(unlocked)] }));
    expect(await words('.state-head')).toBe('Unlocked Locks 5 min after last use');
    expect(await words('.verdict')).toBe(
      'Not yet: tmux ‘work’ loses gh and git when this locks, 5 min after last use.',
    );
    expect(await words('.actions')).toBe('Lock Keep Unlocked 4 Hours');
    const primary = page.locator('[data-primary]');
    expect(await primary.innerText()).toBe('Keep Unlocked 4 Hours');
    expect(await primary.getAttribute('class')).toContain('push-button-primary');
  });

  it('kept unlocked: until when, what comes then, and nothing blue', async () => {
    const held = everyState['hold on']?.snapshot;
    page = await browser.open(
      appState({ ...inTmux, keychains: held?.keychains ?? [], hold: held?.hold ?? { state: 'off' } }),
    );
    expect(await words('.state-head')).toBe('Unlocked until 17:59 Then 5 min after last use');
    expect(await words('.actions')).toBe('End Now Lock');
    expect(await page.locator('.push-button-primary').count()).toBe(0);
    expect(await words('.page-row[aria-haspopup]')).toBe('Auto-lock 5 min');
  });

  it('a shape for each level, not a colour alone', async () => {
    page = await browser.open(appState());
    const drawn = new Map<string, string>();
    for (const level of ['go', 'not-yet', 'unlock-first', 'cannot-tell', 'nobody'] as const) {
      await show(page, appState({ verdict: { level, sentence: 'x', primary: { kind: 'none' }, places: [] } }));
      drawn.set(level, await page.locator('.verdict-line svg').first().innerHTML());
    }
    expect(new Set(drawn.values()).size).toBe(5);
  });

  it('filled is measured, hollow is not, and VoiceOver hears it as one sentence', async () => {
    page = await browser.open(appState(inTmux));
    const rows = page.locator('.page-row:has(.dot)');
    expect(await rows.first().locator('.dot-filled').count()).toBe(1);
    expect(await rows.nth(1).locator('.dot-hollow').count()).toBe(1);
    expect(await rows.nth(1).getAttribute('aria-label')).toBe('New SSH login: gh, git logged out, not measured');
  });

  it('the verdict is read first, and again at what it advises', async () => {
    page = await browser.open(appState(inTmux));
    const [first] = (await page.locator('main').ariaSnapshot()).split('\n').slice(1);
    expect(first).toContain('Not yet: tmux ‘work’ loses');
    const ids = (await page.locator('[data-primary]').getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`[id="${ids}"]`).innerText()).toContain('Not yet: tmux ‘work’ loses');
  });
});

describe('what an action came to', () => {
  const notice = { kind: 'failed', code: 'x', sentence: 'That was not the password.', at: minutesFromNow(0) } as const;

  it('stands in the verdict’s place for five seconds, and nothing moves', async () => {
    page = await browser.open(appState(), { movableClock: true });
    const places = () =>
      page
        .locator('.actions, .card, .footer')
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().y));
    const before = await places();
    await announce(page, 'state.changed', appState({}, { notice }));
    expect(await words('.verdict-notice')).toBe('That was not the password.');
    expect(await places()).toEqual(before);
    await page.clock.runFor(4_900);
    expect(await words('.verdict-notice')).toBe('That was not the password.');
    await page.clock.runFor(200);
    expect(await words('.verdict-notice')).toBe('');
  });

  it('is not told again where it is old', async () => {
    page = await browser.open(appState({}, { notice: { ...notice, at: minutesFromNow(-1) } }));
    await expect.poll(() => words('.verdict-notice')).toBe('');
  });

  it('while the dialog is open all there is to do is to cancel it', async () => {
    page = await browser.open(appState({ keychains: [keychain(locked)] }, { pending: [pending('unlock')] }));
    expect(await words('.actions')).toBe('Cancel');
    expect(await words('.state-head')).toBe("Locked Waiting for the system's dialog…");
  });

  it('settings that are not put back are said in a banner, which leads to them', async () => {
    page = await browser.open(everyState['hold over, asks'] ?? appState());
    await page.getByRole('button', { name: 'Settings are not put back yet' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Keep Unlocked');
    expect(await page.getByText('Before').first().isVisible()).toBe(true);
  });
});

const schemes = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'light with increased contrast', colorScheme: 'light', contrast: 'more' },
  { name: 'dark with increased contrast', colorScheme: 'dark', contrast: 'more' },
] as const;

it.each(schemes)(
  'axe finds nothing on any first page in $name',
  async ({ name: look, colorScheme, contrast }) => {
    page = await browser.open(appState(), { colorScheme, contrast, reducedMotion: 'reduce', bypassCSP: true });
    const found: string[] = [];
    for (const [name, state] of states.filter(([one]) => differingFirstPages.includes(one) || one === crowdedName)) {
      await show(page, state);
      const findings = await axeFindings(page, look === 'light' ? 'everything' : 'colours');
      found.push(...findings.map((finding) => `${name}: ${finding}`));
    }
    expect(found).toEqual([]);
  },
  180_000,
);
