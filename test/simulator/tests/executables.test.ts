import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inTerminal } from '../../shell-helper/terminal';
import { patience } from '../../vitest/patience';
import { exampleMac, exampleScenario, loginKeychain, vaultKeychain } from '../example-mac';
import { processesThatBelongTo } from '../leftover-processes';
import type { SimulatedMac } from '../simulated-mac';

const toolFile = fileURLToPath(new URL('../../../dist/simulator/tool.cjs', import.meta.url));
const patient = { timeout: patience(20_000), interval: 20 };
const unlock = ['unlock-keychain', '-u', vaultKeychain];

const start = (mac: SimulatedMac, path: string, args: readonly string[]): ChildProcess =>
  spawn(mac.root + path, args, { env: mac.environment(), detached: true });

/** In a terminal of its own, where `unlock-keychain` asks whatever its standard input is. */
const typeInTerminal = async (mac: SimulatedMac, line: string, typed: string): Promise<string> => {
  const child = spawn(inTerminal, ['/bin/sh', '-c', line], { env: mac.environment() });
  let shown = '';
  child.stdout.on('data', (data) => {
    shown += data;
    if (shown.includes('password to unlock')) child.stdin.end(typed);
  });
  await once(child, 'close');
  return shown;
};

describe.each(['native', 'node'] as const)('the %s executables', (executables) => {
  const makeMac = (changes = {}) => exampleMac(changes, { executables });

  it('answer on both streams, with the code, as the session that they run in', async () => {
    const mac = await makeMac();
    expect(await mac.run('security', ['default-keychain'])).toEqual({
      ...{ code: 0, signal: null },
      ...{ stdout: `    "${loginKeychain}"\n`, stderr: '' },
    });
    expect(await mac.run('security', ['show-keychain-info'], { session: 'ssh-1' })).toEqual({
      ...{ code: 36, signal: null, stdout: '' },
      stderr: 'security: SecKeychainCopySettings <NULL>: User interaction is not allowed.\n',
    });
  });

  it('take a relative path from the working folder, and time from the zone of whoever calls', async () => {
    const mac = await makeMac();
    writeFileSync(`${mac.root}/Users/alice/script.js`, '6 * 7');
    const env = { ...mac.environment(), TZ: 'Pacific/Auckland' };
    const options = { cwd: `${mac.root}/Users/alice`, env, encoding: 'utf8' } as const;
    expect(execFileSync(`${mac.root}/usr/bin/osascript`, ['-l', 'JavaScript', 'script.js'], options)).toBe('42\n');
    expect(execFileSync(`${mac.root}/usr/bin/who`, options)).toContain('Sep 10 19:30 (192.168.1.9)');
  });

  it('read what comes on standard input while they run', async () => {
    const mac = await makeMac();
    const child = start(mac, '/usr/bin/security', ['-i']);
    const ended = once(child, 'close');
    child.stdin?.write(`lock-keychain "${loginKeychain}"\n`);
    await expect.poll(() => mac.lockState('desktop', loginKeychain).isLocked, patient).toBe(true);
    child.stdin?.end(`unlock-keychain -p right "${loginKeychain}"\n`);
    expect(await ended).toEqual([0, null]);
    expect(mac.lockState('desktop', loginKeychain).isLocked).toBe(false);
  });

  it('ask for a password at the terminal, and show nothing of it', async () => {
    const mac = await makeMac();
    const line = `security unlock-keychain ${vaultKeychain} </dev/null; echo "code $?"; stty | grep -c -- -echo`;
    const shown = await typeInTerminal(mac, line, 'vault\n');
    expect(shown).toContain(`password to unlock ${vaultKeychain}: \r\ncode 0\r\n0\r\n`);
    expect(mac.lockState('desktop', vaultKeychain).isLocked).toBe(false);
  });

  it('let a login over SSH run what it was given, with the code of that', async () => {
    const mac = await makeMac();
    const run = await mac.run('ssh', ['localhost', 'echo $LATCHKEY_SIMULATED_SESSION; echo err >&2; exit 3']);
    expect(run).toMatchObject({ code: 3, stdout: expect.stringMatching(/^ssh-login-\d+\n$/), stderr: 'err\n' });
    expect(await mac.run('ssh', ['localhost', 'kill -KILL $$'])).toMatchObject({ code: 255, signal: null });
  });

  it('end by the signal that a fault names, or by one that they get while they hang', async () => {
    const faults = [
      { tool: 'who', signal: 'SIGTRAP', stdout: 'half of' },
      { tool: 'pmset', hangMs: 3_600_000 },
    ];
    const mac = await makeMac({ faults });
    expect(await mac.run('who', [])).toEqual({ code: null, signal: 'SIGTRAP', stdout: 'half of', stderr: '' });
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const child = start(mac, '/usr/bin/pmset', ['-g']);
      await once(child, 'spawn');
      child.kill(signal);
      expect(await once(child, 'close')).toEqual([null, signal]);
    }
  });

  it('ask in a dialog what JavaScript wants to know', async () => {
    const mac = await makeMac();
    const source = `const vault = Ref(); $.SecKeychainOpen('${vaultKeychain}', vault); $.SecKeychainCopySettings(vault[0], Ref())`;
    const asked = mac.run('osascript', ['-l', 'JavaScript', '-e', source]);
    await mac.dialogs.waitForOne();
    mac.dialogs.answer();
    expect(await asked).toMatchObject({ code: 0, stdout: '0\n' });
  });
});

