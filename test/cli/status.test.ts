import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../electron/core/words/snapshot';
import { patience } from '../vitest/patience';
import { readAnswer } from './answer-schema';
import { createDeskMac } from './desk-mac';
import { deskScenario, loginPath, withGhLogin } from './desk-scenario';
import { readStatus, runLatchkey, startLatchkey } from './run-latchkey';

const sharedServer = {
  sessions: [
    { id: 'desk', kind: 'desktop' as const, unlocked: [] },
    { id: 'from-laptop', kind: 'ssh' as const, tty: 'ttys004', from: '192.168.1.9', unlocked: [loginPath] },
    { id: 'from-phone', kind: 'ssh' as const, tty: 'ttys007', from: '192.168.1.20', unlocked: [] },
  ],
  tmux: [
    {
      socket: 'default',
      session: 'desk',
      serverPid: 900,
      clients: [{ pid: 901, tty: 'ttys004', sessionName: 'work' }],
    },
    { socket: 'from afar 🛰', session: 'from-phone', serverPid: 950, clients: [] },
  ],
  remoteLogin: true,
};

describe('latchkey status --json', () => {
  it('tells an unlocked desktop that nobody shares as fine', async () => {
    const status = await readStatus(await createDeskMac(deskScenario(true)));
    expect(status).toMatchObject({
      exitCode: 0,
      schemaVersion: 1,
      takenAt: expect.stringMatching(/^2026-09-10T09:00:0\d\.\d{3}Z$/),
      host: { platform: 'simulated-macos', macosVersion: '26.1', managerName: 'Aqua' },
      keychains: [
        {
          path: loginPath,
          isLogin: true,
          isDefault: true,
          lock: { state: 'unlocked', session: 'desktop' },
          autoLock: { lockOnSleep: true, idleTimeoutSeconds: 300, source: 'session' },
          forecast: { kind: 'after-idle', idleTimeoutSeconds: 300, alsoOnSleep: true },
        },
      ],
      remoteAccess: { remoteLogin: 'off' },
      sessions: [{ id: 'fresh-ssh', sees: 'locked', basis: 'inferred' }],
      warnings: [],
      hold: { state: 'off' },
    });
  });

  it('reads the settings of a locked keychain from its file', async () => {
    const status = await readStatus(await createDeskMac(deskScenario(false)));
    expect(status.keychains[0]).toMatchObject({
      lock: { state: 'locked' },
      autoLock: { lockOnSleep: true, idleTimeoutSeconds: 300, source: 'file' },
    });
  });

  it('is critical when a remote client shares a locked desktop, and tells each session apart', async () => {
    const status = await readStatus(await createDeskMac(withGhLogin(deskScenario(false, sharedServer))));
    expect(status.exitCode).toBe(2);
    expect(status.verdict).toMatchObject({
      ...{ level: 'unlock-first', sentence: 'Unlock first: over SSH, GitHub CLI will be logged out.' },
      primary: { kind: 'unlock', keychainPath: loginPath },
    });
    expect(status.warnings.map(({ code }) => code)).toEqual([
      'desktop-locked',
      'ssh-server-locked',
      'fresh-ssh-locked',
    ]);
    const rows = status.sessions.map(({ kind, tty, from, bornIn, sees, basis, remoteClients }) => ({
      kind,
      tty,
      from,
      bornIn,
      sees,
      basis,
      remoteClients,
    }));
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'ssh',
          tty: 'ttys004',
          from: '192.168.1.9',
          bornIn: 'ssh',
          sees: 'locked',
          basis: 'inferred',
        }),
        expect.objectContaining({
          kind: 'tmux-server',
          bornIn: 'desktop',
          sees: 'locked',
          basis: 'measured',
          remoteClients: 1,
        }),
        expect.objectContaining({ kind: 'tmux-server', bornIn: 'ssh', sees: 'locked', basis: 'inferred' }),
        expect.objectContaining({ kind: 'fresh-ssh', sees: 'locked', basis: 'inferred' }),
      ]),
    );
    expect(rows).toHaveLength(5);
  });

  it('alarms nobody where no tool needs what is locked', async () => {
    const status = await readStatus(await createDeskMac(deskScenario(false, sharedServer)));
    expect(status.exitCode).toBe(0);
    expect(status.verdict.level).toBe('go');
    expect(status.warnings.map(({ code, severity }) => [code, severity])).toContainEqual(['desktop-locked', 'info']);
  });

  it('speaks of the login that it runs in, inside an SSH login', async () => {
    const mac = await createDeskMac(withGhLogin(deskScenario(false, sharedServer)));
    const unlocked = await readStatus(mac, 'from-laptop');
    expect(unlocked.host.managerName).toBe('Background');
    expect(unlocked.keychains[0]?.lock).toMatchObject({ state: 'unlocked', session: 'this-ssh-login' });
    expect(unlocked.sessions.find(({ tty }) => tty === 'ttys004')).toMatchObject({
      sees: 'unlocked',
      basis: 'measured',
    });
    expect(unlocked.sessions.find(({ tty }) => tty === 'ttys007')).toMatchObject({ sees: 'locked', basis: 'inferred' });
    expect(unlocked.sessions.find(({ bornIn }) => bornIn === 'desktop')).toMatchObject({
      sees: 'unknown',
      basis: 'inferred',
    });

    const locked = await readStatus(mac, 'from-phone');
    expect(locked.keychains[0]?.lock).toMatchObject({ state: 'locked', session: 'this-ssh-login' });
    expect(locked.warnings.map(({ code }) => code)).toContain('this-ssh-login-locked');
    expect(locked.exitCode).toBe(1);
    expect(mac.ledger()).toEqual([]);
  });

  it.each([
    ['security hangs', [{ tool: 'security', hangMs: 60_000 }]],
    ['security is garbled', [{ tool: 'security', stdout: '\ufffd{"<<', exit: 0 }]],
    [
      'every other tool fails',
      ['ps', 'who', 'launchctl', 'pmset', 'defaults', 'fdesetup', 'tmux', 'sw_vers'].map((tool) => ({ tool, exit: 3 })),
    ],
  ])(
    'still tells the lock state when %s',
    async (_name, faults) => {
      const status = await readStatus(await createDeskMac(deskScenario(true, { faults })));
      expect(status.keychains.find(({ path }) => path === loginPath)?.lock.state).toBe('unlocked');
    },
    60_000,
  );

  it('ends, and tells lock states and logins all the same, when the listing of items never comes back', async () => {
    const hang = { tool: 'Security.framework', when: 'SecItemCopyMatching', hangMs: 24 * 3_600_000 };
    const healthy = await readStatus(await createDeskMac(withGhLogin(deskScenario(true))));
    const mac = await createDeskMac(withGhLogin(deskScenario(true, { faults: [hang] })));
    const status = await readStatus(mac);
    expect(status.keychains.map(({ lock }) => lock.state)).toEqual(healthy.keychains.map(({ lock }) => lock.state));
    const told = ({ credentials }: Snapshot) => credentials.map(({ tool, store, status: is }) => [tool, store, is]);
    expect(told(status)).toEqual(told(healthy));
    expect(status.exitCode).toBe(healthy.exitCode);
    expect(mac.ledger()).toEqual([]);
  });

  it('falls back to the slower way when the framework is missing, and asks nobody', async () => {
    const mac = await createDeskMac(deskScenario(true, { faults: [{ tool: 'Security.framework' }] }));
    expect((await readStatus(mac)).keychains[0]?.lock.state).toBe('unlocked');
    expect(mac.ledger().filter(({ kind }) => kind === 'dialog')).toEqual([]);
  });

  it('says unknown, why, and 70 when no way to look is left', async () => {
    const faults = [{ tool: 'Security.framework' }, { tool: 'osascript', exit: 1, stderr: 'execution error: no' }];
    const mac = await createDeskMac(deskScenario(true, { faults }));
    const status = await readStatus(mac);
    expect(status.keychains[0]?.lock).toMatchObject({ state: 'unknown', reason: expect.stringMatching(/\w+/) });
    expect(status.exitCode).toBe(70);
    expect(mac.ledger()).toEqual([]);
  });
});

