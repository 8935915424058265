import { expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { axeFindings, describeAxe } from './harness/axe';
import { startPopoverBrowser } from './harness/open-popover';

describeAxe('no-preference');

it('axe would find a control without a name', async () => {
  const browser = await startPopoverBrowser();
  const page = await browser.open(appState(), { page: 'keychain', bypassCSP: true });
  await page
    .getByRole('switch', { name: 'Lock on sleep' })
    .evaluate((element) => document.querySelector(`label[for="${element.id}"]`)?.remove());
  expect((await axeFindings(page)).join()).toContain('label');
  await browser.close();
});
