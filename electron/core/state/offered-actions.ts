import { loginKeychain } from '../words/login-keychain';
import type { PendingAction } from '../words/pending';
import type { Snapshot } from '../words/snapshot';
import type { VerdictPrimary } from '../words/verdict';
import { isUnlockDialogOpen } from './pending-actions';

/** What a button of the first page does. */
export type OfferedAction =
  | { readonly kind: 'unlock' | 'lock' | 'keep-unlocked'; readonly keychainPath: string }
  | { readonly kind: 'cancel' | 'look-again' | 'end-hold' | 'start-desktop-tmux' }
  | Extract<VerdictPrimary, { readonly kind: 'show-login' }>;

export interface OfferedActions {
  readonly all: readonly OfferedAction[];
  /** The one of them that Return presses; null where nothing makes walking away safer. */
  readonly primary: OfferedAction | null;
}

/** The two or three things to do now: what the state allows, and what the verdict says. */
export const offeredActions = (
  { keychains, hold, verdict }: Pick<Snapshot, 'keychains' | 'hold' | 'verdict'>,
  pending: readonly PendingAction[],
): OfferedActions => {
  if (isUnlockDialogOpen({ pending, snapshot: { keychains } })) return only({ kind: 'cancel' });
  const login = loginKeychain(keychains);
  if (login === undefined || login.lock.state === 'unknown') {
    const lookAgain: OfferedAction = { kind: 'look-again' };
    return hold.state === 'on' ? { all: [{ kind: 'end-hold' }, lookAgain], primary: lookAgain } : only(lookAgain);
  }
  const usual = usualActions(login.lock.state, login.path, hold.state);
  const { primary } = verdict;
  if (primary.kind === 'none') return { all: usual, primary: null };
  const isThere = usual.some(({ kind }) => kind === primary.kind);
  const all = isThere ? usual.map((one) => (one.kind === primary.kind ? primary : one)) : [...usual, primary];
  return { all, primary };
};

const only = (action: OfferedAction): OfferedActions => ({ all: [action], primary: action });

const usualActions = (
  lock: 'locked' | 'unlocked',
  keychainPath: string,
  hold: Snapshot['hold']['state'],
): readonly OfferedAction[] => {
  const endHold: readonly OfferedAction[] = hold === 'on' ? [{ kind: 'end-hold' }] : [];
  if (lock === 'locked') return [...endHold, { kind: 'unlock', keychainPath }];
  if (hold === 'on') return [...endHold, { kind: 'lock', keychainPath }];
  // While settings wait to be put back, none are set aside.
  return hold === 'restoring'
    ? [{ kind: 'lock', keychainPath }]
    : [
        { kind: 'lock', keychainPath },
        { kind: 'keep-unlocked', keychainPath },
      ];
};
