import { searchAndUnlockCommand, unlockOverSshCommand } from '../keychain/commands';
import type { SecuritySession } from '../words/keychain';
import type { RemoteSession } from '../words/session';
import type { SessionHelp } from '../words/warning';

type Seen = Pick<RemoteSession, 'id' | 'kind' | 'bornIn' | 'sees'>;

/**
 * The one thing that helps a session which sees a locked keychain, or which does not search it at all; null where nothing is
 * locked or nothing would help.
 */
export const helpFor = (
  { id, kind, bornIn, sees }: Seen,
  keychainPath: string | null,
  vantage: SecuritySession,
): SessionHelp | null => {
  if (keychainPath === null) return null;
  if (bornIn === 'initial') {
    return nobodyTypesIn(kind) ? null : { kind: 'copy-command', command: searchAndUnlockCommand(keychainPath) };
  }
  if (sees !== 'locked') return null;
  if (bornIn === 'desktop') return vantage === 'desktop' ? { kind: 'unlock', keychainPath } : null;
  // Nobody can type inside it: it has to be started again from the desktop, and its warning says so.
  if (nobodyTypesIn(kind)) return null;
  if (kind === 'tmux-server' && bornIn === 'ssh') return { kind: 'open-unlock-prompt', sessionId: id };
  return { kind: 'copy-command', command: unlockOverSshCommand(keychainPath) };
};

const nobodyTypesIn = (kind: Seen['kind']): boolean => kind === 'agent-daemon' || kind === 'background-job';
