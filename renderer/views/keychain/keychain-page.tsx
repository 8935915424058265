import type { AppState } from '../../../electron/contract/app-state';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { AutoLockSection } from '../auto-lock/auto-lock-section';
import { PageRow } from '../first/page-row';
import { NoticeBar } from '../page/notice-bar';
import { NoKeychainCard, StateCard } from '../page/state-card';
import { AppAccessSection } from './app-access-section';
import { KeychainList } from './keychain-list';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  /** The keychain that the tools use. */
  readonly login: Keychain | undefined;
}

/** All of the keychain on top, then the others. */
export const KeychainPage = ({ state, snapshot, login }: Props) => (
  <>
    {login ? (
      <StateCard state={state} keychain={login} />
    ) : (
      <NoKeychainCard isUnread={snapshot.unread?.some(({ part }) => part === 'keychain-list') ?? false} />
    )}
    <NoticeBar state={state} />
    {login && <AutoLockSection state={state} keychain={login} />}
    {(login || snapshot.hold.state !== 'off') && (
      <div className="group card">
        <PageRow name="Keep Unlocked" words={holdWords[snapshot.hold.state]} to={{ page: 'hold' }} />
      </div>
    )}
    <KeychainList
      state={state}
      keychains={snapshot.keychains.filter((keychain) => keychain !== login)}
      canLockAll={snapshot.keychains.some(({ lock }) => lock.state !== 'locked')}
    />
    <AppAccessSection state={state} />
  </>
);

const holdWords: Readonly<Record<Snapshot['hold']['state'], string>> = {
  off: 'off',
  on: 'on',
  restoring: 'not put back yet',
};
