import type { ClaudeCodeActivity, ClaudeCodeProcess } from '../../electron/core/claude-code-activity';
import type { Readings, SessionSighting } from '../../electron/core/readings';
import type { Credential, Keychain, RemoteAccess } from '../../electron/core/snapshot';

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
  host: { platform: 'simulated-macos', macosVersion: '26.1', managerName: 'Aqua' },
  userName: 'alice',
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
