import { lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startAppWithoutWindows } from './app-double';
import { createDeskMac } from './desk-mac';
import { deskScenario } from './desk-scenario';
import { listHome } from './home-listing';
import { transcriptOf } from './transcript';

it('a new user installs it, has a first minute and removes it, and nothing of it is left', async () => {
  const mac = await createDeskMac(deskScenario(true, { remoteLogin: true }), { isFrozen: true });
  const home = `${mac.root}/Users/alice`;
  writeFileSync(`${home}/.zshrc`, 'export EDITOR=vi', { mode: 0o640 });
  for (const folder of ['.local/bin', 'Library/LaunchAgents', 'Library/Application Support'])
    mkdirSync(join(home, folder), { recursive: true, mode: 0o755 });
  const before = listHome(home);
  const terminal = transcriptOf(mac);

  terminal.says('# Latchkey.app is in /Applications and open; its menu has made the link ~/.local/bin/latchkey.');
  symlinkSync('/Applications/Latchkey.app/Contents/Resources/bin/latchkey', `${home}/.local/bin/latchkey`);
  const app = await startAppWithoutWindows(mac);
  expect(await terminal.types('latchkey status')).toBeLessThan(3);
  expect(await terminal.types('latchkey shell install zsh')).toBe(0);
  expect(await terminal.types('latchkey tmux --at-login on')).toBe(0);
  expect(await terminal.types('latchkey hold --until 18:30')).toBe(0);
  expect(Object.keys(listHome(home)).length).toBeGreaterThan(Object.keys(before).length);
  expect(await terminal.types('latchkey uninstall')).toBe(0);

  terminal.says('# Latchkey is quit in its menu.');
  await app.quit();
  expect(await terminal.types('latchkey uninstall --support-folder')).toBe(0);
  expect(await terminal.types('latchkey uninstall --support-folder')).toBe(0);

  expect(listHome(home)).toEqual(before);
  expect(lstatSync(`${home}/.zshrc`).mode & 0o777).toBe(0o640);
  terminal.isOn('docs/first-and-last.md');
});
