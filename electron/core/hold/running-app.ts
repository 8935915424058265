import * as z from 'zod/mini';
import type { Outcome } from '../outcome';
import type { Hold } from '../words/hold';
import type { HoldRequest } from './hold-request';

/** What the command line can ask of the app that runs: verbs of the contract, told apart by their answers. */
export interface AppRequests {
  readonly 'state.get': { readonly payload: undefined; readonly reply: { readonly hold: Hold | null } };
  readonly 'hold.start': { readonly payload: HoldRequest; readonly reply: Outcome<void> };
  readonly 'hold.end': { readonly payload: { readonly relock: boolean }; readonly reply: Outcome<void> };
  readonly 'hold.resolveConflict': {
    readonly payload: { readonly keychainPath: string; readonly decision: 'put-back' | 'leave' };
    readonly reply: Outcome<void>;
  };
}

export type AppVerb = keyof AppRequests;

const outcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.string(), reason: z.string() }),
]);

const facts = { keychains: z.array(z.unknown()), end: z.object({}), restores: z.object({}) };
const hold = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('on'), ...facts }),
  z.object({ state: z.literal('restoring'), ...facts, problems: z.array(z.unknown()) }),
]);

const replies: Readonly<Record<AppVerb, z.ZodMiniType>> = {
  'state.get': z.object({ hold: z.nullable(hold) }),
  'hold.start': outcome,
  'hold.end': outcome,
  'hold.resolveConflict': outcome,
};

/** Whether an answer is what this verb is answered with: the app may be of another version. */
export const isReplyTo = <Verb extends AppVerb>(verb: Verb, reply: unknown): reply is AppRequests[Verb]['reply'] =>
  replies[verb].safeParse(reply).success;

export type AppAnswer<Reply> =
  | { readonly kind: 'answered'; readonly reply: Reply }
  /** No app listens. */
  | { readonly kind: 'not-running' }
  /** One may listen, but it cannot be asked from here. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** It did not do what was asked, and nothing has changed. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It has taken the request and gone before it answered: what became of it is not known. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** It has taken the request, is still there, and did not answer in time: it may yet do what was asked. */
  | { readonly kind: 'silent'; readonly reason: string };

/** How long each question waits for its answer. */
export type AnswerLimits = Readonly<Record<AppVerb, number>>;

/**
 * What the app does for an answer is bounded as well: a few calls of the security tool for each keychain. Before a hold
 * begins, the system's password dialog may stand for five minutes.
 */
export const answerLimitsMs: AnswerLimits = {
  'state.get': 5_000,
  'hold.start': 330_000,
  'hold.end': 20_000,
  'hold.resolveConflict': 20_000,
};

/** The app of this user, as another process reaches it. */
export interface RunningApp {
  /** Never rejects, and waits for no answer longer than `AnswerLimits` says. */
  ask<Verb extends AppVerb>(
    verb: Verb,
    payload: AppRequests[Verb]['payload'],
  ): Promise<AppAnswer<AppRequests[Verb]['reply']>>;
}

/** What lies where the app listens. */
export type FoundAppSocket =
  | { readonly kind: 'socket' | 'missing' }
  /** Something else, or a place where others could have put it. */
  | { readonly kind: 'refused'; readonly reason: string };

export type SocketPlaceProblem = 'not-private' | 'occupied' | 'live' | 'no-folder';

/** Where the app listens for its command line, and how each of the two knows who the other is. */
export interface AppSocket {
  /** Path on disk. */
  readonly path: string;
  /** Its folder, on disk. */
  readonly folder: string;
  /** Whose app it is. */
  readonly ownerUid: number;
  /** Looks at what is there, and changes nothing. */
  find(): Promise<FoundAppSocket>;
  /** Makes the place ready to be listened at. */
  prepare(): Promise<Outcome<void, SocketPlaceProblem>>;
  /** Whether it can be told who is at the other end. Without that nobody is listened to. */
  canTellPeer(): Outcome<void, 'not-known'>;
  /** The user at the other end, as the kernel knows him. @param connection an open socket of Node's */
  peerUid(connection: object): Outcome<number, 'not-known'>;
}
