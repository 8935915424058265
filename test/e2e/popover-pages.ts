import type { Page } from 'playwright-core';

/** Goes to a page of the popover as a user does: back to the first one, then by the rows that lead there. */
export const openPage = async (page: Page, ...rows: readonly string[]): Promise<void> => {
  const back = page.getByRole('button', { name: 'Back', exact: true });
  while (await back.isVisible()) await back.click();
  for (const row of rows) await page.locator(`[data-page="${row}"]`).click();
};
