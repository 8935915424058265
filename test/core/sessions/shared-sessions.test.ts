import { describe, expect, it } from 'vitest';
import type { Beacon } from '../../../electron/core/sessions/beacon';
import { freshSshLogin } from '../../../electron/core/sessions/next-login';
import { describeSessions, measureSessions, type Vantage } from '../../../electron/core/sessions/remote-sessions';
import type { FreshLoginTest } from '../../../electron/core/words/pending';
import type { SessionAttributes } from '../../../electron/core/words/session';
import { loginPath, sighting } from '../sample-facts';

const now = Date.UTC(2026, 8, 10, 9, 0);
const at = (secondsAgo: number) => new Date(now - secondsAgo * 1000).toISOString();
const relock = { idleTimeoutSeconds: null, wokeAt: null };

const overSsh = (id: number): SessionAttributes => ({ id, graphicAccess: false, remote: true, initial: false });
const ofDesktop: SessionAttributes = { id: 100_006, graphicAccess: true, remote: false, initial: false };
const ofDaemons: SessionAttributes = { id: 100_000, graphicAccess: false, remote: false, initial: true };

const notAsked = { lock: 'unknown', exitCode: null, reason: 'no-ssh-birth' } as const;
const beacon = (changes: Partial<Beacon>): Beacon => ({
  ...{ writtenAt: at(30), pid: 4321, tty: 'ttys004', sshConnection: null, tmuxSocket: null },
  ...{ managerName: 'Background', keychainPath: loginPath, lock: 'locked', exitCode: 36, variables: [] },
  ...changes,
});

const vantage = (beacons: readonly Beacon[], changes: Partial<Vantage> = {}): Vantage => ({
  ...{
    session: 'desktop',
    securitySession: ofDesktop,
    userName: 'alice',
    keychainPath: loginPath,
    beacons,
    now,
    relock,
  },
  loginLock: { state: 'unlocked', session: 'desktop' },
  ...changes,
});

const socket = '/private/tmp/tmux-501/default';
const server = (bornIn: 'desktop' | 'ssh' | 'initial' | 'unknown') =>
  sighting({ id: `tmux-server:${socket}`, kind: 'tmux-server', bornIn, grounds: 'nothing tells' });
const inServer = (changes: Partial<Beacon>) => beacon({ tmuxSocket: socket, ...changes });
const login = (pid: number, tty: string) =>
  sighting({ id: `ssh:${pid}`, kind: 'ssh', bornIn: 'ssh', grounds: 'sshd started it', tty });

const tested = (kind: 'shared' | 'separate', sees: FreshLoginTest['sees'], secondsAgo = 60): FreshLoginTest => ({
  ...{ at: at(secondsAgo), sees, reason: 'A login was made.' },
  sharing: { kind, sessionId: 100_050 },
});

const short = (vantageNow: Vantage, ...places: Parameters<typeof describeSessions>[0]) =>
  describeSessions(places, vantageNow).map(({ bornIn, sees, basis }) => `${bornIn} ${sees} ${basis}`);

describe('a report from inside', () => {
  it.each<[string, ReturnType<typeof server>, Partial<Beacon>, string]>([
    ['wins where nobody knows the birth', server('unknown'), {}, 'unknown locked measured'],
    ['wins over the desktop’s state', server('desktop'), {}, 'unknown locked measured'],
    [
      'that says what the desktop says too',
      server('desktop'),
      { lock: 'unlocked', exitCode: 0 },
      'desktop unlocked measured',
    ],
    [
      'with the desktop’s number',
      server('unknown'),
      { ...notAsked, securitySession: ofDesktop },
      'desktop unlocked measured',
    ],
    ['with another number', server('desktop'), { ...notAsked, securitySession: overSsh(9) }, 'ssh locked inferred'],
    [
      'of the session of daemons',
      server('unknown'),
      { ...notAsked, securitySession: ofDaemons },
      'initial unknown inferred',
    ],
    ['of that session, asked', server('unknown'), { securitySession: ofDaemons }, 'initial locked measured'],
    ['of Background, not asked', server('unknown'), notAsked, 'unknown unknown inferred'],
    ['of Aqua', server('unknown'), { ...notAsked, managerName: 'Aqua' }, 'desktop unlocked measured'],
  ])('%s', (_what, place, report, expected) => {
    expect(short(vantage([inServer(report)]), place)).toEqual([expected]);
  });

  it('does not win over a change of the desktop that was seen since', () => {
    const since = { state: 'unlocked', session: 'desktop', since: at(10) } as const;
    expect(short(vantage([inServer({})], { loginLock: since }), server('desktop'))).toEqual([
      'desktop unlocked measured',
    ]);
  });
});

