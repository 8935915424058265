import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../electron/core/history/history-event';
import { appState } from './fixtures/app-state';
import {
  berlin,
  everydayEvents,
  everydayHistories,
  type Histories,
  historyOf,
  lockEvent,
  onlyToday,
  today,
  yesterday,
} from './fixtures/history';
import { axeFindings } from './harness/axe';
import { announce, daysAskedFor, replaceHistories } from './harness/fake-main';
import { type OpenOptions, type PopoverBrowser, startPopoverBrowser, unfold } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const open = async (histories: Histories = everydayHistories, options: OpenOptions = {}): Promise<Locator> => {
  page = await browser.open(appState(), { page: 'history', histories, ...options });
  return page.getByRole('region', { name: 'History' });
};
const iso = (ms: number): string => new Date(ms).toISOString();
const strip = (): Locator => page.getByRole('listbox');
const chosen = (): Promise<string | null> =>
  strip().evaluate((element) => {
    const id = element.getAttribute('aria-activedescendant');
    return id === null ? null : (document.getElementById(id)?.getAttribute('aria-label') ?? 'nothing there');
  });
const table = async (): Promise<string[]> => {
  await unfold(page);
  const rows = await page.getByRole('region', { name: 'History' }).locator('tbody tr').all();
  return Promise.all(rows.map(async (row) => (await row.locator('td').allInnerTexts()).join(' | ')));
};

const flicker: readonly HistoryEvent[] = Array.from({ length: 600 }, (_, index) =>
  lockEvent(iso(today.startMs + index * 75_000), index % 2 ? 'locked' : 'unlocked', 'manual'),
);
const crowd: readonly HistoryEvent[] = Array.from({ length: 40 }, (_, index) => ({
  ...{ at: berlin('9:00'), kind: 'session-came', sessionId: `ssh:${index}`, sessionKind: 'ssh' },
  ...{ name: `<img src=x onerror=alert(1)>\u202e${'very-long-'.repeat(20)}${index}` },
}));
const variants: Readonly<Record<string, Histories>> = {
  'an everyday day': everydayHistories,
  'a day without anything': onlyToday(historyOf([])),
  'a day that nobody kept': onlyToday(historyOf([], { recording: 'off' })),
  'a problem': onlyToday(
    historyOf(everydayEvents, {
      problem: `The history of today cannot be written into /Users/${'x'.repeat(300)}. It is a link.`,
    }),
  ),
  'thousands of changes': onlyToday(historyOf(flicker)),
  'forty sessions with hostile names': onlyToday(historyOf([...everydayEvents, ...crowd])),
  'an unknown state': onlyToday(
    historyOf([
      lockEvent(berlin('7:00'), 'unknown', 'unknown', 'unknown'),
      lockEvent(berlin('9:00'), 'locked', 'unknown', 'unknown'),
    ]),
  ),
  'no answer': {},
};

describe('the day as a picture', () => {
  it('is one tab stop, in which the arrow keys go from state to state and stay within the day', async () => {
    await open();
    await strip().focus();
    const spoken = [await chosen()];
    for (const key of ['ArrowLeft', 'ArrowLeft', 'Home', 'ArrowLeft', 'ArrowRight', 'End', 'ArrowRight']) {
      await page.keyboard.press(key);
      spoken.push(await chosen());
    }
    expect(spoken).toEqual([
      '13:00 – now, Unlocked outside Latchkey. Remote: tmux server ‘work’',
      '12:00 – 13:00, Locked on sleep. Remote: tmux server ‘work’, SSH login from 192.168.1.20',
      '09:50 – 12:00, Unlocked with Latchkey. Remote: tmux server ‘work’, SSH login from 192.168.1.20',
      '00:00 – 07:45, Locked with Latchkey',
      '00:00 – 07:45, Locked with Latchkey',
      '07:45 – 09:05, Unlocked outside Latchkey. Remote: tmux server ‘work’',
      '13:00 – now, Unlocked outside Latchkey. Remote: tmux server ‘work’',
      '13:00 – now, Unlocked outside Latchkey. Remote: tmux server ‘work’',
    ]);
  });

  it('says beneath what the keyboard or the pointer is on, and sums the day up otherwise', async () => {
    const history = await open();
    const words = history.locator('.strip-words');
    expect(await words.innerText()).toContain('Unlocked 4 h 30 min');
    await strip().focus();
    await page.keyboard.press('ArrowLeft');
    expect(await words.innerText()).toContain('12:00 – 13:00 Locked on sleep');
    await page.keyboard.press('Tab');
    expect(await words.innerText()).toContain('Unlocked 4 h 30 min');
    await history.getByRole('option', { name: '09:05 –' }).hover();
    expect(await words.innerText()).toContain('09:05 – 09:50 Locked by its idle timeout');
    await page.mouse.move(5, 5);
    expect(await words.innerText()).toContain('Unlocked 4 h 30 min');
  });

  it('moves nothing while one leafs through it', async () => {
    const history = await open();
    const height = async () => (await history.boundingBox())?.height;
    const before = await height();
    await strip().focus();
    for (let count = 0; count < 6; count += 1) {
      await page.keyboard.press('ArrowLeft');
      expect(await height()).toBe(before);
    }
  });

  it('draws each state in a shape of its own, at its place in the day', async () => {
    const history = await open();
    const boxes = (selector: string) =>
      history
        .locator(`.day-strip ${selector}`)
        .evaluateAll((bars) =>
          bars.map((bar) => ['x', 'width', 'height'].map((name) => Number(bar.getAttribute(name)))),
        );
    const hours = (x: number): number => Math.round((x / 312) * 24 * 60) / 60;
    const locked = await boxes('.strip-locked');
    const unlocked = await boxes('.strip-unlocked');
    expect(locked.map(([x = 0, width = 0]) => [hours(x), hours(width)])).toEqual([
      [0, 7.75],
      [expect.closeTo(9 + 5 / 60, 5), 0.75],
      [12, 1],
    ]);
    expect(new Set(locked.map(([, , height]) => height))).not.toContain(unlocked[0]?.[2]);
    expect(await boxes('.strip-sleep')).toHaveLength(2);
    expect(await boxes('.strip-session')).toHaveLength(2);
    expect(await boxes('.strip-hold')).toHaveLength(1);
  });
});

