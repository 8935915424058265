import {
  credentialStatusPhrase,
  enteredPhrase,
  formatExpiryMoment,
  formatExpirySubject,
  overSshPhrase,
} from '../../../electron/core/credentials/format-credential';
import type { Credential } from '../../../electron/core/words/credential';
import { Facts } from '../../components/facts';
import { Icon, type IconName } from '../../components/icon';
import { Moment } from '../../components/moment';
import { useLocalNow } from '../../store/use-local-now';

const overSshIcon: Readonly<Record<Credential['overSsh'], IconName>> = {
  breaks: 'breaks',
  survives: 'done',
  unknown: 'unknown',
};

/** "Breaks over SSH", with its sign. */
export const OverSshWord = ({ credential: { overSsh } }: { readonly credential: Credential }) => (
  <span className={`state-word over-ssh-${overSsh}`}>
    <Icon name={overSshIcon[overSsh]} />
    <span>{overSshPhrase[overSsh]}</span>
  </span>
);

/** "Signed in · login ends in 2 h 10 min". */
export const CredentialStatus = ({ credential: { status, expiry } }: { readonly credential: Credential }) => {
  const now = useLocalNow();
  return (
    <Facts className={`status-${status}`}>
      <span className="status-word">{credentialStatusPhrase[status]}</span>
      {expiry && (
        <>
          {formatExpirySubject(expiry, now.nowMs)}{' '}
          {expiry.endsOn === undefined ? (
            <Moment at={expiry.at} />
          ) : (
            <time dateTime={expiry.endsOn}>{formatExpiryMoment(expiry, now)}</time>
          )}
        </>
      )}
      {expiry?.basis === 'entered' && enteredPhrase}
    </Facts>
  );
};
