import type { AppState } from '../../../electron/contract/app-state';
import { formatAutoLockSettings } from '../../../electron/core/auto-lock/format-auto-lock';
import { formatForecast } from '../../../electron/core/keychain/format-lock-state';
import { formatOutsideText, keychainName } from '../../../electron/core/text/format-outside-text';
import type { Keychain } from '../../../electron/core/words/keychain';
import { Hint, RowWords } from '../../components/boxes';
import { Disclosure } from '../../components/disclosure';
import { Facts } from '../../components/facts';
import { LockWord } from '../../components/lock-word';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { requests } from '../../store/requests';
import { AutoLockControls } from '../auto-lock/auto-lock-controls';
import { LockButton } from '../page/lock-button';
import { lockActionOf } from '../page/pending';
import { PendingLine } from '../page/pending-line';

interface Props {
  readonly state: AppState;
  readonly keychains: readonly Keychain[];
  /** Whether any keychain at all, the one on top included, has something to lock. */
  readonly canLockAll: boolean;
}

/** The keychains beside the one on top: aws-vault and CI keep their own. */
export const KeychainList = ({ state, keychains, canLockAll }: Props) =>
  keychains.length === 0 ? null : (
    <Section
      title="Other keychains"
      aside={
        canLockAll && (
          <PushButton look="quiet" onPress={requests.lockAll} name="Lock all keychains">
            Lock all
          </PushButton>
        )
      }
    >
      <ul className="group" aria-label="Other keychains">
        {keychains.map((keychain) => (
          <KeychainRow key={keychain.path} state={state} keychain={keychain} />
        ))}
      </ul>
    </Section>
  );

const KeychainRow = ({ state, keychain }: { readonly state: AppState; readonly keychain: Keychain }) => {
  const { lock, path, forecast } = keychain;
  const action = lockActionOf(state, path);
  const name = formatOutsideText(keychainName(path));
  return (
    <li className="row row-with-more">
      <RowWords>
        <p className="row-title">
          <OutsideText text={keychainName(path)} oneLine tooltip={path} />
        </p>
        <LockWord state={lock.state} prefix="In this session:" />
        {lock.state === 'unlocked' && <Facts>{formatForecast(forecast)}</Facts>}
        {lock.state === 'unknown' && (
          <Hint>
            <OutsideText text={lock.reason} />
          </Hint>
        )}
        <PendingLine action={action} />
      </RowWords>
      <LockButton state={state} keychain={keychain} />
      <Disclosure title="Auto-lock" state={autoLockWords(keychain)} of={name}>
        <AutoLockControls state={state} keychain={keychain} keychainName={name} />
      </Disclosure>
    </li>
  );
};

const autoLockWords = ({ autoLock }: Keychain): string =>
  autoLock.source === 'unknown' ? 'not known' : formatAutoLockSettings(autoLock);
