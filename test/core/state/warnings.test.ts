import { describe, expect, it } from 'vitest';
import { searchAndUnlockCommand } from '../../../electron/core/keychain/commands';
import { freshSshLogin } from '../../../electron/core/sessions/next-login';
import { describeSessions } from '../../../electron/core/sessions/remote-sessions';
import { warningsFor } from '../../../electron/core/state/warnings';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { RemoteAccess } from '../../../electron/core/words/session';
import { credential, keychain, loginPath, remoteAccess, sighting } from '../sample-facts';

const facts = (login: Keychain, sightings = [sighting()], access: RemoteAccess = remoteAccess) => ({
  keychains: [login],
  sessions: [
    ...describeSessions(sightings, {
      session: login.lock.session,
      loginLock: login.lock,
      userName: 'alice',
      keychainPath: login.path,
      beacons: [],
      now: 0,
      relock: { idleTimeoutSeconds: null, wokeAt: null },
    }),
    freshSshLogin({
      ...{ userName: 'alice', remoteLogin: access.remoteLogin, keychainPath: login.path, test: null, now: 0 },
      measurements: new Map(),
      relock: { idleTimeoutSeconds: null, wokeAt: null },
    }),
  ],
  remoteAccess: access,
  credentials: [],
});
const codes = (...args: Parameters<typeof facts>) =>
  warningsFor(facts(...args), 0).map(({ code, severity }) => `${severity} ${code}`);

const locked = keychain({ lock: { state: 'locked', session: 'desktop' } });
const idle = keychain({ forecast: { kind: 'after-idle', idleTimeoutSeconds: 300, alsoOnSleep: true, reason: '' } });
const onSleep = (systemSleepMinutes: number | 'unknown') =>
  keychain({ forecast: { kind: 'on-sleep', systemSleepMinutes, reason: '' } });
const noRemoteLogin: RemoteAccess = { ...remoteAccess, remoteLogin: 'off' };
const sshBorn = sighting({ bornIn: 'ssh' });
const detached = sighting({ remoteClients: 0, attachedClients: 0 });

