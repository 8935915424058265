import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { loadFrameworkLibrary } from '../../../electron/system/keychain/framework-library';
import { createMacHost } from '../../../electron/system/mac/this-mac';
import type { Scenario } from '../parsing/scenario';
import { createSimulatedMac, type SimulatedMac } from '../simulated-mac';

const loginKeychain = '/Users/alice/Library/Keychains/login.keychain-db';

const scenario: Scenario = {
  macosVersion: '27.0',
  user: { name: 'alice', password: 'right' },
  keychains: [{ path: loginKeychain, isLogin: true, items: [{ class: 'genp', service: 'Some service', data: 'x' }] }],
  sessions: [
    { id: 'desktop', kind: 'desktop', unlocked: [loginKeychain] },
    { id: 'ssh-1', kind: 'ssh', tty: 'ttys001' },
    { id: 'ssh-2', kind: 'ssh' },
  ],
  tmux: [
    { socket: 'moved', session: 'desktop', serverPid: 5001, managerName: 'Background' },
    { socket: 'daemon', session: 'initial', serverPid: 5002 },
    { socket: 'su', session: 'su-1', serverPid: 5003 },
  ],
};

const simulated = async (patch: Partial<Scenario> = {}): Promise<SimulatedMac> => {
  const mac = await createSimulatedMac({ ...scenario, ...patch });
  onTestFinished(() => mac.dispose());
  return mac;
};

const script = `ObjC.import('Security');
function run() { var id = Ref(), bits = Ref(); return JSON.stringify([$.SessionGetInfo(0xffffffff, id, bits), id[0], bits[0]]); }`;

/** osStatus, number, bits */
const asked = async (mac: SimulatedMac, session: string): Promise<readonly [number, number, number]> =>
  JSON.parse((await mac.run('osascript', ['-l', 'JavaScript', '-e', script], { session })).stdout);

const show = (mac: SimulatedMac, session: string) =>
  mac.run('security', ['show-keychain-info', loginKeychain], { session });

describe('audit sessions', () => {
  it.each([
    ['desktop', 0x6030, 'Aqua'],
    ['ssh-1', 0x5020, 'Background'],
    ['initial', 0x1, 'System'],
  ])('%s has its bits and its manager', async (session, bits, manager) => {
    const mac = await simulated();
    const [status, number, found] = await asked(mac, session);
    expect([status, found]).toEqual([0, bits]);
    expect(number).toBeGreaterThanOrEqual(100_000);
    expect((await mac.run('launchctl', ['managername'], { session })).stdout).toBe(`${manager}\n`);
  });

  it.each(['desktop', 'ssh-1', 'ssh-2', 'initial'])('the framework says the same of %s', async (session) => {
    const mac = await simulated();
    // The stub asks this very process's environment.
    vi.stubEnv('LATCHKEY_SIMULATED_SESSION', session);
    const host = createMacHost(mac.environment(session), { allowSimulation: true });
    const library = host.ok ? loadFrameworkLibrary(host.value) : host;
    if (!library.ok) throw new Error(library.reason);
    const { osStatus, id, bits } = library.value.sessionInfo();
    expect([osStatus, id, bits]).toEqual(await asked(mac, session));
  });

  it('the desktop’s number is the one that its environment and launchd name', async () => {
    const mac = await simulated({ environment: { SECURITYSESSIONID: '186bb' } });
    const [, number] = await asked(mac, 'desktop');
    expect(number.toString(16)).toBe('186bb');
    expect(mac.environment().SECURITYSESSIONID).toBe('186bb');
    expect((await mac.run('launchctl', ['print', 'gui/501'])).stdout).toContain(`asid = ${number}\n`);
  });

  it('each SSH login has its own, with a lock state of its own, unless they share one', async () => {
    const apart = await simulated();
    expect(await asked(apart, 'ssh-1')).not.toEqual(await asked(apart, 'ssh-2'));
    const shared = await simulated({ sshLoginsShareSession: true });
    expect(await asked(shared, 'ssh-1')).toEqual(await asked(shared, 'ssh-2'));
    for (const mac of [apart, shared]) {
      await mac.run('security', ['unlock-keychain', '-p', 'right', loginKeychain], { session: 'ssh-1' });
    }
    expect([(await show(apart, 'ssh-2')).code, (await show(shared, 'ssh-2')).code]).toEqual([36, 0]);
    const fresh = (mac: SimulatedMac) => mac.run('ssh', ['localhost', 'security', 'show-keychain-info', loginKeychain]);
    expect([(await fresh(apart)).code, (await fresh(shared)).code]).toEqual([36, 0]);
  });
});

