import type { HostReading, Readings, RemoteAccessReading, SessionsReading } from '../../electron/core/state/readings';
import type { ClaudeCodeActivity, ClaudeCodeProcess } from '../../electron/core/words/claude-code-activity';
import type { Credential } from '../../electron/core/words/credential';
import type { Keychain } from '../../electron/core/words/keychain';
import { type Reading, read, unread } from '../../electron/core/words/reading';
import type { RemoteAccess, SessionSighting } from '../../electron/core/words/session';

/** Plain facts for the tables of core: an unlocked login keychain that never locks, on a Mac with Remote Login on. */
export const loginPath = '/Users/alice/Library/Keychains/login.keychain-db';

export const remoteAccess: RemoteAccess = {
  remoteLogin: 'on',
  screenSharing: 'off',
  autoLogin: 'off',
  fileVault: 'off',
  systemSleepMinutes: 10,
};

export const keychain = (changes: Partial<Keychain> = {}): Keychain => ({
  path: loginPath,
  isLogin: true,
  isDefault: true,
  lock: { state: 'unlocked', session: 'desktop' },
  autoLock: { lockOnSleep: false, idleTimeoutSeconds: null, source: 'session' },
  forecast: { kind: 'never', reason: '' },
  ...changes,
});

export const sighting = (changes: Partial<SessionSighting> = {}): SessionSighting => ({
  id: 'tmux-server:/private/tmp/tmux-501/default',
  kind: 'tmux-server',
  user: 'alice',
  bornIn: 'desktop',
  grounds: 'its environment names no SSH connection',
  isThisSession: false,
  attachedClients: 1,
  remoteClients: 1,
  ...changes,
});

export const credential = (changes: Partial<Credential> = {}): Credential => ({
  tool: 'claude-code',
  name: 'Claude Code',
  installed: true,
  store: 'login-keychain',
  overSsh: 'breaks',
  reason: '',
  status: 'valid',
  expiry: null,
  ...changes,
});

export const claudeCodeProcess = (changes: Partial<ClaudeCodeProcess> = {}): ClaudeCodeProcess => ({
  pid: 101,
  kind: 'interactive',
  startedAt: '2026-09-10T06:00:00.000Z',
  basis: 'session-file',
  mayHoldOldToken: 'no',
  ...changes,
});

export const claudeCodeActivity = (changes: Partial<ClaudeCodeActivity> = {}): ClaudeCodeActivity => ({
  processes: [claudeCodeProcess()],
  moreProcesses: 0,
  nextRefresh: { kind: 'stored', at: '2026-09-10T11:00:00.000Z', account: 'work', reason: '' },
  refreshLock: { state: 'free' },
  advice: [],
  ...changes,
});

export const readings = (changes: Partial<Readings> = {}): Readings => ({
  host: {
    platform: 'simulated-macos',
    macosVersion: '26.1',
    managerName: 'Aqua',
    securitySession: { id: 100006, graphicAccess: true, remote: false, initial: false },
  },
  userName: 'alice',
  timeZone: () => 'UTC',
  keychains: [
    {
      path: loginPath,
      isLogin: true,
      isDefault: true,
      lock: { state: 'unlocked' },
      autoLock: { lockOnSleep: false, idleTimeoutSeconds: null, source: 'session' },
    },
  ],
  remoteAccess,
  sessions: [],
  beacons: [],
  credentials: [],
  ...changes,
});

/** The same as the doors tell it: what is unknown was not read. */
export const remoteAccessReading = (access: RemoteAccess = remoteAccess): RemoteAccessReading => ({
  remoteLogin: known(access.remoteLogin),
  screenSharing: known(access.screenSharing),
  autoLogin: known(access.autoLogin),
  fileVault: known(access.fileVault),
  systemSleepMinutes: known(access.systemSleepMinutes),
  systemSleep: access.systemSleep === undefined ? unread('It did not answer.') : read(access.systemSleep),
});

const known = <Value>(value: Value | 'unknown'): Reading<Value> =>
  value === 'unknown' ? unread('It did not answer.') : read(value);

export const hostReading: HostReading = { macosVersion: read('26.1'), managerName: read('Aqua') };

export const sessionsReading = (rows: readonly SessionSighting[] = []): SessionsReading => ({
  kind: 'read',
  value: rows,
  doubts: [],
});
