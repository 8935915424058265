import { sameAutoLock } from '../auto-lock/auto-lock';
import type { AutoLockSettings } from '../words/keychain';
import { heldSettings } from './hold';
import type { HoldEntry } from './hold-journal';

/** What is seen of a held keychain at one moment. */
export interface HeldSighting {
  readonly file:
    | { readonly kind: 'missing' }
    | { readonly kind: 'unreadable'; readonly reason: string }
    | { readonly kind: 'keychain'; readonly settings: AutoLockSettings; readonly signature: string };
  readonly lock: { readonly state: 'locked' | 'unlocked' } | { readonly state: 'unknown'; readonly reason: string };
  /** What this session runs on; null where that is not known, as of a locked one. */
  readonly inForce: AutoLockSettings | null;
}

export type RestoreStep =
  /** The settings are what they were, or the user wishes them left as they are. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'write-before' }
  | { readonly kind: 'wait-for-unlock' }
  /** Not readable just now. */
  | { readonly kind: 'look-again'; readonly reason: string }
  | { readonly kind: 'ask'; readonly now: AutoLockSettings }
  | { readonly kind: 'missing' }
  | { readonly kind: 'replaced'; readonly now: AutoLockSettings };

/**
 * What is to be done so that a keychain has again the settings that it had before a hold. Both places count: what its file
 * stores and what this session runs on. Only what the hold itself wrote is overwritten without asking.
 */
export const restoreStep = (entry: HoldEntry, sighting: HeldSighting): RestoreStep => {
  if (entry.progress !== 'held' || entry.decision === 'leave') return { kind: 'settled' };
  const { file, lock } = sighting;
  if (file.kind === 'missing') return { kind: 'missing' };
  if (file.kind === 'unreadable') return { kind: 'look-again', reason: file.reason };
  const isOther = entry.signature !== null && file.signature !== entry.signature;
  if (isOther && entry.decision !== 'put-back') return { kind: 'replaced', now: file.settings };

  if (lock.state === 'unknown') return { kind: 'look-again', reason: lock.reason };
  const inForce = lock.state === 'unlocked' && sighting.inForce ? [sighting.inForce] : [];
  const seen = [file.settings, ...inForce];
  if (seen.every((settings) => sameAutoLock(settings, entry.before))) return { kind: 'settled' };
  const strange = seen.find(
    (settings) => !sameAutoLock(settings, entry.before) && !sameAutoLock(settings, heldSettings),
  );
  if (strange !== undefined && entry.decision !== 'put-back') return { kind: 'ask', now: strange };
  return lock.state === 'locked' ? { kind: 'wait-for-unlock' } : { kind: 'write-before' };
};
