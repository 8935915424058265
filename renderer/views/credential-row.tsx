import type { ReactNode } from 'react';
import {
  credentialStatusPhrase,
  enteredPhrase,
  formatExpiryMoment,
  formatExpirySubject,
  formatSymptom,
  overSshPhrase,
} from '../../electron/core/format-credential';
import type { Credential } from '../../electron/core/snapshot';
import { Facts } from '../components/facts';
import { Icon, type IconName } from '../components/icon';
import { Moment } from '../components/moment';
import { OutsideText } from '../components/outside-text';
import { useLocalNow } from '../store/use-local-now';
import { EndDateEditor } from './end-date-editor';

const overSshIcon: Readonly<Record<Credential['overSsh'], IconName>> = {
  breaks: 'breaks',
  survives: 'done',
  unknown: 'unknown',
};

interface Props {
  readonly credential: Credential;
  /** What this one row offers besides. */
  readonly children?: ReactNode;
}

/** One login of a tool: whose, whether it works over SSH, its status and end, and how it shows when it breaks. */
export const CredentialRow = ({ credential, children }: Props) => {
  const { name, account, overSsh, status, expiry, reason } = credential;
  const now = useLocalNow();
  const symptom = formatSymptom(credential);
  return (
    <li className="row credential">
      <div className="row-words">
        <p className="row-title title-with-state">
          <span className="title-words">
            <OutsideText text={name} oneLine />
            {account !== undefined && (
              <span className="account">
                {/* Read aloud, the two are to be told apart. */}
                <span className="visually-hidden">, </span>
                <OutsideText text={account} oneLine />
              </span>
            )}
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
        <p className="hint">
          <OutsideText text={reason} />
        </p>
        {symptom !== null && (
          <p className="hint symptom">
            <OutsideText text={symptom} />
          </p>
        )}
        {credential.mayEnterEndDate && <EndDateEditor credential={credential} />}
        {children}
      </div>
    </li>
  );
};
