import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helpText } from '../../electron/cli/help';
import type { Scenario } from '../simulator/parsing/scenario';
import { createDeskMac } from './desk-mac';
import { deskScenario, loginPath } from './desk-scenario';
import { runLatchkey } from './run-latchkey';

const overSsh: Partial<Scenario> = {
  hostName: 'alices-mac.local',
  sessions: [
    { id: 'desk', kind: 'desktop', unlocked: [loginPath] },
    { id: 'login-1', kind: 'ssh', tty: 'ttys004', from: '10.0.0.2' },
  ],
  remoteLogin: true,
};
const createMac = (changes: Partial<Scenario> = {}) => createDeskMac(deskScenario(true, { ...overSsh, ...changes }));
const attach = 'ssh -t alices-mac.local /opt/homebrew/bin/tmux -L latchkey attach -t latchkey\n';
const plistPath = '/Users/alice/Library/LaunchAgents/dev.latchkey.tmux.plist';

describe('latchkey test-login', () => {
  it('says that a new login sees a locked keychain while the desktop has it unlocked', async () => {
    const mac = await createMac();
    expect(await runLatchkey(mac, ['test-login'])).toMatchObject({
      code: 1,
      stdout: 'A login made for this test found the keychain locked; a second one was in another security session.\n',
    });
    expect(mac.ledger().map(({ kind }) => kind)).toEqual(['ssh-login', 'ssh-login']);
  });

  it('is fine where a new login sees it unlocked', async () => {
    const stderr = 'Keychain "<NULL>" no-timeout\n';
    const mac = await createMac({ faults: [{ tool: 'security', when: 'show-keychain-info', exit: 0, stderr }] });
    expect(await runLatchkey(mac, ['test-login'])).toMatchObject({ code: 0 });
  });

  it('says why it could not log in', async () => {
    const stderr = 'alice@localhost: Permission denied (publickey).\r\n';
    const mac = await createMac({ faults: [{ tool: 'ssh', exit: 255, stderr }] });
    const { code, stdout, stderr: told } = await runLatchkey(mac, ['test-login']);
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    expect(told).toContain('No key of yours may log in here.');
  });

  it('tries nothing while Remote Login is off', async () => {
    const mac = await createMac({ remoteLogin: false });
    const { code, stderr } = await runLatchkey(mac, ['test-login']);
    expect(code).toBe(1);
    expect(stderr).toContain('Remote Login is off');
    expect(mac.ledger()).toEqual([]);
  });
});

describe('latchkey tmux', () => {
  it('starts a server of the desktop, once, and prints the line that attaches', async () => {
    const mac = await createMac();
    expect(await runLatchkey(mac, ['tmux'])).toMatchObject({ code: 0, stdout: attach, stderr: 'Attach to it with:\n' });
    const again = await runLatchkey(mac, ['tmux']);
    expect(again).toMatchObject({ code: 0, stdout: attach, stderr: expect.stringContaining('running already') });
    expect(mac.ledger()).toMatchObject([
      { kind: 'job-started', session: 'desk' },
      { kind: 'tmux-server-started', session: 'desk' },
    ]);
  });

  it('has launchd start it from an SSH login, in the desktop session and never in that of the login', async () => {
    const mac = await createMac();
    expect(await runLatchkey(mac, ['tmux'], 'login-1')).toMatchObject({ code: 0, stdout: attach });
    expect(mac.ledger()).toMatchObject([
      { kind: 'job-started', session: 'desk' },
      { kind: 'tmux-server-started', session: 'desk' },
    ]);
    expect(existsSync(mac.root + plistPath)).toBe(false);
  });

  it('starts it from an SSH login in the desktop session, where the LaunchAgent is installed', async () => {
    const mac = await createMac({
      files: { [plistPath]: (await runLatchkey(await createMac(), ['tmux', '--print-plist'])).stdout },
    });
    expect(await runLatchkey(mac, ['tmux'], 'login-1')).toMatchObject({ code: 0, stdout: attach });
    expect(mac.ledger().filter(({ kind }) => kind === 'tmux-server-started')).toMatchObject([{ session: 'desk' }]);
  });

  it('prints the LaunchAgent and does nothing', async () => {
    const mac = await createMac();
    const { code, stdout } = await runLatchkey(mac, ['tmux', '--print-plist']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<\?xml[\s\S]*<string>dev\.latchkey\.tmux<\/string>[\s\S]*<\/plist>\n$/);
    expect(existsSync(mac.root + plistPath)).toBe(false);
    expect(mac.ledger()).toEqual([]);
  });

  it('shows the LaunchAgent before it installs it, and removes it again', async () => {
    const mac = await createMac();
    const on = await runLatchkey(mac, ['tmux', '--at-login', 'on']);
    expect(on).toMatchObject({ code: 0, stdout: attach });
    expect(on.stderr).toContain(`${plistPath} will hold:\n${readFileSync(mac.root + plistPath, 'utf8')}`);
    const off = await runLatchkey(mac, ['tmux', '--at-login', 'off']);
    expect(off).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('removed') });
    expect(existsSync(mac.root + plistPath)).toBe(false);
  });
});

describe('latchkey --help', () => {
  it('fits a terminal of 80 columns', () => {
    expect(helpText.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});