describe('the initial session', () => {
  const session = 'initial';

  it('searches the system’s keychain only: what is in the login keychain is not found', async () => {
    const mac = await simulated();
    const run = async (...args: string[]) => {
      const { code, stdout } = await mac.run('security', args, { session });
      return [code, stdout];
    };
    expect(await run('list-keychains')).toEqual([0, '    "/Library/Keychains/System.keychain"\n']);
    expect(await run('login-keychain')).toEqual([0, '    "/Library/Keychains/System.keychain"\n']);
    expect((await run('find-generic-password', '-s', 'Some service'))[0]).toBe(44);
    expect((await run('find-generic-password', '-s', 'Some service', loginKeychain))[0]).toBe(0);
    expect((await show(mac, session)).code).toBe(36);
    await run('list-keychains', '-s', '/Library/Keychains/System.keychain', loginKeychain);
    expect((await run('find-generic-password', '-s', 'Some service'))[0]).toBe(0);
    expect((await mac.run('security', ['list-keychains'])).stdout).toBe(`    "${loginKeychain}"\n`);
    expect(mac.dialogs.list()).toEqual([]);
  });

  it('is where a daemon’s tmux server lives, whose environment names neither SSH nor the desktop', async () => {
    const mac = await simulated();
    const environment = async (socket: string) =>
      (await mac.run('tmux', ['-L', socket, 'show-environment', '-g'])).stdout;
    for (const socket of ['daemon', 'su']) expect(await environment(socket)).not.toMatch(/SSH_|SECURITYSESSIONID/);
    expect(await environment('moved')).toMatch(/^SECURITYSESSIONID=186a6$/m);
  });
});

describe('bootstrap domains', () => {
  it('a pane of a desktop server may be called Background, and dialogs come up in it all the same', async () => {
    const mac = await simulated();
    const TMUX = '/private/tmp/tmux-501/moved,5001,0';
    const { stdout } = await mac.run('launchctl', ['managername'], { environment: { TMUX } });
    expect(stdout).toBe('Background\n');
    expect((await asked(mac, 'desktop'))[2]).toBe(0x6030);
  });
});

describe('coalitions', () => {
  const start = ['new-session', '-d', '-s', 'work'];
  const servers = async (mac: SimulatedMac) =>
    Promise.all(['mine', 'theirs'].map(async (name) => (await mac.run('tmux', ['-L', name, 'ls'])).code));

  it.each([
    ['27.0', [1, 0]],
    ['26.1', [0, 0]],
  ])('on macOS %s the end of an app ends what it has started, never what launchd has', async (macosVersion, codes) => {
    const mac = await simulated({ macosVersion });
    await mac.run('tmux', ['-L', 'mine', ...start]);
    await mac.run('tmux', ['-L', 'theirs', ...start], {
      environment: { LATCHKEY_SIMULATED_COALITION: 'launchd' },
    });
    mac.endApp();
    expect(await servers(mac)).toEqual(codes);
  });

  it('also ends those that the scenario says an app has started', async () => {
    const mac = await simulated({ tmux: [{ socket: 'mine', serverPid: 5001, endsWithApp: true }] });
    mac.endApp();
    expect((await servers(mac))[0]).toBe(1);
  });
});
