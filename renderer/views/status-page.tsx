import type { AppState } from '../../electron/contract/app-state';
import type { Snapshot } from '../../electron/core/snapshot';
import { loginKeychain } from '../../electron/core/warnings';
import { usePopoverStore } from '../store/popover-store';
import { AnnouncementList } from './announcement-list';
import { AppAccessRow } from './app-access-row';
import { AutoLockSection } from './auto-lock-section';
import { ClaudeCodeSection } from './claude-code-activity';
import { CredentialList } from './credential-list';
import { DesktopTmuxSection } from './desktop-tmux-section';
import { HistorySection } from './history-section';
import { HoldSection } from './hold-section';
import { KeychainList } from './keychain-list';
import { NoticeLine } from './notice-line';
import { SessionList } from './session-list';
import { NoKeychainCard, StateCard } from './state-card';
import { WarningList } from './warning-list';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
}

/** State first, then what to do about it, then who else is concerned. */
export const StatusPage = ({ state, snapshot }: Props) => {
  const bridgeFailure = usePopoverStore((store) => store.bridgeFailure);
  const requestedExpiry = usePopoverStore((store) => store.requestsUnderWay.includes('readExpiry'));
  const login = loginKeychain(snapshot.keychains);
  return (
    <>
      {login ? <StateCard state={state} keychain={login} /> : <NoKeychainCard />}
      <NoticeLine notice={state.notice} bridgeFailure={bridgeFailure} />
      <AnnouncementList state={state} />
      <WarningList state={state} warnings={snapshot.warnings} />
      {login && <AutoLockSection state={state} keychain={login} />}
      <HoldSection state={state} snapshot={snapshot} keychain={login} />
      <KeychainList
        state={state}
        keychains={snapshot.keychains.filter((keychain) => keychain !== login)}
        canLockAll={snapshot.keychains.some(({ lock }) => lock.state !== 'locked')}
      />
      <SessionList state={state} snapshot={snapshot} />
      <DesktopTmuxSection state={state} />
      <CredentialList
        credentials={snapshot.credentials}
        isAwaited={snapshot.awaited?.includes('credentials') ?? false}
        lock={login?.lock.state ?? 'unknown'}
        isReading={requestedExpiry || state.pending.some(({ kind }) => kind === 'read-expiry')}
      >
        <AppAccessRow state={state} />
      </CredentialList>
      {snapshot.claudeCode && <ClaudeCodeSection activity={snapshot.claudeCode} />}
      <HistorySection state={state} />
    </>
  );
};
