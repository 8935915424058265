import { useId } from 'react';
import { credentialStatusPhrase, formatExpirySubject, overSshPhrase } from '../../electron/core/format-credential';
import type { Credential, LockState } from '../../electron/core/snapshot';
import { Facts } from '../components/facts';
import { Icon, type IconName } from '../components/icon';
import { Moment } from '../components/moment';
import { OutsideText } from '../components/outside-text';
import { PushButton } from '../components/push-button';
import { requests } from '../store/requests';
import { useLocalNow } from '../store/use-local-now';

const overSshIcon: Readonly<Record<Credential['overSsh'], IconName>> = {
  breaks: 'breaks',
  survives: 'done',
  unknown: 'unknown',
};

interface Props {
  readonly credential: Credential;
  readonly lock: LockState;
  readonly isReading: boolean;
}

/** One tool's login: whether it works over SSH, its status and its end. */
export const CredentialRow = ({ credential, lock, isReading }: Props) => {
  const { name, overSsh, status, expiry, reason } = credential;
  const { nowMs } = useLocalNow();
  return (
    <li className="row credential">
      <div className="row-words">
        <p className="row-title title-with-state">
          <span className="title-words">
            <OutsideText text={name} oneLine />
          </span>
          <span className={`state-word over-ssh-${overSsh}`}>
            <Icon name={overSshIcon[overSsh]} />
            <span>{overSshPhrase[overSsh]}</span>
          </span>
        </p>
        <Facts className={`status-${status}`}>
          <span className="status-word">{credentialStatusPhrase[status]}</span>
          {expiry && (
            <>
              {formatExpirySubject(expiry, nowMs)} <Moment at={expiry.at} />
            </>
          )}
        </Facts>
        <p className="hint">
          <OutsideText text={reason} />
        </p>
        {canReadExpiry(credential) && <ReadExpiry lock={lock} isReading={isReading} />}
      </div>
    </li>
  );
};

/** Its item can be decrypted to learn the two times, if somebody asks for it. */
const canReadExpiry = ({ tool, store, expiry, status }: Credential): boolean =>
  tool === 'claude-code' &&
  (store === 'login-keychain' || store === 'other-keychain') &&
  expiry === null &&
  status !== 'signed-out';

const ReadExpiry = ({ lock, isReading }: { readonly lock: LockState; readonly isReading: boolean }) => {
  const hintId = useId();
  if (lock !== 'unlocked') return <p className="hint">Its expiry can be read while the keychain is unlocked.</p>;
  return (
    <div className="read-expiry">
      <PushButton onPress={requests.readExpiry} blocked={isReading} describedBy={hintId}>
        {isReading ? 'Reading…' : 'Read expiry from keychain'}
      </PushButton>
      <p className="hint" id={hintId}>
        Reads this one item, keeps two dates and drops the rest. macOS may ask whether it is allowed, and the idle timer
        starts again.
      </p>
    </div>
  );
};
