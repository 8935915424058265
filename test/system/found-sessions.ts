import type { FoundSessions } from '../../electron/system/sessions/found-sessions';
import type { TmuxServer } from '../../electron/system/sessions/tmux-servers';

export const nothingFound: FoundSessions = {
  processes: new Map(),
  logins: [],
  tmuxServers: [],
  unreachableTmux: [],
  screens: [],
  moshServers: [],
  agents: [],
  multiplexers: [],
  editorServers: [],
  otherLogins: [],
  jobs: [],
  launchdPlaces: new Map(),
  environments: new Map(),
  desktopSessionId: null,
  uid: 501,
};

/** A tmux server that has told nothing but that it is there. */
export const silentServer: TmuxServer = {
  socket: '/private/tmp/tmux-501/default',
  pid: null,
  startedAt: null,
  sessionNames: [],
  clients: [],
  known: { kind: 'read', marks: { sshPeer: null, securitySessionId: null, tmux: null } },
  silence: null,
};
