import { useId } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import { explainLockState, lockStateWord, sessionPhrase } from '../../../electron/core/keychain/format-lock-state';
import { keychainName } from '../../../electron/core/text/format-outside-text';
import type { Keychain } from '../../../electron/core/words/keychain';
import { Hint } from '../../components/boxes';
import { Moment } from '../../components/moment';
import { OutsideText } from '../../components/outside-text';
import { Padlock } from '../../components/padlock';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { LockButton } from './lock-button';
import { lockActionOf } from './pending';
import { PendingLine } from './pending-line';

/** State first: the padlock of the menu bar, large, with words, and the one thing to do about it. */
export const StateCard = ({ state, keychain }: { readonly state: AppState; readonly keychain: Keychain }) => {
  const titleId = useId();
  const { lock, path, forecast } = keychain;
  const action = lockActionOf(state, path);
  return (
    <section className="state-card" data-state={lock.state} aria-labelledby={titleId}>
      <Padlock shape={lock.state} />
      <div className="state-words">
        <p className="eyebrow">
          <OutsideText text={`${keychainName(path)} keychain`} oneLine tooltip={path} />
        </p>
        <h1 id={titleId} tabIndex={-1}>
          {lock.state === 'unknown' ? 'Lock state unknown' : lockStateWord[lock.state]}{' '}
          <span className="state-session">{sessionPhrase[lock.session]}</span>
        </h1>
        {lock.state === 'unknown' && (
          <p className="state-reason">
            <OutsideText text={lock.reason} />
          </p>
        )}
        <p className="state-detail">{explainLockState(keychain)}</p>
        {lock.state === 'unlocked' && forecast.kind === 'after-idle' && forecast.lastKnownUseAt !== undefined && (
          <Hint>
            Last known use <Moment at={forecast.lastKnownUseAt} />; Latchkey does not see what other programs use.
          </Hint>
        )}
        {lock.since !== undefined && lock.state !== 'unknown' && (
          <Hint>
            {lockStateWord[lock.state]} <Moment at={lock.since} />
          </Hint>
        )}
      </div>
      <div className="state-action">
        <PendingLine action={action} />
        <LockButton state={state} keychain={keychain} look={lock.state === 'locked' ? 'primary' : 'plain'} />
      </div>
    </section>
  );
};

/** In place of the state where macOS names neither a login nor a default keychain. */
/** @param isUnread whether there is one is not known. */
export const NoKeychainCard = ({ isUnread }: { readonly isUnread: boolean }) => {
  const titleId = useId();
  return (
    <section className="state-card" data-state="unknown" aria-labelledby={titleId}>
      <Padlock shape="unknown" />
      <div className="state-words">
        <h1 id={titleId} tabIndex={-1}>
          {isUnread ? 'Keychains not known' : 'No keychain found'}
        </h1>
        <p className="state-detail">
          {isUnread
            ? 'The list of keychains could not be read.'
            : 'macOS names neither a login nor a default keychain for this user.'}
        </p>
      </div>
      <div className="state-action">
        <PushButton look="primary" onPress={requests.refresh} name="Look Again for keychains">
          Look Again
        </PushButton>
      </div>
    </section>
  );
};
