import {
  credentialStatusPhrase,
  formatExpiry,
  overSshPhrase,
} from '../../../electron/core/credentials/format-credential';
import { formatOutsideText } from '../../../electron/core/text/format-outside-text';
import type { LocalNow } from '../../../electron/core/time/format-moment';
import type { Credential } from '../../../electron/core/words/credential';
import { RowWords } from '../../components/boxes';
import { Icon } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { UnreadLine } from '../../components/unread-line';
import { keyOfPage, pushPage } from '../../store/pages';
import type { PushedPage } from '../../store/popover-store';
import { useLocalNow } from '../../store/use-local-now';
import { CredentialStatus, OverSshWord } from './credential-status';

interface Props {
  readonly credential: Credential;
  readonly login: string;
}

/** One login of a tool: whose, whether it works over SSH, its status and end. It leads to the page that tells the rest. */
export const CredentialRow = ({ credential, login }: Props) => {
  const { name, account } = credential;
  const to: PushedPage = { page: 'login', login };
  const now = useLocalNow();
  return (
    <li className="row credential row-that-leads">
      <RowWords>
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
          <OverSshWord credential={credential} />
        </p>
        <CredentialStatus credential={credential} />
        <UnreadLine mark={credential.unread} />
      </RowWords>
      <button
        type="button"
        className="row-more"
        data-row=""
        data-page={keyOfPage(to)}
        aria-label={sentenceOf(credential, now)}
        onClick={() => pushPage(to)}
      >
        <Icon name="disclosure" />
      </button>
    </li>
  );
};

const sentenceOf = ({ name, account, status, overSsh, expiry }: Credential, now: LocalNow): string => {
  const end = expiry === null ? '' : `, ${formatExpiry(expiry, now)}`;
  const whose = account === undefined ? name : `${name}, ${account}`;
  return formatOutsideText(`${whose}: ${credentialStatusPhrase[status]}${end}, ${overSshPhrase[overSsh]}`);
};
