import { measured } from '../../../electron/core/diagnosis/facts';
import { claudeCodes, desktop, expiredLogin, login, sshLogin } from './sample-diagnosis-facts';

/** What goes wrong in more than one case of the tables. */
export const outage = measured({ state: 'outage', description: 'Major outage' } as const);
export const fullDisk = measured({ path: '/', freeBytes: 0 });
export const expired = measured([expiredLogin()]);
export const lockedDesktop = measured([desktop('locked')]);
export const inLockedSsh = measured([desktop('unlocked', false), sshLogin('locked', { isThisSession: true })]);
export const stuck = claudeCodes({ refreshLock: 'stuck', refreshLockPath: '/Users/alice/.claude/.oauth_refresh.lock' });
export const vpnUp = measured({ isUp: true, interfaces: ['utun4'] });
export const twoCopies = measured([
  { path: '/opt/homebrew/bin/claude', version: '2.0.1' },
  { path: '/Users/alice/.local/bin/claude', version: '2.1.240' },
]);
export const rootsFolder = measured([
  { path: '/Users/alice/.claude', what: 'Claude Code’s configuration', tool: 'claude-code', state: 'not-writable' },
] as const);
export const proxyWantsPassword = measured({
  variables: ['HTTPS_PROXY'],
  system: 'off',
  answer: 'password-needed',
} as const);
export const editors = (storage: 'present' | 'missing', conflicting: readonly string[] = ['a.claude', 'b.claude']) =>
  measured([{ editor: 'vscode', name: 'VS Code', storage, extensions: [], conflicting }] as const);

/** Asked from inside an SSH login in which the keychain is open. */
export const inOpenSsh = measured([desktop('unlocked', false), sshLogin('unlocked', { isThisSession: true })]);
export const signedOut = measured([login({ status: 'signed-out', store: 'none' })]);
const inFile = { store: 'file', overSsh: 'survives' } as const;
export const awsEnded = measured([
  expiredLogin({ tool: 'aws', name: 'AWS CLI', account: 'corp', profile: 'dev', ...inFile }),
]);
export const kubectlEnded = measured([
  expiredLogin({ tool: 'kubectl', name: 'kubectl', account: 'dev', profile: 'dev', ...inFile }),
]);
export const npmLogin = measured([
  login({ tool: 'npm', name: 'npm', account: 'registry.npmjs.org', status: 'unknown', ...inFile }),
]);
export const gitLogin = measured([login({ tool: 'git', name: 'git', status: 'unknown' })]);
export const ghLogin = measured([
  login({ tool: 'gh', name: 'GitHub CLI', account: 'octocat@github.com', status: 'unknown' }),
]);
export const dockerLogin = measured([login({ tool: 'docker', name: 'Docker', account: 'ghcr.io', status: 'unknown' })]);
