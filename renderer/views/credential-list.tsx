import { type ReactNode, useState } from 'react';
import { byAttention } from '../../electron/core/credential-order';
import { canReadExpiry } from '../../electron/core/end-of-login';
import type { Credential, LockState } from '../../electron/core/snapshot';
import { PushButton } from '../components/push-button';
import { Section } from '../components/section';
import { CredentialRow } from './credential-row';
import { ReadExpiry } from './read-expiry';

/** More rows than this are folded up; those that need attention come first. */
const shownAtFirst = 8;

interface Props {
  readonly credentials: readonly Credential[];
  /** Of the keychain that the tools use; an item can be read only while it is unlocked. */
  readonly lock: LockState;
  readonly isReading: boolean;
  /** Nothing has come yet, which is not that there is nothing. */
  readonly isAwaited: boolean;
  /** Stands below the rows. */
  readonly children?: ReactNode;
}

/** The logins of the tools that are installed here, of each account one. */
export const CredentialList = ({ credentials, lock, isReading, isAwaited, children }: Props) => {
  const [showsAll, setShowsAll] = useState(false);
  const installed = byAttention(credentials);
  const folds = installed.length > shownAtFirst + 1;
  const shown = folds && !showsAll ? installed.slice(0, shownAtFirst) : installed;
  // One button reads all of them, so one row has it.
  const [reading, ...others] = installed.filter(canReadExpiry);
  return (
    <Section title="Credentials">
      <div className="group">
        {installed.length === 0 ? (
          <p className="group-line">{isAwaited ? 'Looking at the tools…' : 'No tool that Latchkey knows was found.'}</p>
        ) : (
          <ul className="rows" aria-label="Credentials">
            {withKeys(shown).map(({ key, credential }) => (
              <CredentialRow key={key} credential={credential}>
                {credential === reading && (
                  <ReadExpiry lock={lock} isReading={isReading} hasSeveralAccounts={others.length > 0} />
                )}
              </CredentialRow>
            ))}
          </ul>
        )}
        {folds && (
          <div className="group-line">
            <PushButton look="quiet" onPress={() => setShowsAll(!showsAll)}>
              {showsAll ? `Show the first ${shownAtFirst}` : `Show all ${installed.length} credentials`}
            </PushButton>
          </div>
        )}
        {children}
      </div>
    </Section>
  );
};

/** Tool and account; a certificate and the one that renews it have the same name, so repeats are numbered. */
const withKeys = (credentials: readonly Credential[]) => {
  const seen = new Map<string, number>();
  return credentials.map((credential) => {
    const whose = JSON.stringify([credential.tool, credential.account]);
    const repeats = seen.get(whose) ?? 0;
    seen.set(whose, repeats + 1);
    return { key: `${whose} ${repeats}`, credential };
  });
};
