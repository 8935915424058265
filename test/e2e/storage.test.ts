import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { openPage } from './popover-pages';
import { scenarioWith } from './scenario';

const marker = 'marker-4f1b9c';

const settingsFolder = (app: Pick<LatchkeyApp, 'electron'>) =>
  app.electron.evaluate(({ app: electronApp }) => electronApp.getPath('userData'));

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('what the app keeps on the disk', () => {
  it('is nothing that the page stored', async () => {
    const app = await launchLatchkey(scenarioWith({ state: 'locked' }));
    const page = await app.openPopover();
    const folder = await settingsFolder(app);
    await page.evaluate(async (text) => {
      localStorage.setItem(text, text);
      sessionStorage.setItem(text, text);
      await new Promise((resolve, reject) => {
        const request = indexedDB.open(text);
        request.onupgradeneeded = () => request.result.createObjectStore(text);
        request.onsuccess = resolve;
        request.onerror = reject;
      });
      const cache = await caches.open(text).catch(() => null);
      await cache?.put('/index.html', new Response(text)).catch(() => undefined);
    }, marker);
    await app.electron.evaluate(async ({ BrowserWindow }, text) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      await session?.cookies.set({ url: 'https://example.com', name: text, value: text, expirationDate: 4e9 });
      session?.flushStorageData();
      await session?.cookies.flushStore();
    }, marker);
    const isPersistent = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.session.isPersistent(),
    );
    expect(isPersistent).toBe(false);
    await app.quit();
    const holding = filesBelow(folder).filter((file) => file.includes(marker) || readFileSync(file).includes(marker));
    expect(holding).toEqual([]);
    await app.close();
  });

  it('survives a settings file that is none: the defaults hold, the popover says so, the file is kept aside', async () => {
    let file = '';
    const place = (home: string) => {
      file = join(home, 'Library/Application Support/Latchkey/settings.json');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, '{"schemaVersion":1,"showTitle":"<script>"}');
    };
    const app = await launchLatchkey(scenarioWith({ state: 'unlocked' }), { prepareHome: place });
    const page = await app.openPopover();
    await page.getByText('1 new').waitFor();
    await openPage(page, 'warnings');
    await page.getByText(/settings file could not be used/).waitFor();
    expect((await app.tray()).title).toBe('');
    const names = readdirSync(dirname(file)).filter((name) => name.startsWith('settings.json'));
    expect(names).toEqual([expect.stringMatching(/^settings\.json\.unreadable-\d+$/)]);
    await app.close();
  });
});
