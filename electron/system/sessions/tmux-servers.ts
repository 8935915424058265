import type { BoundedTools, ToolAnswer, ToolFailure } from '../children/bounded-tools';
import { fewAtATime } from '../files/few-at-a-time';
import type { MacHost } from '../mac/host';
import type { KnownMarks } from './birth';
import type { ReadDesktopSession } from './desktop-session';
import { marksOf } from './process-environments';
import {
  listingCommands,
  parseTmuxListing,
  parseTmuxVariable,
  saysNoServer,
  type TmuxListing,
  type TmuxVariable,
} from './tmux-answers';
import type { RefusedTmux } from './tmux-places';
import { findSockets, findTmux, type TmuxSocket, type UnseenSockets } from './tmux-sockets';

/** A tmux server of this user. */
export interface TmuxServer extends TmuxListing {
  /** macOS path of its socket. */
  readonly socket: string;
  readonly known: KnownMarks;
  /** Why it did not answer this time, as a clause; null when it did. What it listed before is not counted on any more. */
  readonly silence: string | null;
  /** Why it is never asked, as a clause; without it, it may be. */
  readonly refusal?: string;
}

/** What decides whether a server that has answered is asked again. */
export interface TmuxSigns {
  /** Changes whenever a tmux process or a pane comes or goes, and with it who is attached; null where that is not known. */
  readonly crowd: string | null;
  /** Everybody is asked, whatever the signs. */
  readonly isAnew: boolean;
}

/** Asks the tmux servers that listen on the sockets in these folders and at these paths (macOS paths). */
export type ReadTmuxServers = (
  folders: Iterable<string>,
  paths: Iterable<string>,
  signs: TmuxSigns,
) => Promise<TmuxReading>;

export interface TmuxReading {
  readonly servers: readonly TmuxServer[];
  /** Who else may be there and did not answer, a sentence each. */
  readonly doubts: readonly string[];
}

/** What the last asking of a socket came to, good as long as the socket is the same. */
interface Remembered {
  readonly stamp: string;
  readonly fingerprint: string;
  /** Null: nobody is there, or whoever is has never answered. */
  readonly server: TmuxServer | null;
  /** Why one that has never answered did not, as a clause. */
  readonly silence: string | null;
  readonly askedAt: number;
  /** Not to be asked for this long: nobody listens there, or whoever does lets everybody wait. */
  readonly restMs: number;
  readonly crowd: string | null;
}

const mostAtOnce = 4;
const mostRemembered = 256;
const restWhereNobodyListensMs = 300_000;
const restAfterSilenceMs = 60_000;
/** One that stays silent is asked more and more seldom. */
const longestRestMs = 600_000;

/**
 * One child a server (sessions and clients together) whenever a tmux process or a pane came or went, and two or three more
 * when a server is first met: where it was born it is asked once in its life. That a session has got another name tells
 * nobody; it is seen when somebody asks. Asking never starts a server.
 *
 * @param readDesktopSession the desktop's number, where it is known; only then the servers are asked for theirs.
 */
export const createTmuxReader = (
  host: MacHost,
  tools: BoundedTools,
  readDesktopSession: ReadDesktopSession,
): ReadTmuxServers => {
  const memory = new Map<string, Remembered>();

  const readServer = async (tmux: string, socket: TmuxSocket, { crowd, isAnew }: TmuxSigns): Promise<Answer> => {
    const { path, stamp, fingerprint } = socket;
    const before = memory.get(path);
    const last = before?.stamp === stamp ? before : undefined;
    if (!isAnew && last && isStillGood(last, socket, crowd, host.now())) return last;
    const ask = (...args: string[]) => tools.ask(tmux, ['-u', '-S', path, ...args], `tmux ${path}`);
    const remember = (server: TmuxServer | null, restMs = 0, silence: string | null = null): Answer => {
      memory.set(path, { stamp, fingerprint, server, silence, askedAt: host.now(), restMs, crowd });
      return { server, silence };
    };

    const answer = await ask(...listingCommands);
    if (answer.ok && answer.code !== 0 && saysNoServer(answer.stderr)) return remember(null, restWhereNobodyListensMs);
    const listing = answer.ok && answer.code === 0 ? parseTmuxListing(answer.stdout) : null;
    if (listing === null) {
      const silence = whySilent(answer);
      const silent = last?.server ? { ...last.server, clients: [], silence } : null;
      const restMs = answer.ok ? 0 : Math.min(Math.max(2 * (last?.restMs ?? 0), restAfterSilenceMs), longestRestMs);
      return remember(silent, restMs, silent === null ? silence : null);
    }
    const isSame = listing.pid !== null && last?.server?.pid === listing.pid && last.server.known.kind === 'read';
    const known = isSame && last?.server ? last.server.known : await askMarks(ask, await readDesktopSession());
    return remember({ ...listing, socket: path, known, silence: null });
  };

  return async (folders, paths, signs) => {
    const { sockets, refused, unseen, notAll } = await findSockets(host, folders, paths);
    const found = sockets.length === 0 ? null : await findTmux(host);
    const tmux = found?.ok ? found.value : null;
    if (memory.size > mostRemembered) memory.clear();
    const answers =
      tmux === null ? [] : await fewAtATime(sockets, mostAtOnce, (socket) => readServer(tmux, socket, signs));
    const lost = [...memory.values()].flatMap(({ server }) => {
      const silence = server && whyLost(server.socket, tmux === null ? sockets : [], unseen);
      return silence ? [{ ...server, clients: [], silence }] : [];
    });
    const neverAnswered = sockets.flatMap(({ path }, index) => {
      const silence = answers[index]?.silence;
      return silence ? [`The tmux server at ${path} cannot be asked: ${silence}.`] : [];
    });
    return {
      servers: [...answers.flatMap(({ server }) => server ?? []), ...lost, ...refused.map(refusedServer)],
      doubts: [
        ...neverAnswered,
        ...unseen.map(({ path, reason }) => `tmux sockets in ${path} cannot be seen: ${reason}.`),
        ...notAll,
        ...(found?.ok === false && found.code === 'unreadable' ? [found.reason] : []),
      ],
    };
  };
};

type Answer = Pick<Remembered, 'server' | 'silence'>;

/** Why a server that has answered before cannot be asked now, as a clause; null where it can, or its socket is gone. */
const whyLost = (socket: string, unasked: readonly TmuxSocket[], unseen: readonly UnseenSockets[]): string | null => {
  if (unasked.some(({ path }) => path === socket)) return 'no tmux program was found';
  return unseen.find(({ path }) => socket.startsWith(`${path}/`))?.reason ?? null;
};

const refusedServer = ({ path, grounds }: RefusedTmux): TmuxServer => ({
  socket: path,
  pid: null,
  startedAt: null,
  sessionNames: [],
  clients: [],
  silence: null,
  known: { kind: 'hidden', reason: grounds },
  refusal: grounds,
});

const isStillGood = (last: Remembered, { fingerprint }: TmuxSocket, crowd: string | null, now: number): boolean => {
  const isUnchanged = crowd !== null && crowd === last.crowd && fingerprint === last.fingerprint;
  const isSilent = last.server !== null && last.server.silence !== null;
  // Nobody listens on a socket that nobody has made anew.
  if (isUnchanged && !isSilent && last.silence === null && (last.server !== null || last.restMs > 0)) return true;
  const ageMs = now - last.askedAt;
  return ageMs >= 0 && ageMs < last.restMs;
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
