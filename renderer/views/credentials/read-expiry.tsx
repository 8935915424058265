import { useId } from 'react';
import type { LockState } from '../../../electron/core/words/keychain';
import { Hint } from '../../components/boxes';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';

interface Props {
  readonly lock: LockState;
  readonly isReading: boolean;
  /** One account's item, or those of all accounts: they are read together. */
  readonly hasSeveralAccounts: boolean;
}

/** The one button that decrypts. */
export const ReadExpiry = ({ lock, isReading, hasSeveralAccounts }: Props) => {
  const hintId = useId();
  if (lock !== 'unlocked') return <Hint>Its expiry can be read while the keychain is unlocked.</Hint>;
  return (
    <div className="read-expiry">
      <PushButton onPress={requests.readExpiry} blocked={isReading} describedBy={hintId}>
        {isReading ? 'Reading…' : 'Read expiry from keychain'}
      </PushButton>
      <Hint id={hintId}>
        {hasSeveralAccounts
          ? 'Reads the item of each account, keeps two dates of each and drops the rest.'
          : 'Reads this one item, keeps two dates and drops the rest.'}{' '}
        macOS may ask whether it is allowed, and the idle timer starts again.
      </Hint>
    </div>
  );
};
