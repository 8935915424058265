import { unlockOverSshCommand } from './commands';
import type { RemoteSession, SecuritySession, SessionHelp } from './snapshot';

type Seen = Pick<RemoteSession, 'id' | 'kind' | 'bornIn' | 'sees'>;

/** The one thing that helps a session which sees a locked keychain; null where nothing is locked or nothing would help. */
export const helpFor = (
  { id, kind, bornIn, sees }: Seen,
  keychainPath: string | null,
  vantage: SecuritySession,
): SessionHelp | null => {
  if (sees !== 'locked' || keychainPath === null) return null;
  if (bornIn === 'desktop') return vantage === 'desktop' ? { kind: 'unlock', keychainPath } : null;
  // Nobody can type inside it: it has to be started again from the desktop, and its warning says so.
  if (kind === 'agent-daemon') return null;
  if (kind === 'tmux-server' && bornIn === 'ssh') return { kind: 'open-unlock-prompt', sessionId: id };
  return { kind: 'copy-command', command: unlockOverSshCommand(keychainPath) };
};
