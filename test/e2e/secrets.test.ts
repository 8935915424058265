import { existsSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginKeychain } from '../system/simulated-doors';
import { secretFields, secretsIn, storedTraces } from '../tools/canaries';
import { manyLogins, writeDatabases } from '../tools/many-logins';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { openPage } from './popover-pages';
import { textsInMemory } from './process-memory';

/** Every login there is, on a desk whose keychain is open: one click may read an item of it. */
const scenario = {
  ...manyLogins,
  sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [loginKeychain] }],
} as const;

describe('a Mac full of secrets', () => {
  let app: LatchkeyApp;
  let page: Page;
  let output = '';
  /** Everything that came into the page, as text. */
  const received: string[] = [];
  const told: string[] = [];

  beforeAll(async () => {
    app = await launchLatchkey(scenario, { prepareHome: writeDatabases });
    for (const stream of [app.electron.process().stdout, app.electron.process().stderr])
      stream?.on('data', (data: Buffer) => {
        output += data.toString();
      });
    page = await app.openPopover();
    page.on('console', (message) => told.push(message.text()));
    page.on('pageerror', (error) => told.push(`${error.message}\n${error.stack}`));
    await page.exposeFunction('keepReceived', (text: string) => received.push(text));
    await page.evaluate(() => {
      const keep = Reflect.get(window, 'keepReceived') as (text: string) => void;
      window.latchkey.on('state.changed', (state) => keep(JSON.stringify(state)));
    });
  });
  afterAll(() => app.close());

  /** Of the popover first, then of the settings window; the two may share one. */
  const rendererIds = async (): Promise<readonly number[]> => {
    const ids = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .sort((one, other) => one.webContents.getURL().length - other.webContents.getURL().length)
        .map(({ webContents }) => webContents.getOSProcessId()),
    );
    expect(ids).toHaveLength(2);
    return ids;
  };
  const installedTools = async (): Promise<ReadonlySet<string>> => {
    const state = await app.state();
    return new Set(state.snapshot?.credentials.filter(({ installed }) => installed).map(({ tool }) => tool));
  };

  it('is shown with a login of every tool', async () => {
    await expect.poll(async () => [...(await installedTools())].sort()).toEqual(Object.keys(secretFields).sort());
    await openPage(page, 'logins');
    await page.getByRole('button', { name: /Show all \d+ logins/ }).click();
    const rows = page.locator('.credential button');
    for (let index = 0; index < (await rows.count()); index += 1) {
      await rows.nth(index).click();
      await page.getByRole('button', { name: 'Back', exact: true }).click();
      const unfold = page.getByRole('button', { name: /Show all \d+ logins/ });
      if (await unfold.isVisible()) await unfold.click();
    }
    await app.openSettings();
    await app.chooseInTrayMenu('Look Again');
  });

  it('keeps its secrets also when a click has one of them read', async () => {
    await page.evaluate(() => window.latchkey.credentials.readExpiry({ tool: 'claude-code' }));
    const decrypted = async () => (await app.mac.ledger()).filter(({ kind }) => kind === 'decrypt').length;
    await expect.poll(decrypted).toBe(1);
    await expect.poll(async () => (await app.state()).pending).toEqual([]);
  });

  it('sends none of them to the page', async () => {
    received.push(JSON.stringify(await app.state()));
    expect(received.length).toBeGreaterThan(1);
    expect(received.join('\n')).toContain('claude-code');
    expect(secretsIn(received.join('\n'))).toEqual([]);
    expect(secretsIn(await page.content())).toEqual([]);
  });

  it('leaves none of them in the memory of the page’s process', async ({ skip }) => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      skip('the memory of another process is read by root on Linux');
    const planted = `planted-${process.pid}-${Date.now()}`;
    await page.evaluate(
      (text) => {
        const first = document.createElement('p');
        first.textContent = [...text].reverse().join('');
        document.body.append(first);
        Reflect.set(window, 'planted', `é${text}`);
      },
      [...planted].reverse().join(''),
    );
    // Written in the page, in one byte a character and in two: the search finds both.
    const reversed = [...planted].reverse().join('');
    const [popover = 0, settings = 0] = await rendererIds();
    const found = textsInMemory(popover, [planted, reversed, 'never-written-anywhere-7gTq'.toUpperCase()]);
    expect([...found].sort()).toEqual([planted, reversed].sort());
    for (const process of [popover, settings]) expect(textsInMemory(process, storedTraces)).toEqual([]);
  });

  it('tells none of them when the page fails', async () => {
    const state = await app.state();
    await app.electron.evaluate(
      ({ BrowserWindow }, broken) => {
        for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send('state.changed', broken);
      },
      // What the page that is open shows.
      { ...state, snapshot: { ...state.snapshot, credentials: null } },
    );
    await page.getByRole('heading', { name: 'This window failed' }).waitFor();
    expect(told.join('\n')).not.toBe('');
    expect(secretsIn(await page.content())).toEqual([]);
    expect(secretsIn(told.join('\n'))).toEqual([]);
  });

  it('tells none of them when the page’s process crashes, and leaves no dump of it', async () => {
    const folder = await app.electron.evaluate(({ app: electronApp }) => electronApp.getPath('crashDumps'));
    const gone = app.electron.evaluate(
      ({ BrowserWindow }) =>
        new Promise<string>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('render-process-gone', (_event, { reason }) => resolve(reason));
          contents?.forcefullyCrashRenderer();
        }),
    );
    expect(await gone).toMatch(/^(crashed|killed)$/);
    expect(secretsIn(output)).toEqual([]);
    const dumps = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
    expect(dumps.filter((name) => name.endsWith('.dmp'))).toEqual([]);
  });

  it('tells none of them when the main process throws', async () => {
    await app.electron.evaluate(({ dialog }) => {
      // Electron's own answer to what nobody catches is a box with this text.
      dialog.showErrorBox = (title, text) => process.stderr.write(`${title}\n${text}\n`);
      setTimeout(() => {
        throw new Error('a fault in the main process');
      });
    });
    await expect.poll(() => output).toContain('a fault in the main process');
    expect(secretsIn(output)).toEqual([]);
    expect(secretsIn(app.log())).toEqual([]);
  });
});
