import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../electron/contract/contract';
import { contentSecurityPolicy } from '../../electron/shell/base/app-scheme';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { scenarioWith } from './scenario';

describe('the page in the popover', () => {
  let app: LatchkeyApp;
  let page: Page;
  let server: Server;
  let address: string;
  const reached: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      reached.push(request.url ?? '');
      response.end('<!doctype html><title>somewhere else</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    app = await launchLatchkey(scenarioWith({ state: 'locked' }));
    page = await app.openPopover();
  });
  afterAll(async () => {
    await app.close();
    server.close();
  });

  it('has the bridge and nothing of Node or Electron', async () => {
    const names = ['process', 'require', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'];
    const found = await page.evaluate((wanted) => wanted.filter((name) => name in globalThis), names);
    expect(found).toEqual([]);
    const members = await page.evaluate(() =>
      Object.entries(window.latchkey).flatMap(([name, member]) =>
        typeof member === 'object'
          ? Object.entries(member).map(([inner, call]) => [`${name}.${inner}`, typeof call])
          : [[name, typeof member]],
      ),
    );
    expect(Object.fromEntries(members)).toEqual({
      ...Object.fromEntries(Object.keys(contract).map((verb) => [verb, 'function'])),
      on: 'function',
    });
  });

  it('runs in Chromium’s sandbox', async () => {
    const processId = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    if (process.platform === 'linux') {
      const status = readFileSync(`/proc/${processId}/status`, 'utf8');
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
    }
    const commandLine = await app.electron.evaluate(({ app: electronApp }) => ({
      noSandbox: electronApp.commandLine.hasSwitch('no-sandbox'),
      features: electronApp.commandLine.getSwitchValue('disable-features'),
    }));
    expect(commandLine.noSandbox).toBe(false);
    expect(commandLine.features.split(',')).toContain('UseKeychainKeyProvider');
  });

  it('came with the policy as a header', async () => {
    const policy = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      const answer = await session?.fetch('app://latchkey/index.html');
      return answer?.headers.get('content-security-policy');
    });
    expect(policy).toBe(contentSecurityPolicy);
  });

  it('cannot evaluate text, nor run a script or a style that was not built in', async () => {
    const outcome = await page.evaluate(async () => {
      // Outside of the debugger's own call, which the policy does not hold for.
      const evaluated = await new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(Reflect.construct(Function, ['return 1 + 1'])()));
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      });
      const policies: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => policies.push(event.effectiveDirective));
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.head.append(style);
      const refused: string[] = [];
      for (const write of [
        () => document.body.setAttribute('onclick', 'alert(1)'),
        () => document.body.insertAdjacentHTML('beforeend', '<p>text that becomes elements</p>'),
        () => Object.assign(document.createElement('script'), { text: 'alert(1)' }),
      ]) {
        try {
          write();
        } catch (error) {
          refused.push((error as Error).name);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      const isHidden = getComputedStyle(document.body).display === 'none';
      return { evaluated, isHidden, policies, refused };
    });
    expect(outcome.evaluated).toBe('EvalError');
    expect(outcome.isHidden).toBe(false);
    expect(outcome.refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
    expect(outcome.policies).toContain('style-src-elem');
  });

  it('reaches no network', async () => {
    const failures = await page.evaluate(async (url) => {
      const attempt = (run: () => Promise<unknown>) =>
        run().then(
          () => 'reached',
          () => 'refused',
        );
      const image = () =>
        new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src: url }));
      const socket = () =>
        new Promise((resolve, reject) =>
          Object.assign(new WebSocket(url.replace('http', 'ws')), { onopen: resolve, onerror: reject }),
        );
      return Promise.all([attempt(() => fetch(url)), attempt(image), attempt(socket)]);
    }, address);
    expect(failures).toEqual(['refused', 'refused', 'refused']);
    expect(reached).toEqual([]);
  });

  it.each(['latchkey', ''])(
    'reaches no network in any session, with no policy in its way either: "%s"',
    async (partition) => {
      const error = await app.electron.evaluate(
        async ({ BrowserWindow }, [url, name]) => {
          const window = new BrowserWindow({ show: false, webPreferences: { partition: name ?? '' } });
          const failure = await window.loadURL(url ?? '').then(
            () => 'loaded',
            (reason: { code?: string }) => reason.code,
          );
          window.destroy();
          return failure;
        },
        [address, partition],
      );
      expect(error).toBe('ERR_BLOCKED_BY_CLIENT');
      expect(reached).toEqual([]);
    },
  );

  it.each(['https://example.com/', 'app://latchkey/missing.html', 'data:text/html,hello', 'file:///etc/hosts'])(
    'stays where it is when told to go to %s',
    async (target) => {
      await page.evaluate((url) => {
        window.location.href = url;
      }, target);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
      expect(page.url()).toBe('app://latchkey/index.html');
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    },
  );

  it('opens no window and shows no frame', async () => {
    expect(await page.evaluate((url) => window.open(url) === null, address)).toBe(true);
    await page.evaluate((url) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
    }, address);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(app.electron.windows()).toHaveLength(1);
    expect(reached).toEqual([]);
  });

  it('has no permission', async () => {
    const granted = await page.evaluate(async () => {
      const refused = () => 'refused';
      return {
        notifications: await Notification.requestPermission(),
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', refused),
        screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'granted', refused),
        place: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            () => resolve('refused'),
          ),
        ),
        clipboard: await navigator.clipboard.readText().then(() => 'granted', refused),
      };
    });
    expect(granted).toEqual({
      notifications: 'denied',
      camera: 'refused',
      screen: 'refused',
      place: 'refused',
      clipboard: 'refused',
    });
  });

  it('is refused what the contract does not know, and hears nothing of the reason', async () => {
    const answers = await page.evaluate(async () => {
      const send = (run: () => unknown) =>
        Promise.resolve()
          .then(run)
          .then(
            () => 'done',
            (error: Error) => error.message,
          );
      const bridge = window.latchkey as unknown as Record<string, Record<string, (payload: unknown) => unknown>>;
      return Promise.all([
        send(() => bridge.keychain?.unlock?.({ keychainPath: '/etc/passwd' })),
        send(() => bridge.keychain?.unlock?.({ keychainPath: 7 })),
        send(() => bridge.preferences?.set?.({ showTitle: 'yes' })),
      ]);
    });
    for (const answer of answers) expect(answer).toMatch(/Latchkey did not do this\.$/);
    expect(app.log()).toContain('refused "keychain.unlock"');
    expect(app.log()).not.toContain('passwd');
    expect(await app.mac.dialogs.list()).toEqual([]);
  });
});
