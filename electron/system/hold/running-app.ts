import { connect, type Socket } from 'node:net';
import {
  longestLineCharacters,
  longestSocketPathBytes,
  parseSocketAnswer,
  type SocketAnswer,
} from '../../core/hold/app-socket';
import {
  type AnswerLimits,
  type AppAnswer,
  type AppRequests,
  type AppSocket,
  type AppVerb,
  answerLimitsMs,
  isReplyTo,
  type RunningApp,
} from '../../core/hold/running-app';
import { createLineBuffer } from '../../core/text/line-buffer';

/** Connecting to a socket of this Mac takes no time, unless its process is stopped. */
const connectTimeLimitMs = 3_000;

type Reached =
  | { readonly kind: 'connected'; readonly socket: Socket }
  | Extract<AppAnswer<never>, { kind: 'not-running' | 'unreachable' }>;

/** The app that runs, asked through its socket. One connection for each request. */
export const createRunningApp = (place: AppSocket, limits: AnswerLimits = answerLimitsMs): RunningApp => ({
  async ask(verb, payload) {
    const reached = await reach(place);
    if (reached.kind !== 'connected') return reached;
    try {
      return answerOf(verb, await exchange(reached.socket, { id: 1, verb, payload }, limits[verb]));
    } finally {
      reached.socket.destroy();
    }
  },
});

const reach = async (place: AppSocket): Promise<Reached> => {
  if (Buffer.byteLength(place.path) > longestSocketPathBytes) {
    return unreachable('The path of the app’s socket is longer than macOS allows, so it cannot be asked from here.');
  }
  const found = await place.find();
  if (found.kind === 'missing') return { kind: 'not-running' };
  if (found.kind === 'refused') return unreachable(`The app’s socket is not asked. ${found.reason}`);
  const socket = await connected(place.path);
  if (socket === null) return { kind: 'not-running' };
  if (socket === 'silent') return unreachable('The app does not answer.');
  const peer = place.peerUid(socket);
  if (peer.ok && peer.value === place.ownerUid) return { kind: 'connected', socket };
  socket.destroy();
  return unreachable(peer.ok ? 'Another user listens where the app’s socket should be. It is not asked.' : peer.reason);
};

const unreachable = (reason: string) => ({ kind: 'unreachable', reason }) as const;

/** @returns null where nobody listens: a socket that a crash has left. */
const connected = (path: string): Promise<Socket | 'silent' | null> =>
  new Promise((resolve) => {
    const socket = connect(path);
    const timer = setTimeout(() => {
      socket.destroy();
      resolve('silent');
    }, connectTimeLimitMs);
    const done = (result: Socket | null) => {
      clearTimeout(timer);
      resolve(result);
    };
    socket.once('connect', () => done(socket));
    socket.on('error', () => done(null));
  });

/** @returns null where the connection ended without an answer. */
const exchange = (socket: Socket, request: object, limitMs: number): Promise<SocketAnswer | 'silent' | null> =>
  new Promise((answered) => {
    const timer = setTimeout(() => answered('silent'), limitMs);
    const resolve = (answer: SocketAnswer | null): void => {
      clearTimeout(timer);
      answered(answer);
    };
    const lines = createLineBuffer(longestLineCharacters);
    socket.setEncoding('utf8').on('data', (text: string) => {
      const pushed = lines.push(text);
      const [line] = pushed.ok ? pushed.value : [];
      if (line !== undefined || !pushed.ok) resolve(line === undefined ? null : parseSocketAnswer(line));
    });
    socket.on('close', () => resolve(null));
    socket.write(`${JSON.stringify(request)}\n`);
  });

const answerOf = <Verb extends AppVerb>(
  verb: Verb,
  answer: SocketAnswer | 'silent' | null,
): AppAnswer<AppRequests[Verb]['reply']> => {
  if (answer === 'silent') return { kind: 'silent', reason: 'Latchkey’s app does not answer.' };
  if (answer === null) return { kind: 'lost', reason: 'The app has gone before it answered.' };
  if (!answer.ok) return { kind: 'refused', reason: answer.reason };
  if (isReplyTo(verb, answer.value)) return { kind: 'answered', reply: answer.value };
  return { kind: 'lost', reason: 'The app’s answer is not understood: it may be of another version.' };
};