describe('warningsFor', () => {
  it.each([
    [
      'locked, shared over SSH',
      locked,
      [sighting()],
      remoteAccess,
      ['critical desktop-locked', 'info fresh-ssh-locked'],
    ],
    [
      'locked, reachable though nobody is attached',
      locked,
      [detached],
      remoteAccess,
      ['critical desktop-locked', 'info fresh-ssh-locked'],
    ],
    ['locked, but nothing shares it', locked, [], remoteAccess, ['info fresh-ssh-locked']],
    [
      'a server started over SSH',
      keychain(),
      [sshBorn],
      remoteAccess,
      ['warning ssh-server-locked', 'info fresh-ssh-locked'],
    ],
    [
      'locked, attached, Remote Login just switched off',
      locked,
      [sighting()],
      noRemoteLogin,
      ['critical desktop-locked'],
    ],
    ['locked, not reachable at all', locked, [detached], noRemoteLogin, []],
    [
      'will lock after idleness',
      idle,
      [sighting()],
      remoteAccess,
      ['warning desktop-will-lock', 'info fresh-ssh-locked'],
    ],
    [
      'will lock on sleep',
      onSleep(10),
      [sighting()],
      remoteAccess,
      ['warning desktop-will-lock', 'info fresh-ssh-locked'],
    ],
    [
      'will lock on sleep, which is not known',
      onSleep('unknown'),
      [sighting()],
      remoteAccess,
      ['warning desktop-will-lock', 'info fresh-ssh-locked'],
    ],
    [
      'locks on sleep, but this Mac never sleeps by itself',
      onSleep(0),
      [sighting()],
      remoteAccess,
      ['info fresh-ssh-locked'],
    ],
    ['will lock, but nothing shares it', idle, [], remoteAccess, ['info fresh-ssh-locked']],
    ['never locks', keychain(), [sighting()], remoteAccess, ['info fresh-ssh-locked']],
    ['nobody can log in', keychain(), [], noRemoteLogin, []],
  ] as const)('%s', (_name, login, sightings, access, expected) => {
    expect(codes(login, [...sightings], access)).toEqual(expected);
  });

  it('names the server, where it was started from and what breaks in it, in one sentence', () => {
    const found = facts(keychain(), [sighting({ bornIn: 'ssh', name: 'work', from: '192.168.1.9' })]);
    const [warning] = warningsFor({ ...found, credentials: [credential(), credential({ tool: 'gh', name: 'gh' })] }, 0);
    expect(warning).toMatchObject({
      title: 'tmux server ‘work’ sees a locked keychain',
      detail:
        'Started over SSH from 192.168.1.9, it has a locked keychain, unless that was unlocked inside: Claude Code and gh will look logged out.',
      actions: [{ kind: 'open-unlock-prompt' }],
    });
  });

  it('keeps the list short when there are many of a kind', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      sighting({ id: `tmux-server:${index}`, name: `work ${index}` }),
    );
    const critical = warningsFor(facts(locked, many), 0).filter(({ severity }) => severity === 'critical');
    expect(critical).toHaveLength(6);
    expect(critical.at(-1)?.title).toBe('195 more of the same');
  });

  it('offers the unlock for the keychain in question', () => {
    expect(warningsFor(facts(locked), 0)[0]?.actions).toEqual([{ kind: 'unlock', keychainPath: loginPath }]);
  });

  it('offers the one command that helps a fresh SSH login', () => {
    expect(warningsFor(facts(keychain()), 0)[0]?.actions).toEqual([
      { kind: 'copy-command', command: `security unlock-keychain ${loginPath}` },
    ]);
  });

  it('speaks of this login, not of the desktop, inside an SSH login', () => {
    const here = keychain({ lock: { state: 'locked', session: 'this-ssh-login' } });
    expect(codes(here)).toEqual(['warning this-ssh-login-locked', 'info fresh-ssh-locked']);
    expect(codes({ ...here, lock: { ...here.lock, state: 'unlocked' } })).not.toContain(
      'warning this-ssh-login-locked',
    );
    expect(warningsFor(facts(here), 0)[0]).toEqual({
      code: 'this-ssh-login-locked',
      severity: 'warning',
      title: 'This SSH login sees a locked keychain',
      detail: 'Tools that keep their login in the keychain look logged out here until you unlock it in this login.',
      actions: [{ kind: 'copy-command', command: `security unlock-keychain ${loginPath}` }],
    });
  });

  it('says of a session of daemons that it searches nothing, whatever is locked', () => {
    const securitySession = { id: 100_000, graphicAccess: false, remote: false, initial: true };
    const host = { platform: 'macos', macosVersion: '26.1', managerName: 'System', securitySession } as never;
    const here = keychain({ lock: { state: 'locked', session: 'this-ssh-login' } });
    const [first, ...others] = warningsFor({ ...facts(here), host }, 0);
    expect(first).toEqual({
      code: 'login-keychain-not-searched',
      severity: 'warning',
      title: 'This session does not search the login keychain',
      detail:
        'It is the session of the system, in which tools find no login (exit code 44) until you add the keychain to its search list or give them a token of their own.',
      actions: [{ kind: 'copy-command', command: searchAndUnlockCommand(loginPath) }],
    });
    expect(others.map(({ code }) => code)).not.toContain('this-ssh-login-locked');
    const elsewhere = { ...(host as object), securitySession: { ...securitySession, initial: false } } as never;
    expect(warningsFor({ ...facts(here), host: elsewhere }, 0)[0]?.code).toBe('this-ssh-login-locked');
  });

  it.each([
    [
      'inferred',
      'Whatever the desktop shows, an SSH login starts locked as far as anybody has reported; run this command in it:',
    ],
    [
      'measured',
      'A login made for a test has found it locked, whatever the desktop shows; run this command in a new one:',
    ],
  ] as const)('says how it is known that the next login is locked: %s', (basis, detail) => {
    const found = facts(keychain(), []);
    const sessions = found.sessions.map((one) => ({ ...one, basis }));
    expect(warningsFor({ ...found, sessions }, 0)[0]).toMatchObject({
      ...{ code: 'fresh-ssh-locked', severity: 'info', detail },
      title: 'A new SSH login sees a locked keychain',
    });
    expect(warningsFor({ ...found, sessions: sessions.map((one) => ({ ...one, sees: 'unlocked' })) }, 0)).toEqual([]);
    expect(warningsFor({ ...found, sessions: [] }, 0)).toEqual([]);
  });

  it('puts what is serious first, wherever it comes from', () => {
    const found = { ...facts(locked), credentials: [credential({ status: 'expired' })], holdJournalTroubles: ['No.'] };
    const severities = warningsFor(found, 0).map(({ code, severity }) => `${severity} ${code}`);
    expect(severities).toEqual([
      'critical desktop-locked',
      'warning hold-journal-unreadable',
      'warning login-expired',
      'info fresh-ssh-locked',
    ]);
  });

  it('never says locked where the state is unknown', () => {
    const lost = keychain({ lock: { state: 'unknown', reason: 'koffi did not load.', session: 'desktop' } });
    const [first] = warningsFor(facts(lost), 0);
    expect(first).toEqual({
      code: 'lock-state-unknown',
      severity: 'warning',
      title: 'The lock state could not be read',
      detail: 'koffi did not load.',
      actions: [],
    });
    expect(JSON.stringify(first)).not.toContain('locked');
  });

  it.each([
    ['expiring', ['login-expiring']],
    ['expired', ['login-expired']],
    ['renews-itself', []],
    ['valid', []],
    ['signed-out', []],
  ] as const)('a login that is %s', (status, expected) => {
    const found = warningsFor({ ...facts(keychain(), [], noRemoteLogin), credentials: [credential({ status })] }, 0);
    expect(found.map(({ code }) => code)).toEqual(expected);
  });
});