describe('two SSH logins', () => {
  const one = login(4301, 'ttys004');
  const other = login(4400, 'ttys005');
  const reportOfOne = beacon({ lock: 'unlocked', exitCode: 0, securitySession: overSsh(100_050) });

  it('are told apart where nobody has compared them', () => {
    expect(short(vantage([reportOfOne]), one, other)).toEqual(['ssh unlocked measured', 'ssh locked inferred']);
  });

  it('have one state where their numbers are the same', () => {
    const reports = [reportOfOne, beacon({ pid: 2, tty: 'ttys005', ...notAsked, securitySession: overSsh(100_050) })];
    const [, row] = describeSessions([one, other], vantage(reports));
    expect(row).toMatchObject({ sees: 'unlocked', basis: 'measured', measuredAt: at(30) });
  });

  it('have one state where a test has found that logins share a session, the newest that anybody saw', () => {
    const shared = vantage([reportOfOne], { freshLoginTest: tested('shared', 'locked') });
    expect(short(shared, one, other)).toEqual(['ssh unlocked measured', 'ssh unlocked measured']);
    const later = vantage([reportOfOne], { freshLoginTest: tested('shared', 'locked', 5) });
    expect(short(later, other)).toEqual(['ssh locked measured']);
  });

  it('have not where the test has found two sessions', () => {
    const separate = vantage([reportOfOne], { freshLoginTest: tested('separate', 'locked') });
    expect(short(separate, one, other)).toEqual(['ssh unlocked measured', 'ssh locked inferred']);
  });

  it('of somebody else have another keychain', () => {
    const shared = vantage([], { freshLoginTest: tested('shared', 'unlocked') });
    expect(short(shared, { ...other, user: 'bob' })).toEqual(['ssh unknown inferred']);
  });
});

describe('the next login', () => {
  const next = (test: FreshLoginTest | null, beacons: readonly Beacon[] = [], wokeAt: number | null = null) => {
    const places = [login(4301, 'ttys004')];
    const known = vantage(beacons, { freshLoginTest: test, relock: { idleTimeoutSeconds: null, wokeAt } });
    const measurements = measureSessions(places, known);
    return freshSshLogin({ ...known, remoteLogin: 'on', test, measurements });
  };

  it('starts locked as far as anybody has reported', () => {
    expect(next(null)).toMatchObject({ sees: 'locked', basis: 'inferred' });
    expect(next(null).reason).toContain('as far as anybody has reported');
  });

  it('has the state of the session that logins share, whoever saw it last', () => {
    const report = beacon({ lock: 'unlocked', exitCode: 0, securitySession: overSsh(100_050) });
    expect(next(tested('shared', 'locked'))).toMatchObject({ sees: 'locked', measuredAt: at(60) });
    expect(next(tested('shared', 'locked'), [report])).toMatchObject({ sees: 'unlocked', measuredAt: at(30) });
  });

  it('is not said to be unlocked by a test that is older than a sleep which locks', () => {
    expect(next(tested('shared', 'unlocked'), [], now - 30_000)).toMatchObject({ sees: 'locked', basis: 'inferred' });
  });
});

describe('a place in the session of daemons', () => {
  it('gets the command that adds the keychain to its search list, locked or not', () => {
    for (const report of [notAsked, {}, { lock: 'unlocked', exitCode: 0 } as const]) {
      const [row] = describeSessions([server('initial')], vantage([inServer(report)]));
      expect(row?.help).toMatchObject({ kind: 'copy-command', command: expect.stringContaining('list-keychains -s') });
    }
  });
});
