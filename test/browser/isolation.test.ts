import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { everyState, pageOf } from './fixtures/every-state';
import { bell, endless, hostileState, reversed } from './fixtures/hostile';
import { announce } from './harness/fake-main';
import { type PopoverBrowser, show, startPopoverBrowser, unfold } from './harness/open-popover';
import { contentSecurityPolicy } from './harness/serve-renderer';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const showEverything = async (): Promise<void> => {
  for (const [name, state] of Object.entries(everyState)) await show(page, state, pageOf(name));
};

describe('under the app’s content security policy', () => {
  it('no state makes the console complain or asks for anything but the page’s own files', async () => {
    page = await browser.open(appState(), { page: 'places' });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.reload();
    await page.locator('h1').waitFor();
    await showEverything();
    expect(complaints).toEqual([]);
    const own = new URL(page.url()).origin;
    expect(requests.filter((url) => !url.startsWith(own))).toEqual([]);
    expect(requests.length).toBeGreaterThan(2);
  });

  it('no element carries a style or a handler of its own', async () => {
    page = await browser.open(appState(), { page: 'places' });
    await showEverything();
    await announce(page, 'state.changed', hostileState);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].map(({ name }) => name).filter((name) => name === 'style' || name.startsWith('on')),
      ),
    );
    expect(found).toEqual([]);
  });

  it('the page states the same policy as its header, but for what only a header can say', async () => {
    page = await browser.open(appState(), { page: 'places' });
    const stated = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(`${stated}; frame-ancestors 'none'`).toBe(contentSecurityPolicy);
  });
});

describe('text from outside', () => {
  it('is text: no markup of it becomes an element', async () => {
    page = await browser.open(hostileState, { page: 'places' });
    expect(await page.locator('img, #popover b').count()).toBe(0);
    expect(await page.title()).toBe('Latchkey');
    expect(await page.locator('.popover').innerText()).toContain('<b>bold</b>');
  });

  it('shows control and direction marks instead of obeying them', async () => {
    page = await browser.open(hostileState, { page: 'places' });
    const everything = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .flatMap((element) => [...element.attributes].map(({ value }) => value))
        .concat(document.body.textContent)
        .join(' '),
    );
    expect(everything).not.toContain(bell);
    expect(everything).not.toContain('\u202e');
    expect(everything).toContain(reversed.replace('\u202e', '⟨U+202E⟩'));
    expect(everything).toContain('ali␇ce');
  });

  // How many such texts each page has: with fewer the test would look at nothing.
  it.each([
    ...([
      ['first', 3],
      ['places', 6],
      ['logins', 4],
      ['login', 3],
      ['keychain', 4],
      ['settings, Remote', 6],
    ] as const),
  ])('stands apart from the %s page’s own text around it', async (shown, least) => {
    page = await browser.open(hostileState, { page: 'places' });
    await show(page, hostileState, shown);
    await unfold(page);
    const [inside, outside] = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: [string[], string[]] = [[], []];
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent ?? '';
        if (!/x{50}|<img|U\+202E|שלום|👩/.test(text)) continue;
        found[walker.currentNode.parentElement?.closest('bdi') ? 0 : 1].push(text.slice(0, 40));
      }
      return found;
    });
    expect(outside).toEqual([]);
    expect(inside.length).toBeGreaterThanOrEqual(least);
  });

  it('is cut off in one line with the whole of it in the tooltip', async () => {
    page = await browser.open(hostileState, { page: 'places' });
    const user = page.locator('.session bdi.one-line').first();
    expect(await user.getAttribute('title')).toContain(endless);
    const box = await user.boundingBox();
    expect(box?.height).toBeLessThan(30);
    expect(box?.width).toBeLessThan(330);
  });
});