describe('the model of a simulated Mac', () => {
  it('answers one call while another one hangs, and forgets a call whose process is gone', async () => {
    const mac = await exampleMac({ faults: [{ tool: 'who', hangMs: 3_600_000 }] });
    const hanging = start(mac, '/usr/bin/who', []);
    await once(hanging, 'spawn');
    const asking = start(mac, '/usr/bin/security', unlock);
    const dialog = await mac.dialogs.waitForOne();
    expect(dialog.pid).toBe(asking.pid);
    expect(await mac.run('hostname', [])).toMatchObject({ code: 0 });
    for (const child of [hanging, asking]) child.kill('SIGKILL');
    await Promise.all([hanging, asking].map((child) => once(child, 'close')));
    await expect
      .poll(() => existsSync(`${mac.root}/private/var/latchkey/dialogs/${dialog.id}.json`), patient)
      .toBe(false);
  });

  it('ends the calls that still wait when the Mac is gone', async () => {
    const mac = await exampleMac();
    const child = start(mac, '/usr/bin/security', unlock);
    const ended = once(child, 'close');
    await mac.dialogs.waitForOne();
    await mac.dispose();
    expect(await ended).toEqual([70, null]);
  });

  it('is reached in a folder whose path is too long for a socket', async () => {
    const deep = join(mkdtempSync(join(tmpdir(), 'latchkey-deep-')), 'd'.repeat(90), 'e'.repeat(90));
    onTestFinished(() => rmSync(join(deep, '../..'), { recursive: true, force: true }));
    mkdirSync(deep, { recursive: true });
    const { root, environment } = made(deep);
    const run = execFileSync(`${root}/usr/sbin/scutil`, ['--proxy'], { env: environment, encoding: 'utf8' });
    expect(run).toContain('<dictionary>');
  });
});

const made = (folder: string): { root: string; environment: Record<string, string> } => {
  const scenario = join(folder, '..', 'scenario.json');
  writeFileSync(scenario, JSON.stringify(exampleScenario));
  return JSON.parse(
    execFileSync(process.execPath, [toolFile, 'create', '--scenario', scenario, '--root', folder], {
      encoding: 'utf8',
    }),
  ) as { root: string; environment: Record<string, string> };
};

describe('a simulated Mac that no test has in its hands', () => {
  it('starts one model for all who call first, which ends with the Mac’s folder', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'latchkey-mac-')));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(`${folder}/mac`);
    const { root, environment } = made(`${folder}/mac`);
    const keepers = () => processesThatBelongTo(root).filter((line) => line.includes('serve'));
    execFileSync(`${root}/bin/hostname`, { env: environment });
    for (const keeper of keepers()) process.kill(Number.parseInt(keeper, 10), 'SIGKILL');
    await expect.poll(keepers, patient).toEqual([]);
    const first = Array.from({ length: 8 }, () => spawn(`${root}/bin/hostname`, { env: environment }));
    const codes = await Promise.all(first.map(async (child) => (await once(child, 'close'))[0] as number));
    expect(codes).toEqual(Array.from({ length: 8 }, () => 0));
    expect(keepers()).toHaveLength(1);
    rmSync(root, { recursive: true, force: true });
    await expect.poll(keepers, patient).toEqual([]);
  });
});
