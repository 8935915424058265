import { describe, expect, it } from 'vitest';
import type { MacPlan } from '../mac-plan';
import { parseScenario } from './parse-scenario';

const realNow = Date.parse('2026-01-02T03:04:05Z');
const user = { name: 'alice' };

const planOf = (scenario: unknown): MacPlan => {
  const parsed = parseScenario(scenario, realNow);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.plan;
};

describe('what a scenario may leave out', () => {
  it('takes the real time where no time is given', () => {
    expect(planOf({ user }).nowMs).toBe(realNow);
    expect(planOf({ user, now: '2026-09-10T08:00:00Z' }).nowMs).toBe(Date.parse('2026-09-10T08:00:00Z'));
  });

  it('gives the user a home, and finds it behind a tilde', () => {
    const plan = planOf({
      user,
      keychains: [{ path: '~/k.keychain' }, { path: 'bare.keychain-db' }],
      files: { '~/a b': 'x' },
    });
    expect(plan.user).toMatchObject({ uid: 501, home: '/Users/alice' });
    expect(plan.keychains.map(({ path }) => path)).toEqual([
      '/Users/alice/k.keychain',
      '/Users/alice/Library/Keychains/bare.keychain-db',
    ]);
    expect(plan.files[0]?.path).toBe('/Users/alice/a b');
  });

  it.each([
    { given: [], remoteLogin: false },
    { given: [{ id: 'a', kind: 'desktop' }], remoteLogin: false },
    { given: [{ id: 'a', kind: 'ssh' }], remoteLogin: true },
  ])('has Remote Login on exactly where somebody came in by it: $given', ({ given, remoteLogin }) => {
    expect(planOf({ user, sessions: given }).remoteLogin).toBe(remoteLogin);
    expect(planOf({ user, sessions: given, remoteLogin: !remoteLogin }).remoteLogin).toBe(!remoteLogin);
  });

  it.each([
    { paths: ['a.keychain', 'login.keychain-db'], login: 1, standard: 1 },
    { paths: ['a.keychain', 'b.keychain'], login: -1, standard: 0 },
  ])('finds the login and the default keychain by name and order: $paths', ({ paths, login, standard }) => {
    const { keychains } = planOf({ user, keychains: paths.map((path) => ({ path })) });
    expect(keychains.findIndex(({ isLogin }) => isLogin)).toBe(login);
    expect(keychains.findIndex(({ isDefault }) => isDefault)).toBe(standard);
  });

  it('lets a mark outrank the name', () => {
    const marked = { path: 'b.keychain', isLogin: true, isDefault: true };
    const { keychains } = planOf({ user, keychains: [{ path: 'login.keychain-db' }, marked] });
    expect(keychains.map(({ isLogin, isDefault }) => [isLogin, isDefault])).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('always has a desktop session to run in, listed only where the scenario leaves sessions out', () => {
    expect(planOf({ user }).sessions).toMatchObject([{ id: 'desktop', kind: 'desktop', isListed: true }]);
    expect(planOf({ user, sessions: [{ id: 'desktop', kind: 'ssh' }] }).sessions).toMatchObject([
      { id: 'desktop-of-nobody', kind: 'desktop', isListed: false, unlocked: [] },
      { id: 'desktop', kind: 'ssh' },
    ]);
  });

  it('takes times relative to its own now, also inside files', () => {
    const plan = planOf({
      user,
      now: '2026-09-10T08:00:00Z',
      sessions: [{ id: 'a', kind: 'ssh', startedAt: '@now-90m' }],
      files: { '~/x.json': { at: '@now+2d', iso: '@iso-1h', text: 'see @now+2d' } },
    });
    expect(plan.sessions[1]?.startedAtMs).toBe(Date.parse('2026-09-10T06:30:00Z'));
    expect(JSON.parse(plan.files[0]?.text ?? '')).toEqual({
      at: Date.parse('2026-09-12T08:00:00Z'),
      iso: '2026-09-10T07:00:00.000Z',
      text: 'see @now+2d',
    });
  });

  it('leaves alone what it does not know', () => {
    expect(planOf({ user, comment: 'hello', keychains: [{ path: 'a', note: 1 }] }).keychains).toHaveLength(1);
  });
});

describe('what a scenario may not say', () => {
  const keychains = [{ path: '~/a.keychain' }];
  it.each([
    ['nothing at all', null, 'The scenario must be an object'],
    ['no user', {}, 'user must be an object; it is missing'],
    ['a user name with a slash', { user: { name: 'a/b' } }, 'user.name must be a short user name'],
    [
      'a word for a number',
      { user: { name: 'a', uid: '501' } },
      'user.uid must be a whole number, 0 or more; it is "501"',
    ],
    ['a time that is none', { user, now: 'tomorrow' }, 'now must be a time'],
    [
      'a path upwards',
      { user, files: { '~/../../etc/passwd': '' } },
      'files["~/../../etc/passwd"] must not contain ".."',
    ],
    ['a relative file', { user, files: { 'a.txt': '' } }, 'must be an absolute path'],
    [
      'a yes for a true',
      { user, keychains: [{ path: 'a', lockOnSleep: 'yes' }] },
      'keychains[0].lockOnSleep must be true or false',
    ],
    ['a negative timeout', { user, keychains: [{ path: 'a', idleTimeoutSeconds: -1 }] }, 'must be a whole number'],
    [
      'one keychain twice',
      { user, keychains: [...keychains, ...keychains] },
      'must not name /Users/alice/a.keychain twice',
    ],
    [
      'two login keychains',
      {
        user,
        keychains: [
          { path: 'a', isLogin: true },
          { path: 'b', isLogin: true },
        ],
      },
      'one isLogin at most',
    ],
    [
      'an item of no class',
      { user, keychains: [{ path: 'a', items: [{ class: 'cert' }] }] },
      'items[0].class must be one of genp, inet',
    ],
    [
      'an unknown kind of session',
      { user, sessions: [{ id: 'a', kind: 'telnet' }] },
      'sessions[0].kind must be one of desktop, ssh',
    ],
    [
      'one session twice',
      {
        user,
        sessions: [
          { id: 'a', kind: 'ssh' },
          { id: 'a', kind: 'ssh' },
        ],
      },
      'the id "a" twice',
    ],
    [
      'an unlock of nothing',
      { user, keychains, sessions: [{ id: 'a', kind: 'ssh', unlocked: ['~/b'] }] },
      'sessions[0].unlocked[0] must be the path of one of the keychains',
    ],
    [
      'one pid twice',
      {
        user,
        processes: [
          { pid: 9, command: 'a' },
          { pid: 9, command: 'b' },
        ],
      },
      'the pid 9 twice',
    ],
    [
      'a tmux server without a process',
      { user, tmux: [{ socket: 'default' }] },
      'tmux[0].serverPid must be a whole number',
    ],
    ['a fault of no tool', { user, faults: [{ exit: 1 }] }, 'faults[0].tool must be a text; it is missing'],
    [
      'a signal that is none',
      { user, faults: [{ tool: 'ps', signal: 'SIGNOTHING' }] },
      'faults[0].signal must be a signal',
    ],
  ])('refuses %s and says where', (_, scenario, sentence) => {
    const parsed = parseScenario(scenario, realNow);
    expect(parsed).toMatchObject({ ok: false, reason: expect.stringContaining(sentence) });
  });
});
