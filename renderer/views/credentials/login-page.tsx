import type { AppState } from '../../../electron/contract/app-state';
import { byAttention, type KeyedLogin } from '../../../electron/core/credentials/credential-order';
import { canReadExpiry } from '../../../electron/core/credentials/end-of-login';
import { formatSymptom } from '../../../electron/core/credentials/format-credential';
import { isPending } from '../../../electron/core/state/pending-actions';
import { loginKeychain } from '../../../electron/core/words/login-keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { Hint } from '../../components/boxes';
import { OutsideText } from '../../components/outside-text';
import { UnreadLine } from '../../components/unread-line';
import { useIsUnderWay } from '../../store/popover-store';
import { PageRow } from '../first/page-row';
import { NoticeBar } from '../page/notice-bar';
import { CredentialStatus, OverSshWord } from './credential-status';
import { EndDateEditor } from './end-date-editor';
import { ReadExpiry } from './read-expiry';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  /** Left out where it is gone meanwhile. */
  readonly login: KeyedLogin | undefined;
}

/** One login: whether it works over SSH and why, when it ends and how that is known, and how it shows when it breaks. */
export const LoginPage = ({ state, snapshot, login }: Props) => (
  <>
    <NoticeBar state={state} />
    {login === undefined ? (
      <Hint>This login is not there any more.</Hint>
    ) : (
      <LoginDetails state={state} snapshot={snapshot} login={login} />
    )}
    <div className="group card">
      <PageRow name="All logins" words={`${byAttention(snapshot.credentials).length}`} to={{ page: 'logins' }} />
    </div>
  </>
);

const LoginDetails = ({ state, snapshot, login: { credential } }: Props & { readonly login: KeyedLogin }) => {
  const requestedExpiry = useIsUnderWay('credentials.readExpiry');
  const symptom = formatSymptom(credential);
  const readable = snapshot.credentials.filter((one) => one.installed && canReadExpiry(one));
  return (
    <div className="group credential">
      <div className="row-words group-words">
        <p className="row-title title-with-state">
          <span className="title-words">
            <OutsideText text={credential.account ?? 'Login'} oneLine />
          </span>
          <OverSshWord credential={credential} />
        </p>
        <CredentialStatus credential={credential} />
        <UnreadLine mark={credential.unread} />
        <Hint>
          <OutsideText text={credential.reason} />
        </Hint>
        {symptom !== null && (
          <p className="hint symptom">
            <OutsideText text={symptom} />
          </p>
        )}
        {credential.mayEnterEndDate && <EndDateEditor credential={credential} />}
        {canReadExpiry(credential) && (
          <ReadExpiry
            lock={loginKeychain(snapshot.keychains)?.lock.state ?? 'unknown'}
            isReading={requestedExpiry || isPending(state.pending, 'read-expiry')}
            hasSeveralAccounts={readable.length > 1}
          />
        )}
      </div>
    </div>
  );
};
