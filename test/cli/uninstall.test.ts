import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storedSettings } from '../simulator/keychain-file';
import type { SimulatedMac } from '../simulator/simulated-mac';
import { startAppWithoutWindows } from './app-double';
import { createDeskMac } from './desk-mac';
import { deskScenario, loginPath } from './desk-scenario';
import { listHome } from './home-listing';
import { runLatchkey, startLatchkey } from './run-latchkey';

const command = '/Applications/Latchkey.app/Contents/Resources/bin/latchkey';
const support = '/Users/alice/Library/Application Support/Latchkey';
const home = (mac: SimulatedMac) => `${mac.root}/Users/alice`;
const link = (mac: SimulatedMac, path: string, target: string) => {
  mkdirSync(dirname(mac.root + path), { recursive: true });
  symlinkSync(target, mac.root + path);
};
const uninstall = (mac: SimulatedMac, ...words: readonly string[]) => runLatchkey(mac, ['uninstall', ...words]);
const isThere = (mac: SimulatedMac, path: string) =>
  lstatSync(mac.root + path, { throwIfNoEntry: false }) !== undefined;
const nothingFound = 'Nothing of Latchkey was found to take out.\n';

describe('latchkey uninstall', () => {
  it('finds nothing on a Mac that never had it, and leaves nothing there', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const before = listHome(home(mac));
    expect(await uninstall(mac, '--support-folder')).toEqual({ code: 0, stdout: nothingFound, stderr: '' });
    expect(listHome(home(mac))).toEqual(before);
  });

  it('puts a hold of the app back first, and keeps the folder of an app that runs', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const app = await startAppWithoutWindows(mac);
    expect((await runLatchkey(mac, ['hold', '4h'])).code).toBe(0);
    const { code, stdout } = await uninstall(mac, '--support-folder');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Nothing is kept unlocked any more, and the settings are what they were before\.\nKept .*Latchkey/,
    );
    expect(stdout.replaceAll('\n', ' ')).toContain('Quit it, then run this again.');
    expect(storedSettings(readFileSync(mac.root + loginPath))).toEqual({ lockOnSleep: true, idleTimeoutSeconds: 300 });
    await app.quit();
    expect(await uninstall(mac, '--support-folder')).toMatchObject({
      code: 0,
      stdout: `Erased ${support}, with settings and history.\nMove Latchkey to the Trash to finish. A login item goes with it.\n`,
    });
    expect(isThere(mac, support)).toBe(false);
  });

  it('touches nothing where a hold waits for somebody to unlock', async () => {
    const mac = await createDeskMac(deskScenario(true));
    link(mac, '/Users/alice/.local/bin/latchkey', command);
    const holding = startLatchkey(mac, ['hold', '4h']);
    await expect
      .poll(() => storedSettings(readFileSync(mac.root + loginPath)))
      .toEqual({ lockOnSleep: false, idleTimeoutSeconds: null });
    holding.child.kill('SIGKILL');
    await holding.ended;
    await mac.run('security', ['lock-keychain', loginPath]);
    const { code, stdout } = await uninstall(mac, '--support-folder');
    expect(code).toBe(1);
    expect(stdout).toContain('Nothing else was taken out');
    expect(isThere(mac, `${support}/hold.json`)).toBe(true);
    expect(isThere(mac, '/Users/alice/.local/bin/latchkey')).toBe(true);
  });

  it.each([
    ['/Users/alice/.local/bin/latchkey', command, false],
    [
      '/Users/alice/.local/bin/latchkey',
      '/Users/alice/Old Apps 😀/Latchkey 2.app/Contents/Resources/bin/latchkey',
      false,
    ],
    ['/Users/alice/.local/bin/latchkey', '/opt/somebody/bin/latchkey', true],
    ['/Users/alice/.local/bin/other', command, true],
  ])('of the link %s to %s', async (path, target, stays) => {
    const mac = await createDeskMac(deskScenario(true));
    link(mac, path, target);
    const { stdout } = await uninstall(mac);
    expect(isThere(mac, path)).toBe(stays);
    expect(stdout.includes(`Removed the link ${path}.`)).toBe(!stays);
    expect((await uninstall(mac)).stdout).toBe(nothingFound);
  });

  it('leaves a program of the same name that is no link', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const path = '/Users/alice/.local/bin/latchkey';
    mkdirSync(dirname(mac.root + path), { recursive: true });
    writeFileSync(mac.root + path, 'mine');
    expect((await uninstall(mac)).stdout).toBe(nothingFound);
    expect(readFileSync(mac.root + path, 'utf8')).toBe('mine');
  });

  it('keeps the helper’s copies where lines that read them could not be taken out, and says so', async () => {
    const mac = await createDeskMac(deskScenario(true));
    expect((await runLatchkey(mac, ['shell', 'install', 'zsh'])).code).toBe(0);
    const file = `${home(mac)}/.zshrc`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(# <<<.*|.*end.*latchkey.*)$/im, ''));
    const { code, stdout } = await uninstall(mac, '--support-folder');
    expect([code, stdout]).toEqual([70, expect.stringContaining('Still there: what zsh starts with.')]);
    expect(isThere(mac, `${support}/shell/latchkey.sh`)).toBe(true);
  });

  it('empties the support folder without going where a link in it leads', async () => {
    const mac = await createDeskMac(deskScenario(true));
    mkdirSync(`${mac.root}${support}`, { recursive: true, mode: 0o700 });
    mkdirSync(`${home(mac)}/precious`);
    writeFileSync(`${home(mac)}/precious/file`, 'mine');
    link(mac, `${support}/history`, `${home(mac)}/precious`);
    expect((await uninstall(mac, '--support-folder')).code).toBe(0);
    expect(readFileSync(`${home(mac)}/precious/file`, 'utf8')).toBe('mine');
    expect(isThere(mac, support)).toBe(false);
  });

  it('does not take away what a link in the place of the support folder leads to', async () => {
    const mac = await createDeskMac(deskScenario(true));
    mkdirSync(`${home(mac)}/precious`);
    writeFileSync(`${home(mac)}/precious/file`, 'mine');
    link(mac, support, `${home(mac)}/precious`);
    const { code, stdout } = await uninstall(mac, '--support-folder');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/is a link\.\nNothing else was taken out/)]);
    expect(readFileSync(`${home(mac)}/precious/file`, 'utf8')).toBe('mine');
  });
});
