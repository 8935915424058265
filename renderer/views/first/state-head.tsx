import type { AppState } from '../../../electron/contract/app-state';
import { type LastDay, whyLockedWords } from '../../../electron/core/history/last-day';
import { isUnlockDialogOpen, pendingAction } from '../../../electron/core/state/pending-actions';
import { formatOutsideText, keychainName } from '../../../electron/core/text/format-outside-text';
import type { StateWords } from '../../../electron/core/verdict/state-words';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { Icon } from '../../components/icon';
import { Padlock } from '../../components/padlock';
import { pushPage } from '../../store/pages';
import { pendingPhrase } from '../page/pending';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  readonly keychain: Keychain | undefined;
  readonly words: StateWords;
  /** Left out where nobody knows, or it is not locked. */
  readonly whyLocked: LastDay['whyLocked'] | undefined;
}

/** The padlock, the state in words and in one line what comes next, or what goes on. It leads to the keychain's page. */
export const StateHead = ({ state, snapshot, keychain, words, whyLocked }: Props) => {
  const { hold, verdict } = snapshot;
  const why = whyLocked && keychain?.lock.state === 'locked' ? ` (${whyLockedWords[whyLocked]})` : '';
  const goingOn = pendingAction(state.pending, atTheHead);
  const isHeld = hold.state === 'on';
  return (
    <div className="state-head" data-level={verdict.level} data-held={isHeld || undefined}>
      <Padlock shape={keychain?.lock.state ?? 'unknown'} />
      <div className="state-head-words">
        <h1 tabIndex={-1}>{words.title}</h1>
        <p className="state-head-line">{goingOn ? null : words.line + why}</p>
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
