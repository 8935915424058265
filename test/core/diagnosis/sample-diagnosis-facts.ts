import {
  type ClaudeCodeFact,
  type DiagnosisFacts,
  inferred,
  measured,
  notMeasured,
  type OverridingSetting,
  type SessionLock,
  type StoredCredential,
} from '../../../electron/core/diagnosis/facts';
import type { HostFacts } from '../../../electron/core/diagnosis/host-facts';
import { matchMessage } from '../../../electron/core/diagnosis/messages/match-message';

/** Plain facts for the tables: a healthy Mac looked at from its desktop, with one valid Claude Code login in the keychain. */
export const now = Date.UTC(2026, 8, 10, 10);
export const loginPath = '/Users/alice/Library/Keychains/login.keychain-db';

const session = (changes: Partial<SessionLock>): SessionLock => ({
  id: 'desktop',
  title: 'the desktop session',
  kind: 'desktop',
  bornIn: 'desktop',
  sees: 'unlocked',
  basis: 'measured',
  isThisSession: false,
  ...changes,
});

type Sees = SessionLock['sees'];

export const desktop = (sees: Sees, isThisSession = true): SessionLock => session({ sees, isThisSession });
export const sshLogin = (sees: Sees, changes: Partial<SessionLock> = {}): SessionLock =>
  session({ id: 'ssh:41', title: 'the SSH login on ttys001', kind: 'ssh', bornIn: 'ssh', sees, ...changes });
export const tmuxServer = (sees: Sees, changes: Partial<SessionLock> = {}): SessionLock =>
  session({ id: 'tmux:work', title: 'the tmux server ‘work’', kind: 'tmux-server', bornIn: 'ssh', sees, ...changes });
export const daemon = (sees: Sees): SessionLock =>
  session({
    id: 'daemon',
    title: 'Claude Code’s daemon',
    kind: 'agent-daemon',
    bornIn: 'ssh',
    sees,
    basis: 'inferred',
  });
export const nextLogin = (): SessionLock =>
  session({
    id: 'fresh-ssh',
    title: 'the next SSH login',
    kind: 'fresh-ssh',
    bornIn: 'ssh',
    sees: 'locked',
    basis: 'inferred',
  });

export const login = (changes: Partial<StoredCredential> = {}): StoredCredential => ({
  tool: 'claude-code',
  name: 'Claude Code',
  store: 'login-keychain',
  overSsh: 'breaks',
  status: 'valid',
  expiresAt: null,
  reason: 'It is in the item ‘Claude Code-credentials’.',
  ...changes,
});

export const expiredLogin = (changes: Partial<StoredCredential> = {}): StoredCredential =>
  login({ status: 'expired', expiresAt: now - 3_600_000, ...changes });

export const host = (changes: Partial<HostFacts> = {}): HostFacts => ({
  host: 'api.anthropic.com',
  role: 'api',
  tools: ['claude-code'],
  dns: { kind: 'ok', tookMs: 20 },
  tcp: { kind: 'ok', tookMs: 30 },
  tls: { kind: 'ok', tookMs: 40 },
  http: { kind: 'answered', tookMs: 80, status: 401, body: 'whole' },
  ...changes,
});

const later = { kind: 'not-measured', reason: 'the step before failed' } as const;

/** The host that fails at its first step, at its second, …: what comes after was not measured. */
export const failsAt = {
  dns: (dns: HostFacts['dns']): HostFacts => host({ dns, tcp: later, tls: later, http: later }),
  tcp: (tcp: HostFacts['tcp']): HostFacts => host({ tcp, tls: later, http: later }),
  tls: (tls: HostFacts['tls']): HostFacts => host({ tls, http: later }),
  status: (status: number, retryAfterSeconds?: number): HostFacts =>
    host({
      http: {
        kind: 'answered',
        tookMs: 90,
        status,
        body: 'whole',
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      },
    }),
  body: (): HostFacts => host({ http: { kind: 'answered', tookMs: 90, status: 200, body: 'truncated' } }),
};

export const claudeCodes = (changes: Partial<ClaudeCodeFact> = {}) =>
  measured<ClaudeCodeFact>({ running: 1, headless: 0, mayHoldOldToken: 0, refreshLock: 'free', ...changes });

const setting = (changes: Partial<OverridingSetting> = {}): OverridingSetting => ({
  tool: 'claude-code',
  name: 'ANTHROPIC_API_KEY',
  kind: 'key',
  where: 'set in the environment',
  ...changes,
});

/** These settings; the first wins. */
export const overruledBy = (...changes: readonly Partial<OverridingSetting>[]) => {
  const settings = changes.map(setting);
  return measured({ settings, wins: settings[0]?.name ?? null, reason: 'It stands first in the documented order.' });
};

export const saying = (text: string, tool?: string): Pick<DiagnosisFacts, 'message'> => ({
  message: matchMessage(text, tool),
});

export const facts = (changes: Partial<DiagnosisFacts> = {}): DiagnosisFacts => ({
  sessions: measured([desktop('unlocked')]),
  autoLock: measured({ lockOnSleep: false, idleTimeoutSeconds: null }),
  loginKeychainPath: measured(loginPath),
  loginKeychainFile: measured('readable'),
  searchList: measured({ hasLogin: true, missing: [] }),
  defaultKeychain: measured('present'),
  loginPassword: inferred('in-step'),
  credentials: measured([login()]),
  claudeCode: claudeCodes(),
  overrides: measured({ settings: [], wins: null, reason: '' }),
  claudeCopies: measured([{ path: '/Users/alice/.local/bin/claude', version: '2.1.240' }]),
  claudeNewest: measured('2.1.240'),
  folders: measured([]),
  disk: measured({ path: '/', freeBytes: 50e9 }),
  editors: measured([]),
  localPrograms: measured([]),
  dockerHelper: measured(null),
  hosts: measured([host()]),
  proxy: measured({ variables: [], system: 'off', answer: 'no-proxy' }),
  vpn: measured({ isUp: false, interfaces: [] }),
  clockSkewSeconds: measured(1),
  service: measured({ state: 'operational', description: 'All Systems Operational' }),
  ...changes,
});

const off = notMeasured('network checks are off');

/** What is known while network checks are off. */
export const localFacts = (changes: Partial<DiagnosisFacts> = {}): DiagnosisFacts =>
  facts({ claudeNewest: off, hosts: off, clockSkewSeconds: off, service: off, ...changes });
