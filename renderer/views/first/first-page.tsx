import { useId } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import type { FirstPage as FirstPageWords } from '../../../electron/core/state/first-page';
import { loginKeychain } from '../../../electron/core/words/login-keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { useLastDay } from '../../behaviour/use-last-day';
import { Icon } from '../../components/icon';
import { pushPage } from '../../store/pages';
import { WelcomeCard } from '../welcome/welcome-card';
import { ActionRow } from './action-row';
import { FactCard } from './fact-card';
import { PlaceCard } from './place-card';
import { StateHead } from './state-head';
import { VerdictLine } from './verdict-line';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  readonly words: FirstPageWords;
}

/** The conclusion first, the evidence one click away. Nothing on it scrolls. */
export const FirstPage = ({ state, snapshot, words }: Props) => {
  const sentenceId = useId();
  const keychain = loginKeychain(snapshot.keychains);
  const last = useLastDay(state);
  const isConflict = asksForWord(snapshot.hold);
  return (
    <div className="first-page">
      {/* Drawn below the state, read before it. */}
      <VerdictLine state={state} verdict={snapshot.verdict} sentenceId={sentenceId} />
      <StateHead state={state} snapshot={snapshot} keychain={keychain} words={words.head} whyLocked={last?.whyLocked} />
      {isConflict && <RestoreBanner />}
      <ActionRow state={state} snapshot={snapshot} offered={words.actions} sentenceId={sentenceId} />
      {/* The banner and the card of the first start take the room of one of them each. */}
      <PlaceCard
        snapshot={snapshot}
        places={words.places}
        mostRows={3 - Number(isConflict) - Number(!state.preferences.isWelcomed)}
      />
      {/* At the first start there is nothing yet that the other card could tell. */}
      {state.preferences.isWelcomed ? (
        <FactCard snapshot={snapshot} keychain={keychain} logins={words.logins} last={last} />
      ) : (
        <WelcomeCard state={state} />
      )}
    </div>
  );
};

/** Settings that could not be put back want somebody's word; all else of a hold stands elsewhere. */
const asksForWord = (hold: Snapshot['hold']): boolean =>
  hold.state === 'restoring' && (hold.problems.length > 0 || hold.waitsFor !== undefined);

const RestoreBanner = () => (
  <button
    type="button"
    className="restore-banner"
    data-row=""
    data-page="hold"
    onClick={() => pushPage({ page: 'hold' })}
  >
    <Icon name="warning" />
    <span className="restore-banner-words">Settings are not put back yet</span>
    <Icon name="disclosure" />
  </button>
);
