import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDeskMac } from './desk-mac';
import { deskScenario } from './desk-scenario';
import { runLatchkey } from './run-latchkey';

describe('latchkey shell', () => {
  it('shows the file and the exact lines first, installs them, and leaves the file as it was', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const file = join(mac.root, 'Users/alice/.zshrc');
    writeFileSync(file, 'export EDITOR=vi', { mode: 0o640 });

    const shown = await runLatchkey(mac, ['shell']);
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.stdout).toContain('/Users/alice/.zshrc');
    expect(readFileSync(file, 'utf8')).toBe('export EDITOR=vi');

    const installed = await runLatchkey(mac, ['shell', 'install', 'zsh']);
    expect(installed.code).toBe(0);
    const lines = installed.stdout.split('\n').slice(3).join('\n').trim();
    expect(lines).toContain('latchkey.sh');
    expect(readFileSync(file, 'utf8')).toContain(lines);
    const once = readFileSync(file, 'utf8');

    const again = await runLatchkey(mac, ['shell', 'install', 'zsh']);
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('there already') });
    expect(readFileSync(file, 'utf8')).toBe(once);

    const uninstalled = await runLatchkey(mac, ['shell', 'uninstall', 'zsh']);
    expect(uninstalled).toMatchObject({ code: 0, stderr: 'Done, for shells that are opened from now on.\n' });
    expect(readFileSync(file, 'utf8')).toBe('export EDITOR=vi');
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it.each([
    ['shell', 'frob'],
    ['shell', 'install', 'csh'],
    ['shell', 'install', 'zsh', 'now'],
  ])('refuses %j %j', async (...words) => {
    const { code, stderr } = await runLatchkey({ environment: () => ({ PATH: process.env.PATH ?? '' }) }, words);
    expect(code).toBe(64);
    expect(stderr).toMatch(/^latchkey: .+See latchkey --help/);
  });
});
