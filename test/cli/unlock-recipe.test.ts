import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unlockFromOnePassword } from '../../electron/core/diagnosis/causes/cures-access';
import { projectFolder } from '../project-files';
import { inTerminal } from '../shell-helper/terminal';
import { createDeskMac } from './desk-mac';
import { deskScenario, loginPath } from './desk-scenario';

/** All that ends a quoted word, is put in the place of something else by sed, or means something to a shell. */
const password = String.raw`it's "a\b" & $HOME \\ /1`;

describe('the recipe that unlocks with a password from 1Password', () => {
  it('is the one that docs/unlock-over-ssh.md shows', () => {
    const page = readFileSync(join(projectFolder, 'docs/unlock-over-ssh.md'), 'utf8');
    expect(page).toContain(`\n${unlockFromOnePassword}\n`);
  });

  it.each([
    ['in a terminal', [inTerminal, '/bin/sh', '-c']],
    ['without one', ['/bin/sh', '-c']],
  ])('unlocks an SSH login %s, asks nobody and shows nothing', async (_where, [program = '', ...args]) => {
    const sessions = [{ id: 'desk', kind: 'desktop' } as const, { id: 'login-1', kind: 'ssh' } as const];
    const { keychains = [], ...others } = deskScenario(false, { sessions });
    const mac = await createDeskMac({ ...others, keychains: keychains.map((one) => ({ ...one, password })) });
    const folder = join(mac.root, 'op');
    mkdirSync(folder);
    writeFileSync(join(folder, 'password'), `${password}\n`);
    writeFileSync(join(folder, 'op'), `#!/bin/sh\nexec cat '${folder}/password'\n`);
    chmodSync(join(folder, 'op'), 0o755);
    const environment = mac.environment('login-1');
    const env = { ...environment, PATH: `${folder}:${environment.PATH}` };
    const child = spawn(program, [...args, unlockFromOnePassword], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let shown = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (shown += data));
    const [code] = await once(child, 'close');
    expect({ code, isLocked: mac.lockState('login-1', loginPath).isLocked }).toEqual({ code: 0, isLocked: false });
    expect(shown).not.toContain('a\\b');
    expect(mac.lockState('desk', loginPath).isLocked).toBe(true);
  });
});
