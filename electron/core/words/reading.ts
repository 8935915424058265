import type { Part } from '../look/look-intervals';
import type { AutoLock } from './keychain';

/**
 * What came of reading something outside: its value, or that it could not be read and why, as a sentence. There is no value
 * to take by mistake in the second case: nobody's list is empty because a tool hung.
 */
export type Reading<Value> = Read<Value> | Unreadable;

export interface Read<Value> {
  readonly kind: 'read';
  readonly value: Value;
  /** Why it is not all that there is, as a sentence; left out where it is. */
  readonly doubt?: string;
}

export interface Unreadable {
  readonly kind: 'unread';
  readonly reason: string;
}

export const read = <Value>(value: Value, doubt: string | null = null): Read<Value> => ({
  kind: 'read',
  value,
  ...(doubt === null ? {} : { doubt }),
});

/** @param reason one sentence: who did not answer, and how. */
export const unread = (reason: string): Unreadable => ({ kind: 'unread', reason });

/** The parts of a snapshot that are read by themselves. */
export const unreadParts = [
  'host',
  'keychain-list',
  'remote-access',
  'power-settings',
  'sessions',
  'beacons',
  'credentials',
  'claude-code',
] as const;

export type UnreadPart = (typeof unreadParts)[number];

/** A part that could not be read. What stands of it in the snapshot is as it was when it was read last. */
export interface Unread {
  readonly part: UnreadPart;
  /** Of the credentials: whose. */
  readonly tool?: string;
  /** When a reading first failed. */
  readonly since: string;
  /** When it was read last; left out where it never was. */
  readonly lastReadAt?: string;
  /** Who did not answer, and how: a sentence or several. */
  readonly reason: string;
}

/** On a row that could not be read anew: when what it tells was so, and why it is not known to be so still. */
export interface UnreadMark {
  readonly asOf: string;
  readonly reason: string;
}

/** A part of the first look. */
export type AwaitedPart = Part | 'host';

/** What asking for a keychain's lock state came to. Asking never prompts, decrypts or restarts the idle timer. */
export type LockReading =
  | { readonly state: 'locked' | 'unlocked' }
  | { readonly state: 'unknown'; readonly reason: string };

/** A keychain as read at one moment, before it is said since when and what comes next. */
export interface KeychainReading {
  readonly path: string;
  readonly isLogin: boolean;
  readonly isDefault: boolean;
  readonly lock: LockReading;
  readonly autoLock: AutoLock;
}
