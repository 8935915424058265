import type { OnOff, RemoteSession, SessionKind } from '../words/session';

export const sessionKindName: Readonly<Record<SessionKind, string>> = {
  ssh: 'SSH login',
  'tmux-server': 'tmux server',
  screen: 'screen session',
  mosh: 'mosh session',
  'editor-server': 'Editor server',
  'agent-daemon': 'Agent in the background',
  multiplexer: 'Terminal server',
  'other-login': 'Remote login',
  'background-job': 'Background job',
  'fresh-ssh': 'The next SSH login',
};

export const bornInPhrase: Readonly<Record<RemoteSession['bornIn'], string>> = {
  desktop: 'started on the desktop',
  ssh: 'started over SSH',
  initial: 'started by the system',
  unknown: 'where it was started is not known',
};

/** "2 clients attached, 1 over SSH"; null where nothing was counted. */
export const formatClients = ({
  attachedClients,
  remoteClients,
}: Pick<RemoteSession, 'attachedClients' | 'remoteClients'>): string | null => {
  if (attachedClients === undefined) return null;
  if (attachedClients === 0) return 'no client attached';
  const attached = `${attachedClients} ${attachedClients === 1 ? 'client' : 'clients'} attached`;
  return remoteClients === undefined || remoteClients === 0 ? attached : `${attached}, ${remoteClients} over SSH`;
};

export const formatRemoteLogin: Readonly<Record<OnOff, string>> = {
  on: 'Remote Login is on.',
  off: 'Remote Login is off: nobody can log in over SSH.',
  unknown: 'Whether Remote Login is on could not be told.',
};

/** Whoever shares the screen is in the desktop's session: what the state on top says holds for them. */
export const screenSharingSentence =
  "Screen Sharing is on: it uses the desktop's session and sees what the desktop sees.";
