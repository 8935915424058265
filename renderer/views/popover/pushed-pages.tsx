import { lazy, type ReactNode, Suspense } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import { keyedLogins } from '../../../electron/core/credentials/credential-order';
import { sessionTitle } from '../../../electron/core/sessions/session-title';
import { loginKeychain } from '../../../electron/core/words/login-keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { OutsideText } from '../../components/outside-text';
import type { PushedPage } from '../../store/popover-store';
import { LoginPage } from '../credentials/login-page';
import { LoginsPage } from '../credentials/logins-page';
import { HoldSection } from '../hold/hold-section';
import { KeychainPage } from '../keychain/keychain-page';
import { DesktopTmuxSection } from '../sessions/desktop-tmux-section';
import { SessionList } from '../sessions/session-list';
import { SessionPage } from '../sessions/session-page';
import { WarningsPage } from './warnings-page';

/** These are the largest, and asked for less often than the others: each is loaded when it is. */
const HistorySection = lazy(async () => ({ default: (await import('../history/history-section')).HistorySection }));
const DiagnosisPage = lazy(async () => ({ default: (await import('../diagnosis/diagnosis-page')).DiagnosisPage }));

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  readonly pushed: PushedPage;
}

/** What a page on top of the first one shows. */
export const PushedPageView = ({ state, snapshot, pushed }: Props) => {
  const login = loginKeychain(snapshot.keychains);
  switch (pushed.page) {
    case 'diagnosis':
      return (
        <Suspense fallback={null}>
          <DiagnosisPage state={state} />
        </Suspense>
      );
    case 'places':
      return (
        <PushedPageContent title="From elsewhere">
          <SessionList state={state} snapshot={snapshot} />
          <DesktopTmuxSection state={state} />
        </PushedPageContent>
      );
    case 'session': {
      const session = snapshot.sessions.find(({ id }) => id === pushed.sessionId);
      return (
        <PushedPageContent title={session === undefined ? 'Gone' : sessionTitle(session)}>
          <SessionPage state={state} snapshot={snapshot} session={session} />
        </PushedPageContent>
      );
    }
    case 'logins':
      return (
        <PushedPageContent title="Logins">
          <LoginsPage state={state} snapshot={snapshot} />
        </PushedPageContent>
      );
    case 'login': {
      const shown = keyedLogins(snapshot.credentials).find(({ key }) => key === pushed.login);
      return (
        <PushedPageContent title={shown === undefined ? 'Gone' : shown.credential.name}>
          <LoginPage state={state} snapshot={snapshot} login={shown} />
        </PushedPageContent>
      );
    }
    case 'keychain':
      return (
        <PushedPageContent title="Keychain">
          <KeychainPage state={state} snapshot={snapshot} login={login} />
        </PushedPageContent>
      );
    case 'hold':
      return (
        <PushedPageContent title="Keep Unlocked">
          <HoldSection state={state} snapshot={snapshot} keychain={login} />
        </PushedPageContent>
      );
    case 'history':
      return (
        <PushedPageContent title="History">
          <Suspense fallback={null}>
            <HistorySection state={state} />
          </Suspense>
        </PushedPageContent>
      );
    case 'warnings':
      return (
        <PushedPageContent title="What there is to say">
          <WarningsPage state={state} snapshot={snapshot} />
        </PushedPageContent>
      );
  }
};

/** A page that was asked for: its title, then what today's sections hold. The way back stands above it. */
const PushedPageContent = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <>
    <h1 className="page-title" tabIndex={-1}>
      <OutsideText text={title} />
    </h1>
    {children}
  </>
);
