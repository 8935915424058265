import type { Hold, HoldRequest } from './hold';
import type { Outcome } from './outcome';

/** What the command line can ask of the app that runs: verbs of the contract, told apart by their answers. */
export interface AppRequests {
  readonly getState: { readonly payload: undefined; readonly reply: { readonly hold: Hold | null } };
  readonly startHold: { readonly payload: HoldRequest; readonly reply: Outcome<void> };
  readonly endHold: { readonly payload: { readonly relock: boolean }; readonly reply: Outcome<void> };
  readonly resolveHoldConflict: {
    readonly payload: { readonly keychainPath: string; readonly decision: 'put-back' | 'leave' };
    readonly reply: Outcome<void>;
  };
}

export type AppVerb = keyof AppRequests;

export type AppAnswer<Reply> =
  | { readonly kind: 'answered'; readonly reply: Reply }
  /** No app listens. */
  | { readonly kind: 'not-running' }
  /** One may listen, but it cannot be asked from here. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** It did not do what was asked, and nothing has changed. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It has taken the request and gone before it answered: what became of it is not known. */
  | { readonly kind: 'lost'; readonly reason: string };

/** The app of this user, as another process reaches it. */
export interface RunningApp {
  /** Never rejects. It waits as long as the app works on it: a password dialog may be open. */
  ask<Verb extends AppVerb>(
    verb: Verb,
    payload: AppRequests[Verb]['payload'],
  ): Promise<AppAnswer<AppRequests[Verb]['reply']>>;
}

/** Where the app listens for its command line, and how each of the two knows who the other is. */
export interface AppSocket {
  /** Path on disk. */
  readonly path: string;
  /** Its folder, on disk. */
  readonly folder: string;
  /** Whose app it is. */
  readonly ownerUid: number;
  /** Whether it can be told who is at the other end. Without that nobody is listened to. */
  canTellPeer(): Outcome<void, 'not-known'>;
  /** The user at the other end, as the kernel knows him. @param connection an open socket of Node's */
  peerUid(connection: object): Outcome<number, 'not-known'>;
}
