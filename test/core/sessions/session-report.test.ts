import { describe, expect, it } from 'vitest';
import type { Beacon } from '../../../electron/core/sessions/beacon';
import { describeSessions, type Vantage } from '../../../electron/core/sessions/remote-sessions';
import { loginPath, sighting } from '../sample-facts';

const now = Date.UTC(2026, 8, 10, 9, 0);
const at = (secondsAgo: number) => new Date(now - secondsAgo * 1000).toISOString();

const beacon = (changes: Partial<Beacon> = {}): Beacon => ({
  writtenAt: at(20),
  pid: 4321,
  tty: 'ttys004',
  sshConnection: { clientAddress: '192.168.1.9', clientPort: 50_000, serverAddress: '10.0.0.1', serverPort: 22 },
  tmuxSocket: null,
  managerName: 'Background',
  keychainPath: loginPath,
  lock: 'unlocked',
  exitCode: 0,
  variables: [],
  ...changes,
});

const never = { idleTimeoutSeconds: null, wokeAt: null };

const vantage = (beacons: readonly Beacon[], relock: Vantage['relock'] = never): Vantage => ({
  session: 'desktop',
  loginLock: { state: 'locked', session: 'desktop' },
  keychainPath: loginPath,
  userName: 'alice',
  beacons,
  relock,
  now,
});

const ssh = sighting({
  id: 'ssh:4301',
  kind: 'ssh',
  bornIn: 'ssh',
  tty: 'ttys004',
  from: '192.168.1.9',
  startedAt: at(3600),
});
const socket = '/private/tmp/tmux-501/default';
const server = sighting({ id: `tmux-server:${socket}`, bornIn: 'ssh', startedAt: at(3600) });
const inServer = { tty: 'ttys009', tmuxSocket: socket };

