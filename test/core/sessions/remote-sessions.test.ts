import { describe, expect, it } from 'vitest';
import { freshSshLogin } from '../../../electron/core/sessions/next-login';
import { describeSessions, type Vantage } from '../../../electron/core/sessions/remote-sessions';
import { loginPath, sighting } from '../sample-facts';

const relock = { idleTimeoutSeconds: null, wokeAt: null };

const desktop = (state: 'locked' | 'unlocked'): Vantage => ({
  session: 'desktop',
  userName: 'alice',
  keychainPath: loginPath,
  beacons: [],
  now: 0,
  relock,
  loginLock: { state, session: 'desktop' },
});
const sshLogin = (state: 'locked' | 'unlocked'): Vantage => ({
  session: 'this-ssh-login',
  userName: 'alice',
  keychainPath: loginPath,
  beacons: [],
  now: 0,
  relock,
  loginLock: { state, session: 'this-ssh-login' },
});
const ssh = { id: 'ssh:4301', kind: 'ssh', bornIn: 'ssh', grounds: 'sshd started it' } as const;

describe('describeSessions', () => {
  it.each([
    ['a desktop-born server, desktop locked', sighting(), desktop('locked'), 'locked', 'measured'],
    ['a desktop-born server, desktop unlocked', sighting(), desktop('unlocked'), 'unlocked', 'measured'],
    [
      'an SSH-born server, whatever the desktop',
      sighting({ bornIn: 'ssh' }),
      desktop('unlocked'),
      'locked',
      'inferred',
    ],
    ['an SSH login, whatever the desktop', sighting(ssh), desktop('unlocked'), 'locked', 'inferred'],
    [
      "another user's login says nothing of this user's keychain",
      sighting({ ...ssh, user: 'bob' }),
      desktop('unlocked'),
      'unknown',
      'inferred',
    ],
    ['a server born who knows where', sighting({ bornIn: 'unknown' }), desktop('unlocked'), 'unknown', 'inferred'],
    [
      'from an SSH login: itself, unlocked',
      sighting({ ...ssh, isThisSession: true }),
      sshLogin('unlocked'),
      'unlocked',
      'measured',
    ],
    [
      'from an SSH login: itself, locked',
      sighting({ ...ssh, isThisSession: true }),
      sshLogin('locked'),
      'locked',
      'measured',
    ],
    ['from an SSH login: another login', sighting(ssh), sshLogin('unlocked'), 'locked', 'inferred'],
    ['from an SSH login: the desktop cannot be looked into', sighting(), sshLogin('unlocked'), 'unknown', 'inferred'],
    [
      'an SSH login that shows a desktop pane is not measured by the desktop',
      sighting({ ...ssh, isThisSession: true }),
      desktop('unlocked'),
      'locked',
      'inferred',
    ],
  ] as const)('%s', (_name, found, vantage, sees, basis) => {
    const [described] = describeSessions([found], vantage);
    expect(described).toMatchObject({ sees, basis });
    expect(described?.reason).toMatch(/^[A-Z].*\.$/);
  });

  it('keeps the unknown of a desktop that could not be read', () => {
    const vantage: Vantage = {
      session: 'desktop',
      userName: 'alice',
      keychainPath: loginPath,
      beacons: [],
      now: 0,
      relock,
      loginLock: { state: 'unknown', reason: 'No answer.', session: 'desktop' },
    };
    expect(describeSessions([sighting()], vantage)[0]).toMatchObject({
      sees: 'unknown',
      basis: 'inferred',
      reason: expect.stringMatching(/^It was started from the desktop .*could not be read\.$/),
    });
  });

  it('drops what is only grounds for the decision', () => {
    const [described] = describeSessions([sighting()], desktop('locked'));
    expect(described).not.toHaveProperty('grounds');
    expect(described).not.toHaveProperty('isThisSession');
  });
});

const facts = (changes: Partial<Parameters<typeof freshSshLogin>[0]> = {}) => ({
  ...{ userName: 'alice', remoteLogin: 'on' as const, keychainPath: loginPath, test: null, now: 0, relock },
  measurements: new Map(),
  ...changes,
});

describe('freshSshLogin', () => {
  it.each(['on', 'off', 'unknown'] as const)('is locked with Remote Login %s', (remoteLogin) => {
    expect(freshSshLogin(facts({ remoteLogin }))).toMatchObject({
      id: 'fresh-ssh',
      sees: 'locked',
      basis: 'inferred',
      bornIn: 'ssh',
    });
  });

  it.each([
    ['a test that has just found it unlocked', 'unlocked', 60_000, 'unlocked', 'measured'],
    ['a test that has found it locked', 'locked', 60_000, 'locked', 'measured'],
    ['a test that could not log in', 'unknown', 60_000, 'locked', 'inferred'],
    ['a test of long ago', 'unlocked', 7_200_000, 'locked', 'inferred'],
    ['a test "from the future"', 'unlocked', -60_000, 'locked', 'inferred'],
  ] as const)('%s', (_name, found, ageMs, sees, basis) => {
    const now = Date.UTC(2026, 8, 10);
    const test = { at: new Date(now - ageMs).toISOString(), sees: found, reason: 'A login was made.' };
    expect(freshSshLogin(facts({ test, now }))).toMatchObject({ sees, basis });
  });

  it('says that nobody can log in yet while Remote Login is off', () => {
    expect(freshSshLogin(facts({ remoteLogin: 'off' })).reason).toContain('Remote Login is off');
  });
});
