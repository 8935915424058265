import { it } from 'vitest';
import { appState } from './fixtures/app-state';
import { everyState, pageOf } from './fixtures/every-state';
import { show, startPopoverBrowser } from './harness/open-popover';

it('shots', async () => {
  const browser = await startPopoverBrowser();
  const names = Object.keys(everyState).filter(
    (name) => name.startsWith('remote') || name.startsWith('settings') || name.startsWith('hostile'),
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.open(appState(), {
      colorScheme,
      viewport: { width: 360, height: 720 },
      deviceScaleFactor: 1.5,
    });
    for (const name of names) {
      if (process.env.ONLY && !new RegExp(process.env.ONLY).test(name)) continue;
      await show(page, everyState[name] ?? appState(), pageOf(name));
      await page.evaluate((open) => {
        for (const d of document.querySelectorAll('details')) d.open = open;
      }, process.env.CLOSED !== '1');
      const height = await page.evaluate(() => (document.querySelector('.content')?.scrollHeight ?? 0) + 50);
      await page.setViewportSize({ width: 360, height: Math.min(height, 3000) });
      await page.screenshot({
        path: `out/shots/${name.replaceAll(/\W+/g, '-')}-${colorScheme}${process.env.CLOSED === '1' ? '-closed' : ''}.png`,
      });
    }
    await page.context().close();
  }
  await browser.close();
});