describe('a report from inside', () => {
  it.each<[string, ReturnType<typeof sighting>, Partial<Beacon>, string, string]>([
    ['measures its login', ssh, {}, 'unlocked', 'measured'],
    ['measures it as locked, too', ssh, { lock: 'locked', exitCode: 36 }, 'locked', 'measured'],
    ['counts for a login with several terminals', { ...ssh, tty: 'ttys001,ttys004' }, {}, 'unlocked', 'measured'],
    [
      'counts where `who` knows a name instead of an address',
      { ...ssh, from: 'laptop.local' },
      {},
      'unlocked',
      'measured',
    ],
    [
      'counts for whatever has its terminal inside',
      sighting({ id: 'screen:5102', kind: 'screen', bornIn: 'ssh', terminals: ['ttys003', 'ttys004'] }),
      {},
      'unlocked',
      'measured',
    ],
    ['from another terminal says nothing', ssh, { tty: 'ttys005' }, 'locked', 'inferred'],
    [
      'from another client says nothing',
      ssh,
      { sshConnection: { clientAddress: '10.9.9.9', clientPort: 1, serverAddress: '10.0.0.1', serverPort: 22 } },
      'locked',
      'inferred',
    ],
    ['from before the login began is of an earlier one', ssh, { writtenAt: at(7200) }, 'locked', 'inferred'],
    ['that is stale is no measurement', ssh, { writtenAt: at(1800) }, 'locked', 'inferred'],
    ['from the future is not believed', ssh, { writtenAt: at(-3600) }, 'locked', 'inferred'],
    [
      'about another keychain says nothing',
      ssh,
      { keychainPath: '/Users/alice/other.keychain-db' },
      'locked',
      'inferred',
    ],
    ['that could not tell leaves it inferred', ssh, { lock: 'unknown', exitCode: 50 }, 'locked', 'inferred'],
    ['from a pane measures its server', server, inServer, 'unlocked', 'measured'],
    [
      'from a pane of another server says nothing',
      server,
      { ...inServer, tmuxSocket: '/private/tmp/tmux-501/other' },
      'locked',
      'inferred',
    ],
    ['from a pane says nothing of the login it is shown in', ssh, { tmuxSocket: socket }, 'locked', 'inferred'],
    [
      'tells where a server was born that nobody knew',
      { ...server, bornIn: 'unknown' },
      inServer,
      'unlocked',
      'measured',
    ],
    ['wins over what follows from a birth', { ...server, bornIn: 'desktop' }, inServer, 'unlocked', 'measured'],
  ])('%s', (_name, place, report, sees, basis) => {
    expect(describeSessions([place], vantage([beacon(report)]))[0]).toMatchObject({ sees, basis });
  });

  it.each<[string, Partial<Beacon>, Partial<Vantage['relock']>, string]>([
    ['unlocked, before the Mac slept: it may have locked', {}, { wokeAt: now - 10_000 }, 'locked inferred'],
    ['unlocked, since the Mac woke', {}, { wokeAt: now - 30_000 }, 'unlocked measured'],
    ['unlocked, longer ago than the idle timeout', {}, { idleTimeoutSeconds: 20 }, 'locked inferred'],
    ['unlocked, within the idle timeout', {}, { idleTimeoutSeconds: 21 }, 'unlocked measured'],
    [
      'locked: no sleep and no timeout unlocks',
      { lock: 'locked', exitCode: 36 },
      { idleTimeoutSeconds: 20, wokeAt: now - 10_000 },
      'locked measured',
    ],
  ])('%s', (_name, report, relock, expected) => {
    const [row] = describeSessions([ssh], vantage([beacon(report)], { ...never, ...relock }));
    expect(`${row?.sees} ${row?.basis}`).toBe(expected);
  });

  it('is shown with its time', () => {
    expect(describeSessions([ssh], vantage([beacon()]))[0]?.measuredAt).toBe(at(20));
  });

  it('is the newest of several', () => {
    const reports = [beacon({ writtenAt: at(60), lock: 'locked', exitCode: 36 }), beacon({ writtenAt: at(5) })];
    expect(describeSessions([ssh], vantage(reports))[0]).toMatchObject({ sees: 'unlocked', measuredAt: at(5) });
  });

  it('changes its own row and no other', () => {
    const other = { ...ssh, id: 'ssh:4400', tty: 'ttys005' };
    const rows = describeSessions([ssh, other], vantage([beacon()]));
    expect(rows.map(({ sees, basis }) => `${sees} ${basis}`)).toEqual(['unlocked measured', 'locked inferred']);
  });

  it('names the variables of all its shells, never a value', () => {
    const reports = [
      beacon({ variables: ['GH_TOKEN'] }),
      beacon({ pid: 2, variables: ['ANTHROPIC_API_KEY', 'GH_TOKEN'] }),
    ];
    expect(describeSessions([ssh], vantage(reports))[0]?.exportedVariables).toEqual(['ANTHROPIC_API_KEY', 'GH_TOKEN']);
  });
});

describe('what helps', () => {
  it.each([
    ['a desktop-born server: unlock here', sighting(), { kind: 'unlock', keychainPath: loginPath }],
    ['an SSH login: the command', ssh, { kind: 'copy-command', command: `security unlock-keychain ${loginPath}` }],
    ['an SSH-born tmux server: a prompt in it', server, { kind: 'open-unlock-prompt', sessionId: server.id }],
    [
      'an SSH-born screen: the command',
      { ...server, kind: 'screen' as const },
      { kind: 'copy-command', command: `security unlock-keychain ${loginPath}` },
    ],
  ])('%s', (_name, place, help) => {
    expect(describeSessions([place], vantage([]))[0]?.help).toEqual(help);
  });

  it('is nothing for an agent in the background, in which nobody can type', () => {
    const daemon = { ...server, kind: 'agent-daemon' as const };
    expect(describeSessions([daemon], vantage([]))[0]).not.toHaveProperty('help');
  });

  it('is nothing where nothing is locked, or where it is not ours', () => {
    expect(describeSessions([ssh], vantage([beacon()]))[0]).not.toHaveProperty('help');
    expect(describeSessions([{ ...ssh, user: 'bob' }], vantage([]))[0]).not.toHaveProperty('help');
  });
});