describe('latchkey status', () => {
  it('is readable at 80 columns and says which session it speaks of', async () => {
    const mac = await createDeskMac(withGhLogin(deskScenario(false, sharedServer)));
    const { stdout, code } = await runLatchkey(mac, []);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^▲ Unlock first: over SSH, GitHub CLI will be logged out\.\n\nLatchkey on /);
    expect(stdout).toContain('Locked in this desktop session');
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.includes('→'))).toEqual([]);
    expect((await runLatchkey(mac, ['status'], 'from-laptop')).stdout).toContain('Unlocked in this SSH login');
  });
});

it('an SSH login is told that nobody is logged in at the desktop, and what to do', async () => {
  const sessions = [{ id: 'login-1', kind: 'ssh', tty: 'ttys004', from: '10.0.0.2' } as const];
  const mac = await createDeskMac(deskScenario(false, { sessions, remoteLogin: true }));
  expect((await readStatus(mac, 'login-1')).remoteAccess).toMatchObject({
    desk: 'nobody',
    afterRestart: { kind: 'nobody-now' },
  });
  const { stdout } = await runLatchkey(mac, ['status'], 'login-1');
  expect(stdout).toContain('  Nobody is logged in at the desktop now, after a restart or a logout');
});

describe('latchkey watch', () => {
  it('tells each change once and ends at Ctrl-C', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const watching = startLatchkey(mac, ['watch', '--json']);
    const lines = () => watching.stdout().trim().split('\n').filter(Boolean);
    await expect.poll(lines, { timeout: patience(10_000) }).toHaveLength(1);
    await mac.run('security', ['lock-keychain', loginPath]);
    await expect.poll(() => lines().length, { timeout: patience(10_000) }).toBeGreaterThanOrEqual(2);
    watching.child.kill('SIGINT');
    const { code, stdout } = await watching.ended;
    const states = stdout
      .trim()
      .split('\n')
      .map((line) => readAnswer('watch', line).keychains[0]?.lock.state);
    expect(states[0]).toBe('unlocked');
    expect(states.at(-1)).toBe('locked');
    expect(code).toBe(0);
  });
});

describe('the command line itself', () => {
  it.each([
    [['--help'], 0, /Usage/],
    [['--version'], 0, /^\d+\.\d+\.\d+/],
    [['frobnicate'], 64, /^$/],
    [['set', '--timeout', '10s'], 64, /^$/],
  ] as const)('%j ends with %i', async (words, code, stdout) => {
    const ended = await runLatchkey({ environment: () => ({ PATH: process.env.PATH ?? '' }) }, words);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toMatch(stdout);
    if (code !== 0) expect(ended.stderr).toMatch(/^latchkey: .+\. See latchkey --help\.$/m);
  });

  it('says that it needs macOS where there is none', async ({ skip }) => {
    skip(process.platform === 'darwin', 'this is macOS');
    const ended = await runLatchkey({ environment: () => ({ PATH: process.env.PATH ?? '' }) }, ['status', '--json']);
    expect(ended).toMatchObject({ code: 70, stdout: '' });
    expect(ended.stderr).toContain('needs macOS');
  });
});
