import type { AppState } from '../../../electron/contract/app-state';
import { isUnlockDialogOpen, pendingAction } from '../../../electron/core/state/pending-actions';
import { formatOutsideText, keychainName } from '../../../electron/core/text/format-outside-text';
import { type KnownLockCause, stateWords } from '../../../electron/core/verdict/state-words';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { Icon } from '../../components/icon';
import { Padlock } from '../../components/padlock';
import { pushPage } from '../../store/pages';
import { useLocalNow } from '../../store/use-local-now';
import { pendingPhrase } from '../page/pending';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  readonly keychain: Keychain | undefined;
  readonly whyLocked: KnownLockCause | undefined;
}

/** The padlock, the state in words and in one line what comes next, or what goes on. It leads to the keychain's page. */
export const StateHead = ({ state, snapshot, keychain, whyLocked }: Props) => {
  const { hold, awaited, unread, verdict } = snapshot;
  const { title, line } = stateWords(
    { keychain, hold, ...(awaited ? { awaited } : {}), unread, whyLocked },
    useLocalNow(),
  );
  const goingOn = pendingAction(state.pending, atTheHead);
  const isHeld = hold.state === 'on';
  return (
    <div className="state-head" data-level={verdict.level} data-held={isHeld || undefined}>
      <Padlock shape={keychain?.lock.state ?? 'unknown'} />
      <div className="state-head-words">
        <h1 tabIndex={-1}>{title}</h1>
        <p className="state-head-line">{goingOn ? null : line}</p>
        <p className="state-head-line" role="status">
          {goingOn && (isUnlockDialogOpen(state) ? "Waiting for the system's dialog…" : pendingPhrase(goingOn))}
        </p>
      </div>
      <button
        type="button"
        className="state-head-more"
        data-row=""
        data-page="keychain"
        aria-label={aboutWords(keychain)}
        onClick={() => pushPage({ page: 'keychain' })}
      >
        <Icon name="disclosure" />
      </button>
    </div>
  );
};

const aboutWords = (keychain: Keychain | undefined): string =>
  keychain === undefined
    ? 'About the keychains'
    : `About the ${formatOutsideText(keychainName(keychain.path))} keychain`;

const atTheHead: readonly AppState['pending'][number]['kind'][] = [
  ...(['unlock', 'lock', 'set-auto-lock', 'start-hold', 'end-hold', 'start-desktop-tmux'] as const),
];
