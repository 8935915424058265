import type { AppState } from '../../../electron/contract/app-state';
import { loginKey } from '../../../electron/core/credentials/credential-order';
import { keepUnlockedRequest, keepUnlockedTitle } from '../../../electron/core/hold/keep-unlocked-choice';
import type { OfferedAction } from '../../../electron/core/state/offered-actions';
import { isPending, isUnlockDialogOpen } from '../../../electron/core/state/pending-actions';
import { formatOutsideText, keychainName } from '../../../electron/core/text/format-outside-text';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { pushPage } from '../../store/pages';
import { requests } from '../../store/requests';
import { readLocalNow } from '../../store/use-local-now';
import { lockActionOf } from '../page/pending';

/** A button's words and what a press does. */
export interface NamedAction {
  readonly label: string;
  /** For VoiceOver: on what it acts. */
  readonly name?: string;
  readonly press: () => void;
  readonly isBlocked: boolean;
  /** The keychain of its menu; null where it has none. */
  readonly menuOf: string | null;
}

interface Given {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  readonly loginPath: string | undefined;
  /** Requests that were not answered yet. */
  readonly asked: readonly string[];
  /** There is little room. */
  readonly isShort: boolean;
}

const whose = (path: string): string => `the ${formatOutsideText(keychainName(path))} keychain`;

export const describeAction = (action: OfferedAction, given: Given): NamedAction => {
  const { state, loginPath, asked } = given;
  const plain = { isBlocked: false, menuOf: null };
  switch (action.kind) {
    case 'cancel':
      return { ...plain, label: 'Cancel', name: 'Cancel the dialog', press: requests.cancelUnlock };
    case 'look-again':
      return { ...plain, label: 'Look Again', press: requests.refresh, isBlocked: asked.includes('state.refresh') };
    case 'end-hold':
      return {
        ...plain,
        label: 'End Now',
        name: 'End Now: no longer keep it unlocked',
        press: () => requests.endHold(false),
        isBlocked: isHoldBusy(given),
      };
    case 'start-desktop-tmux':
      return {
        ...plain,
        label: 'Start Desktop tmux',
        press: requests.startDesktopTmux,
        isBlocked: isPending(state.pending, action.kind),
      };
    case 'show-login':
      return { ...plain, label: 'Show Login', press: () => pushPage({ page: 'login', login: loginKey(action) }) };
    case 'lock':
      return {
        ...plain,
        label: 'Lock',
        name: `Lock ${whose(action.keychainPath)}`,
        press: () => requests.lock(action.keychainPath),
        isBlocked: lockActionOf(state, action.keychainPath) !== undefined,
      };
    case 'unlock':
      return {
        label:
          action.keychainPath === loginPath
            ? 'Unlock…'
            : `Unlock ${formatOutsideText(keychainName(action.keychainPath))}…`,
        name: `Unlock ${whose(action.keychainPath)}`,
        press: () => requests.unlock(action.keychainPath),
        isBlocked: isUnlockDialogOpen(state) || lockActionOf(state, action.keychainPath) !== undefined,
        menuOf: action.keychainPath === loginPath ? action.keychainPath : null,
      };
    case 'keep-unlocked':
      return keepUnlocked(action.keychainPath, given);
  }
};

const isHoldBusy = ({ state, asked }: Given): boolean =>
  isPending(state.pending, ['start-hold', 'end-hold']) || asked.includes('hold.start');

const keepUnlocked = (path: string, given: Given): NamedAction => {
  const { state, snapshot, isShort } = given;
  const choice = state.preferences.keepUnlocked;
  const title = keepUnlockedTitle(choice, false);
  // What is not known could not be put back afterwards.
  const isKnown = snapshot.keychains.some((one) => one.path === path && one.autoLock.source !== 'unknown');
  return {
    label: isShort ? 'Keep Unlocked' : title,
    name: title,
    press: () => requests.startHold(keepUnlockedRequest(choice, path, readLocalNow())),
    isBlocked: !isKnown || isHoldBusy(given),
    menuOf: path,
  };
};
