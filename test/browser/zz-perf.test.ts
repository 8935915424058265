import { it } from 'vitest';
import { appState } from './fixtures/app-state';
import { everyState } from './fixtures/every-state';
import { startPopoverBrowser } from './harness/open-popover';

it('perf', async () => {
  const browser = await startPopoverBrowser();
  const page = await browser.open(everyState['remote: two hundred sessions'] ?? appState());
  const time = () =>
    page.evaluate(async (state) => {
      const w = window as any;
      const before = performance.now();
      const realNow = Date.now;
      let now = realNow();
      Date.now = () => (now += 1000);
      for (let i = 0; i < 10; i += 1) {
        w.fakeMain.announce('stateChanged', structuredClone(state));
        await new Promise((r) => requestAnimationFrame(() => setTimeout(r, 0)));
        document.body.getBoundingClientRect();
      }
      return (performance.now() - before) / 10;
    }, everyState['remote: two hundred sessions']);
  await time();
  console.log('folded ms per state', await time());
  await page.getByRole('button', { name: 'Show all 200' }).click();
  await time();
  console.log('unfolded ms per state', await time());
  await browser.close();
});
