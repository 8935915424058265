import { isoTime } from '../../core/time/outside-numbers';
import type { SessionSighting } from '../../core/words/session';
import type { MultiplexerServer } from '../processes/multiplexers';
import type { ProcessEntry } from '../processes/process-list';
import type { Birth } from './birth';
import { type EditorServer, editorServerRow } from './editor-servers';
import type { FoundSessions } from './found-sessions';
import type { Lineage } from './lineage';
import { boundedName } from './session-names';
import type { SshLogin } from './ssh-logins';

/** A row before it is known in which one this very process runs. */
export type Row = Omit<SessionSighting, 'isThisSession'>;

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

/** A process that keeps a session: what its row says of it whatever its kind, and what it is called as part of a sentence. */
export interface KeptSession {
  readonly process: ProcessEntry;
  readonly kind: SessionSighting['kind'];
  readonly id: string;
  readonly name?: string;
  /** "the server of zellij", where what runs inside shares its security session. */
  readonly label?: string;
  /** Where such a one is born as a rule, when nothing tells. */
  readonly usual?: Birth;
  /** Of one that a terminal shows. Null where it cannot be told which are its own. */
  readonly clients?: readonly ProcessEntry[] | null;
  readonly more?: Pick<SessionSighting, 'tty' | 'from'>;
}

const kept = (
  kind: KeptSession['kind'],
  process: ProcessEntry,
  rest: Omit<Partial<KeptSession>, 'kind' | 'process'> = {},
): KeptSession => ({ id: `${kind}:${process.pid}`, kind, process, ...rest });

/** Of what the process list tells by itself; logins, tmux and editors are told in other ways. */
export const keptSessions = (
  found: Pick<FoundSessions, 'screens' | 'moshServers' | 'multiplexers' | 'otherLogins' | 'jobs' | 'agents'>,
): readonly KeptSession[] => [
  ...found.screens.map(({ process, name, clients }) => {
    const called = boundedName(name);
    return kept('screen', process, { name: called, label: `the screen session “${called}”`, clients });
  }),
  ...found.moshServers.map((process) => kept('mosh', process, { usual: usualOfMosh })),
  ...found.multiplexers.map((server) => {
    const name = multiplexerName(server);
    return kept('multiplexer', server.process, { name, label: `the server of ${name}` });
  }),
  ...found.otherLogins.map(({ process, name, from, usual }) => {
    const more = { ...(process.tty === null ? {} : { tty: process.tty }), ...(from === null ? {} : { from }) };
    return kept('other-login', process, { name, label: `a login over ${name}`, usual, more });
  }),
  ...found.jobs.map(({ process, name }) => kept('background-job', process, { name, label: `the ${name}` })),
  ...found.agents.map(({ process, name }) => kept('agent-daemon', process, { name: boundedName(name) })),
];

/** An editor's server. One in a login has no session of its own to share. */
export const keptByEditor = (server: EditorServer): KeptSession =>
  kept('editor-server', server.process, {
    id: editorServerRow(server).id,
    name: server.editor,
    ...(server.login === null ? { label: `the server of ${server.editor}` } : {}),
  });

/** A tmux server that stands in the process list and whose socket was not found or does not answer. */
export const keptUnreachably = (process: ProcessEntry): KeptSession =>
  kept('tmux-server', process, {
    id: `tmux-server:pid-${process.pid}`,
    name: `without a socket, pid ${process.pid}`,
    label: `the tmux server with pid ${process.pid}`,
  });

export const sightKept = (
  { process, kind, id, name, usual, clients, more }: KeptSession,
  user: string,
  birth: Birth,
  lineage: Lineage,
): Row => ({
  id,
  kind,
  ...(name === undefined ? {} : { name }),
  user,
  ...startedAt(process.startedAt),
  ...(birth.bornIn === 'unknown' && usual !== undefined ? usual : birth),
  ...more,
  ...(clients ? countClients(clients, lineage) : {}),
});

/** mosh begins with an SSH login that starts its server; where nothing says otherwise, this one did, too. */
const usualOfMosh: Birth = {
  bornIn: 'ssh',
  grounds: 'mosh begins with an SSH login, and its server stays when nobody is connected any more',
};

/** "zellij: work" */
const multiplexerName = ({ program, name }: MultiplexerServer): string =>
  name === null ? program : `${program}: ${boundedName(name)}`;
