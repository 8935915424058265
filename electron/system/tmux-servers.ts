import type { KnownMarks } from './birth';
import type { BoundedTools, ToolAnswer, ToolFailure } from './bounded-tools';
import { fewAtATime } from './few-at-a-time';
import type { MacHost } from './host';
import { marksOf } from './process-environments';
import {
  listingCommands,
  parseTmuxListing,
  parseTmuxVariable,
  saysNoServer,
  type TmuxListing,
  type TmuxVariable,
} from './tmux-answers';
import { findSockets, findTmux, type TmuxSocket } from './tmux-sockets';

/** A tmux server of this user. */
export interface TmuxServer extends TmuxListing {
  /** macOS path of its socket. */
  readonly socket: string;
  readonly known: KnownMarks;
  /** Why it did not answer this time, as a clause; null when it did. What it listed before is not counted on any more. */
  readonly silence: string | null;
}

/**
 * Asks the tmux servers that listen on the sockets in these folders and at these paths (macOS paths).
 *
 * @param crowd changes whenever a tmux process comes or goes, so that a server is not asked again while nobody can have
 * attached or left; null where that is not known.
 */
export type ReadTmuxServers = (
  folders: Iterable<string>,
  paths: Iterable<string>,
  crowd: string | null,
) => Promise<readonly TmuxServer[]>;

/** What the last asking of a socket came to, good as long as the socket is the same. */
interface Remembered {
  readonly stamp: string;
  /** Null: nobody answered. */
  readonly server: TmuxServer | null;
  readonly askedAt: number;
  /** Not to be asked for this long: nobody listens there, or whoever does lets everybody wait. */
  readonly restMs: number;
  readonly crowd: string | null;
}

const mostAtOnce = 4;
const mostRemembered = 256;
const restWhereNobodyListensMs = 300_000;
const restAfterSilenceMs = 60_000;
/** A session may get another name while nobody comes or goes. */
const goodWithoutChangeMs = 60_000;

/**
 * One child a server (sessions and clients together) whenever a tmux process came or went, and two or three more when a
 * server is first met: where it was born it is asked once in its life. Asking never starts a server.
 *
 * @param desktopSessionId SECURITYSESSIONID of the desktop, where it is known; only then the servers are asked for theirs.
 */
export const createTmuxReader = (
  host: MacHost,
  tools: BoundedTools,
  desktopSessionId: string | null,
): ReadTmuxServers => {
  const memory = new Map<string, Remembered>();

  const readServer = async (tmux: string, { path, stamp }: TmuxSocket, crowd: string | null) => {
    const before = memory.get(path);
    const last = before?.stamp === stamp ? before : undefined;
    if (last && isStillGood(last, crowd, host.now())) return last.server;
    const ask = (...args: string[]) => tools.ask(tmux, ['-u', '-S', path, ...args], `tmux ${path}`);
    const remember = (server: TmuxServer | null, restMs = 0): TmuxServer | null => {
      memory.set(path, { stamp, server, askedAt: host.now(), restMs, crowd });
      return server;
    };

    const answer = await ask(...listingCommands);
    if (answer.ok && answer.code !== 0 && saysNoServer(answer.stderr)) return remember(null, restWhereNobodyListensMs);
    const listing = answer.ok && answer.code === 0 ? parseTmuxListing(answer.stdout) : null;
    if (listing === null) {
      const silent = last?.server ? { ...last.server, clients: [], silence: whySilent(answer) } : null;
      return remember(silent, answer.ok ? 0 : restAfterSilenceMs);
    }
    const isSame = listing.pid !== null && last?.server?.pid === listing.pid && last.server.known.kind === 'read';
    const known = isSame && last?.server ? last.server.known : await askMarks(ask, desktopSessionId);
    return remember({ ...listing, socket: path, known, silence: null });
  };

  return async (folders, paths, crowd) => {
    const sockets = await findSockets(host, folders, paths);
    const tmux = sockets.length === 0 ? null : await findTmux(host);
    if (tmux === null) return [];
    if (memory.size > mostRemembered) memory.clear();
    const servers = await fewAtATime(sockets, mostAtOnce, (socket) => readServer(tmux, socket, crowd));
    return servers.filter((server) => server !== null);
  };
};

const isStillGood = ({ server, askedAt, restMs, crowd: before }: Remembered, crowd: string | null, now: number) => {
  const ageMs = now - askedAt;
  const answered = server !== null && server.silence === null;
  const goodMs = answered && crowd !== null && crowd === before ? goodWithoutChangeMs : restMs;
  return ageMs >= 0 && ageMs < goodMs;
};

const whySilent = (answer: ToolAnswer | ToolFailure): string => {
  if (!answer.ok) return answer.reason.replace(/\.$/, '');
  return answer.code === 0 ? 'its answer was not understood' : `tmux answered with exit code ${answer.code}`;
};

type Ask = (...args: string[]) => Promise<ToolAnswer | ToolFailure>;

/** The desktop's own session number settles it; else what SSH and an outer tmux have left behind. */
const askMarks = async (ask: Ask, desktopSessionId: string | null): Promise<KnownMarks> => {
  const variable = async (name: string): Promise<TmuxVariable> => {
    const answer = await ask('show-environment', '-g', name);
    return answer.ok ? parseTmuxVariable(name, answer) : 'unreadable';
  };
  const session = desktopSessionId === null ? { value: null } : await variable('SECURITYSESSIONID');
  if (session !== 'unreadable' && session.value !== null && session.value === desktopSessionId) {
    return { kind: 'read', marks: marksOf(null, session.value, null) };
  }
  const ssh = await variable('SSH_CONNECTION');
  const outer = ssh === 'unreadable' ? 'unreadable' : await variable('TMUX');
  if (session === 'unreadable' || ssh === 'unreadable' || outer === 'unreadable') {
    return { kind: 'hidden', reason: 'its environment could not be read' };
  }
  return { kind: 'read', marks: marksOf(ssh.value, session.value, outer.value) };
};
