import { isoTime } from '../../core/time/outside-numbers';
import type { SessionSighting } from '../../core/words/session';
import type { MultiplexerServer } from '../processes/multiplexers';
import type { ProcessEntry } from '../processes/process-list';
import type { ScreenServer } from '../processes/screen-servers';
import type { AgentDaemon } from './agent-daemons';
import type { Birth } from './birth';
import { type EditorServer, editorServerRow } from './editor-servers';
import type { Lineage } from './lineage';
import { boundedName } from './session-names';
import type { SshLogin } from './ssh-logins';

/** Milliseconds since 1970 as in a sighting. */
export const startedAt = (timeMs: number | null | undefined): Pick<SessionSighting, 'startedAt'> =>
  timeMs === null || timeMs === undefined ? {} : { startedAt: isoTime(timeMs) };

export const sightSshLogin = (login: SshLogin, isThisSession: boolean, ownPeer: string | null): SessionSighting => {
  const from = login.from ?? (isThisSession ? ownPeer : null);
  return {
    id: `ssh:${login.pid ?? login.ttys.join(',')}`,
    kind: 'ssh',
    user: login.user,
    ...(login.ttys.length === 0 ? {} : { tty: login.ttys.join(',') }),
    ...(from === null ? {} : { from }),
    ...startedAt(login.startedAt),
    bornIn: 'ssh',
    grounds: login.pid === null ? 'it is recorded as a login from elsewhere' : 'sshd started it',
    isThisSession,
  };
};

type Client = { readonly pid: number; readonly tty: string | null };
type Attached = Pick<SessionSighting, 'attachedClients' | 'remoteClients' | 'remoteClientsFrom'>;

const mostOrigins = 8;

/** How many are attached, how many of them from elsewhere, and from where as far as that is known. */
export const countClients = (clients: readonly Client[], lineage: Lineage): Attached => {
  const origins = clients.map((client) => lineage.remoteOrigin(client)).filter((origin) => origin !== null);
  const from = [...new Set(origins.map((origin) => origin.from).filter((peer) => peer !== null))].slice(0, mostOrigins);
  return {
    attachedClients: clients.length,
    remoteClients: origins.length,
    ...(from.length === 0 ? {} : { remoteClientsFrom: from }),
  };
};

export const sightScreen = (
  { process, name, clients }: ScreenServer,
  user: string,
  birth: Birth,
  lineage: Lineage,
): Omit<SessionSighting, 'isThisSession'> => ({
  id: `screen:${process.pid}`,
  kind: 'screen',
  name: boundedName(name),
  user,
  ...startedAt(process.startedAt),
  ...birth,
  ...(clients === null ? {} : countClients(clients, lineage)),
});

/** mosh begins with an SSH login that starts its server; where nothing says otherwise, this one did, too. */
export const sightMosh = (
  { pid, startedAt: startedAtMs }: ProcessEntry,
  user: string,
  birth: Birth,
): Omit<SessionSighting, 'isThisSession'> => ({
  id: `mosh:${pid}`,
  kind: 'mosh',
  user,
  ...startedAt(startedAtMs),
  ...(birth.bornIn === 'unknown' ? usualOfMosh : birth),
});

const usualOfMosh: Birth = {
  bornIn: 'ssh',
  grounds: 'mosh begins with an SSH login, and its server stays when nobody is connected any more',
};

export const sightEditorServer = (
  server: EditorServer,
  user: string,
  birth: Birth,
): Omit<SessionSighting, 'isThisSession'> => ({
  id: editorServerRow(server).id,
  kind: 'editor-server',
  name: server.editor,
  user,
  ...startedAt(server.startedAt),
  ...birth,
});

export const sightMultiplexer = (
  server: MultiplexerServer,
  user: string,
  birth: Birth,
): Omit<SessionSighting, 'isThisSession'> => ({
  id: `multiplexer:${server.process.pid}`,
  kind: 'multiplexer',
  name: multiplexerName(server),
  user,
  ...startedAt(server.process.startedAt),
  ...birth,
});

/** "zellij: work" */
export const multiplexerName = ({ program, name }: MultiplexerServer): string =>
  name === null ? program : `${program}: ${boundedName(name)}`;

export const sightAgent = (
  { process, name }: AgentDaemon,
  user: string,
  birth: Birth,
): Omit<SessionSighting, 'isThisSession'> => ({
  id: `agent-daemon:${process.pid}`,
  kind: 'agent-daemon',
  name: boundedName(name),
  user,
  ...startedAt(process.startedAt),
  ...birth,
});
