import type { ActionTarget, PendingAction } from '../words/pending';
import type { Snapshot } from '../words/snapshot';

type ActionKind = PendingAction['kind'];

/**
 * The action under way of one of these kinds.
 *
 * @param target what it is done to; left out: whatever that is.
 */
export const pendingAction = (
  pending: readonly PendingAction[],
  kinds: ActionKind | readonly ActionKind[],
  target?: ActionTarget,
): PendingAction | undefined =>
  pending.find(
    (action) => [kinds].flat().includes(action.kind) && (target === undefined || isSameTarget(action.target, target)),
  );

/** Whether an action of one of these kinds is under way: on this target, or left out, on any. */
export const isPending = (...asked: Parameters<typeof pendingAction>): boolean => pendingAction(...asked) !== undefined;

/** One thing at a time: a dialog of the system's is open, or what was asked for last is not seen to be so yet. */
export const isLockChanging = (pending: readonly PendingAction[]): boolean =>
  isPending(pending, ['unlock', 'lock', 'start-hold', 'end-hold']);

/**
 * The system's own dialog has the keyboard while an unlock runs, or a Keep Unlocked that unlocks first: where it finds its
 * keychain unlocked it asks for nothing. This is the one judge of it. The dialog asks one thing at a time, so meanwhile
 * nothing else can be unlocked.
 */
export const isUnlockDialogOpen = ({ pending, snapshot }: Happening): boolean =>
  pending.some(
    ({ kind, phase, target }) =>
      phase === 'running' &&
      (kind === 'unlock' || (kind === 'start-hold' && isLocked(target, snapshot?.keychains ?? []))),
  );

interface Happening {
  readonly pending: readonly PendingAction[];
  readonly snapshot: Pick<Snapshot, 'keychains'> | null;
}

const isLocked = (target: ActionTarget, keychains: Snapshot['keychains']): boolean =>
  keychains.some(({ path, lock }) => lock.state === 'locked' && (target.kind !== 'keychain' || target.path === path));

const isSameTarget = (one: ActionTarget, other: ActionTarget): boolean => keyOf(one) === keyOf(other);

const keyOf = (target: ActionTarget): string => {
  switch (target.kind) {
    case 'keychain':
      return JSON.stringify(['keychain', target.path]);
    case 'login':
      return JSON.stringify(['login', target.tool, target.account ?? null]);
    case 'session':
      return JSON.stringify(['session', target.id]);
    case 'shell':
      return JSON.stringify(['shell', target.name]);
    case 'everything':
      return 'everything';
  }
};