describe('the day as a table', () => {
  it('says all that the picture shows, and what happened besides', async () => {
    await open();
    expect(await table()).toEqual([
      '00:00 | 07:45 | Locked with Latchkey',
      '00:00 | 07:40 | The Mac slept',
      '07:45 | 09:05 | Unlocked outside Latchkey',
      '08:20 | now | tmux server ‘work’',
      '09:05 | 09:50 | Locked by its idle timeout',
      '09:50 | 12:00 | Unlocked with Latchkey',
      '10:00 |  | login: auto-lock changed with Latchkey, from “5 min after last use, not on sleep” to “no timeout, on sleep”',
      '10:10 | 11:40 | Kept unlocked',
      '10:30 | 12:50 | SSH login from 192.168.1.20',
      '12:00 | 13:00 | Locked on sleep',
      '12:00 | 12:50 | The Mac slept',
      '13:00 | now | Unlocked outside Latchkey',
      '13:20 |  | The login of gh (github.com) has ended',
    ]);
  });

  it('of thousands of rows shows the last, and says so', async () => {
    const history = await open(variants['thousands of changes']);
    expect(await table()).toHaveLength(200);
    expect(await history.innerText()).toMatch(/The first \d+ are left out\./);
  });
});

describe('a day back and forth', () => {
  it('asks for that day and shows it, as far back as there is a history', async () => {
    const history = await open();
    const [back, forth] = ['Previous day', 'Next day'].map((name) => history.getByRole('button', { name }));
    expect(await forth?.getAttribute('aria-disabled')).toBe('true');
    // The last 24 hours reach into yesterday: the first page has read it, too.
    const askedBefore = (await daysAskedFor(page)).length;
    await back?.click();
    await history.getByText('Yesterday', { exact: true }).waitFor();
    expect(await table()).toEqual([
      '00:00 | 08:00 | Not watched',
      '08:00 | 18:00 | Unlocked, not known since when',
      '18:00 | 24:00 | Locked with Latchkey',
      '23:10 | 24:00 | The Mac slept',
    ]);
    expect(await back?.getAttribute('aria-disabled')).toBe('true');
    await back?.click({ force: true });
    await forth?.click();
    await history.getByText('Today', { exact: true }).waitFor();
    const asked = (await daysAskedFor(page)).slice(askedBefore);
    expect([...new Set(asked)]).toEqual([iso(yesterday.startMs), iso(today.startMs)]);
    expect((await table())[0]).toBe('00:00 | 07:45 | Locked with Latchkey');
  });

  it('never shows one day under the name of another', async () => {
    const history = await open({ [iso(today.startMs)]: historyOf(everydayEvents) });
    await history.getByRole('button', { name: 'Previous day' }).click();
    await history.getByText('Latchkey does not answer').waitFor();
    expect(await strip().count()).toBe(0);
    await history.getByRole('button', { name: 'Next day' }).click();
    await strip().waitFor();
  });

  it('today is read again when the state is another one', async () => {
    const history = await open();
    await strip().waitFor();
    const later = historyOf([...everydayEvents, lockEvent(berlin('13:50'), 'locked', 'manual')]);
    await replaceHistories(page, onlyToday(later));
    await announce(page, 'state.changed', appState({ takenAt: berlin('14:00') }));
    await history.getByRole('option', { name: '13:50 – now, Locked outside Latchkey' }).waitFor({ state: 'attached' });
  });
});

describe('what there is to say besides', () => {
  it.each([
    ['a day without anything', 'Nothing was recorded on this day.'],
    ['a day that nobody kept', 'No history is kept now. The settings turn it on.'],
    ['a problem', 'It is a link.'],
    ['no answer', 'Latchkey does not answer.'],
  ])('%s: %s', async (name, sentence) => {
    const history = await open(variants[name]);
    await history.getByText(sentence).waitFor();
  });
});

describe.each([
  { colorScheme: 'light', contrast: 'no-preference' },
  { colorScheme: 'dark', contrast: 'more' },
] as const)('in $colorScheme, contrast $contrast', (look) => {
  it.each(Object.keys(variants))('axe finds nothing in %s, and nothing runs out of the window', async (name) => {
    const history = await open(variants[name], { ...look, bypassCSP: true, reducedMotion: 'reduce' });
    await history.locator('.group > *').first().waitFor();
    await unfold(page);
    if (await strip().count()) await strip().focus();
    const aspect = look.colorScheme === 'light' ? 'everything' : 'colours';
    expect(await axeFindings(page, aspect, '.content')).toEqual([]);
    const edges = await page.evaluate(() =>
      [...document.querySelectorAll('.group, .day-strip, .day-table, .strip-words, .strip-legend')]
        .filter(
          (element) => element.getBoundingClientRect().right > 361 || element.scrollWidth > element.clientWidth + 1,
        )
        .map((element) => element.getAttribute('class')),
    );
    expect(edges).toEqual([]);
  });
});
