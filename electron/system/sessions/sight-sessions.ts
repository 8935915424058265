import type { SessionSighting } from '../../core/words/session';
import type { MacHost } from '../mac/host';
import type { Birth } from './birth';
import { editorServerRow } from './editor-servers';
import type { FoundSessions } from './found-sessions';
import { birthOfJob } from './launchd-domains';
import { createLineage, type Holder, type Lineage } from './lineage';
import { findOwnSession, peerOf } from './own-session';
import type { KeptOfEnvironment } from './process-environments';
import { boundRows } from './session-bounds';
import {
  type KeptSession,
  keptByEditor,
  keptSessions,
  keptUnreachably,
  type Row,
  sightKept,
  sightSshLogin,
} from './session-sightings';
import { rowsByPid, type SessionTerminals, sortTerminals } from './session-terminals';
import type { SshLogin } from './ssh-logins';
import { sightTmuxServer, tmuxHolder } from './tmux-sightings';

/** What was found as rows: SSH logins first, then what lives longer than they do. */
export const sightSessions = (host: MacHost, found: FoundSessions): readonly SessionSighting[] => {
  const { processes, logins, environments, editorServers } = found;
  const environmentOf = (pid: number) => environments.get(pid) ?? notAsked;
  const moshPeer = (pid: number): string | null => {
    const { known } = environmentOf(pid);
    return known.kind === 'read' ? known.marks.sshPeer : null;
  };
  const lineage = createLineage({
    ...found,
    holders: holdersOf(found, environmentOf),
    moshPeer,
    settled: new Map([...found.launchdPlaces].map(([pid, place]) => [pid, birthOfJob(place, host.uid)] as const)),
    otherLogins: new Map(found.otherLogins.map(({ process: { pid }, from }) => [pid, from] as const)),
  });
  const own = findOwnSession(host, process.pid, found);
  const rowsOfServers = serverRows(host, found, lineage, environmentOf);
  const editors = found.editorServers.map((server) => {
    const { pid } = server.process;
    const birth = server.login === null ? lineage.birthOf(pid, environmentOf(pid).known) : inLogin(server.login);
    const row = sightKept(keptByEditor(server), host.userName, birth, lineage);
    const isOwn = own?.kind === 'server' && own.id === row.id;
    // One below a login lives in that login's security session.
    return { ...row, isThisSession: isOwn || (own?.kind === 'ssh' && own.login.pid === server.login?.pid) };
  });
  const rows = [
    ...logins.map((login) => sightSshLogin(login, own?.kind === 'ssh' && own.login === login, peerOf(host))),
    ...rowsOfServers.map((row) => ({ ...row, isThisSession: own?.kind === 'server' && own.id === row.id })),
    ...editors,
  ];
  const terminals = sortTerminals(processes, rowsByPid(found));
  const keepers = new Map(editorServers.map(editorServerRow).map(({ id, keeper }) => [id, keeper] as const));
  return boundRows(rows, host.userName).map((row) => ({ ...row, terminals: terminalsOf(row, terminals, keepers) }));
};

const inLogin = ({ from }: SshLogin): Birth => ({
  bornIn: 'ssh',
  grounds: 'it runs below an SSH login',
  ...(from === null ? {} : { from }),
});

/** An editor's server in a login has no session of its own: it lives in that of its login. */
const terminalsOf = (
  { id, tty }: SessionSighting,
  terminals: SessionTerminals,
  keepers: ReadonlyMap<string, string>,
): readonly string[] => [...new Set([...(tty?.split(',') ?? []), ...terminals.of(keepers.get(id) ?? id)])];

type EnvironmentOf = (pid: number) => KeptOfEnvironment;

const notAsked: KeptOfEnvironment = {
  known: { kind: 'hidden', reason: 'its environment was not read yet' },
  tmuxFolder: null,
};

const holdersOf = (found: FoundSessions, environmentOf: EnvironmentOf): ReadonlyMap<number, Holder> => {
  const kept = [
    ...keptSessions(found),
    ...found.editorServers.map(keptByEditor),
    ...found.unreachableTmux.map(keptUnreachably),
  ];
  return new Map<number, Holder>([
    ...found.tmuxServers.flatMap((server) => (server.pid === null ? [] : [[server.pid, tmuxHolder(server)] as const])),
    ...kept.flatMap(({ process: { pid }, label }) =>
      label === undefined ? [] : [[pid, { label, known: environmentOf(pid).known }] as const],
    ),
  ]);
};

const serverRows = (
  { userName }: MacHost,
  found: FoundSessions,
  lineage: Lineage,
  environmentOf: EnvironmentOf,
): readonly Row[] => {
  const sight = (kept: KeptSession): Row => {
    const { pid } = kept.process;
    return sightKept(kept, userName, lineage.birthOf(pid, environmentOf(pid).known), lineage);
  };
  return [
    ...found.tmuxServers.map((server) => sightTmuxServer(server, userName, found.processes, lineage)),
    ...found.unreachableTmux.map(keptUnreachably).map(sight),
    ...keptSessions(found).map(sight),
  ];
};
