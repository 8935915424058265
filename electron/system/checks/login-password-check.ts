import { notMeasured } from '../../core/diagnosis/facts';
import type { MacDoors } from '../doors';
import type { Check } from './check';

const mostNames = 500;
/** What macOS calls the old login keychain when somebody lets it make a new one. */
const renamed = /^login_renamed_\d+\.keychain(?:-db)?$/;

/**
 * Whether the login keychain still opens with the login password. Only the password itself would tell, and Latchkey never
 * asks for it: the answer is always that it cannot be known, with the signs that there are.
 */
export const createLoginPasswordCheck = ({ host, lock, autoLock, security, readFolder }: MacDoors): Check => ({
  id: 'login-password',
  hosts: [],
  async run() {
    const login = await security.loginKeychain();
    const path = login.ok ? login.value : `${host.homeFolder}/Library/Keychains/login.keychain-db`;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const [reading, listed] = await Promise.all([lock.read(path), readFolder(folder, mostNames)]);
    const names = listed.kind === 'names' ? listed.names : [];
    const settings = await autoLock.read(path, reading);
    const neverLocks = settings.source !== 'unknown' && !settings.lockOnSleep && settings.idleTimeoutSeconds === null;
    const isInDesktop = !host.environment.SSH_CONNECTION;
    const signs = [
      ...(reading.state === 'locked' && neverLocks && isInDesktop
        ? ['it is locked here although it never locks itself, which can be a sign that logging in did not open it']
        : []),
      ...names.filter((name) => renamed.test(name)).map((name) => `an older one was put aside as ${name}`),
    ];
    const reason = 'only the password itself would tell, and Latchkey does not ask for it';
    const seen = signs.length === 0 ? '' : ` What can be seen: ${signs.join('; ')}.`;
    const unseen =
      listed.kind === 'unreadable'
        ? ` Whether an older one was put aside could not be looked up: ${folder} could not be listed (${listed.reason}).`
        : '';
    return {
      lookedAt: path,
      result: 'not-possible',
      sentence: `Whether its password is still the login’s cannot be known: ${reason}.${seen}${unseen}`,
      facts: { loginPassword: notMeasured(reason) },
    };
  },
});
