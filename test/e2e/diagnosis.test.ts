import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { loginPath, password, scenarioWith } from './scenario';

const canary = 'CANARY-pasted';
const pasted = `${canary} The token in default is invalid. ${canary}`;

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the diagnosis in the app', () => {
  let app: LatchkeyApp;
  let page: Page;
  beforeAll(async () => {
    const scenario = scenarioWith({ state: 'locked' });
    const [keychain] = scenario.keychains ?? [];
    if (!keychain) throw new Error('the scenario has a keychain');
    const item = { class: 'genp', service: 'gh:github.com', account: 'octocat', data: 'CANARY-token' } as const;
    app = await launchLatchkey({
      ...scenario,
      keychains: [{ ...keychain, items: [item] }],
      files: { '~/.config/gh/hosts.yml': 'github.com:\n    user: octocat\n    users:\n        octocat:\n' },
    });
    page = await app.openPopover();
  });
  afterAll(() => app.close());

  const press = (name: RegExp) => page.getByRole('button', { name }).first().click();
  const found = () => page.getByRole('heading', { name: 'What was found' }).waitFor();

  it('goes from a pasted message to its cause, its cure, and the look that shows that it has worked', async () => {
    await press(/^Why logged out/);
    await page.getByLabel('Which tool?').selectOption({ label: 'GitHub CLI' });
    await page.getByLabel('What did the tool print?').fill(pasted);
    await press(/^Start the diagnosis/);
    await found();
    const { diagnosis } = await app.state();
    if (diagnosis?.phase !== 'done') throw new Error('the diagnosis is not done');
    expect(diagnosis.report.diagnosis.causes[0]?.id).toBe('desktop-locked');
    expect(diagnosis.report.diagnosis.message?.kind).toBe('recognised');
    expect(diagnosis.report.checks.some(({ id }) => id === 'hosts')).toBe(false);

    await press(/^Unlock: Unlock the keychain here/);
    await app.mac.dialogs.waitForOne();
    await app.mac.dialogs.answer(password);
    await page.getByText('It has worked: the desktop session sees it unlocked.').waitFor();
    expect(app.mac.lockState('desktop', loginPath).isLocked).toBe(false);
  });

  it('copies the command of a cure that is shown', async () => {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await press(/^Copy command: Unlock inside the SSH login/);
    await expect
      .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe(`security unlock-keychain ${loginPath}`);
  });

  it('refuses a cure that is not shown', async () => {
    const answers = await page.evaluate(() => {
      const shown = { cause: 'clock-wrong', cure: 'set-clock' } as const;
      return Promise.all(
        [window.latchkey.diagnosis.openPane(shown), window.latchkey.diagnosis.copyCommand(shown)].map((answer) =>
          answer.then(
            () => 'done',
            (error: Error) => error.message,
          ),
        ),
      );
    });
    for (const answer of answers) expect(answer).toMatch(/Latchkey did not do this\.$/);
  });

  it('keeps nothing of the pasted text: not in the state, the log or any file', async () => {
    expect(JSON.stringify(await app.state())).not.toContain(canary);
    expect(app.log()).not.toContain(canary);
    expect(filesBelow(app.mac.root).filter((file) => readFileSync(file).includes(canary))).toEqual([]);
  });

  it('uses the network only once that is switched on', async () => {
    await press(/^Ask something else/);
    const network = page.getByRole('switch', { name: 'Network checks' });
    expect(await network.isChecked()).toBe(false);
    await network.click();
    await expect.poll(() => network.isChecked()).toBe(true);
    await press(/^Start the diagnosis/);
    await found();
    await expect
      .poll(async () => (await app.state()).diagnosis)
      .toMatchObject({ phase: 'done', asked: { network: true, tool: null } });
  });
});
