import { spawnSync } from 'node:child_process';
import { existsSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAnswer } from '../cli/answer-schema';
import { createDeskMac } from '../cli/desk-mac';
import { deskScenario } from '../cli/desk-scenario';
import { latchkeyCommand, runLatchkey } from '../cli/run-latchkey';

const [command] = latchkeyCommand;

it('makes a link that starts the command, after it has shown where and what goes into PATH', async () => {
  const mac = await createDeskMac(deskScenario(true));
  const link = join(mac.root, 'Users/alice/.local/bin/latchkey');

  const shown = await runLatchkey(mac, ['install', '--show']);
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toContain('A link is made: /Users/alice/.local/bin/latchkey\n');
  expect(shown.stdout).toContain('  export PATH="$HOME/.local/bin:$PATH"\n');
  expect(existsSync(link)).toBe(false);

  const installed = await runLatchkey(mac, ['install']);
  expect(installed).toMatchObject({ code: 0, stdout: shown.stdout, stderr: 'Done.\n' });
  expect(readlinkSync(link)).toBe(command);
  expect(spawnSync(link, ['--version'], { env: {}, encoding: 'utf8' }).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);

  const again = await runLatchkey(mac, ['install']);
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).toContain('The link is there');
  const { stdout } = await runLatchkey(mac, ['install', '--json']);
  expect(readAnswer('install', stdout)).toMatchObject({ kind: 'plan', state: 'installed', target: command });
});
