import type { Credential, LockState } from '../../electron/core/snapshot';
import { Section } from '../components/section';
import { CredentialRow } from './credential-row';

interface Props {
  readonly credentials: readonly Credential[];
  /** Of the keychain that the tools use; an item can be read only while it is unlocked. */
  readonly lock: LockState;
  readonly isReading: boolean;
}

/** The logins of the tools that are installed here. */
export const CredentialList = ({ credentials, lock, isReading }: Props) => {
  const installed = credentials.filter((credential) => credential.installed);
  return (
    <Section title="Credentials">
      <div className="group">
        {installed.length === 0 ? (
          <p className="group-line">No tool that Latchkey knows was found.</p>
        ) : (
          <ul className="rows" aria-label="Credentials">
            {installed.map((credential) => (
              <CredentialRow
                key={`${credential.tool} ${credential.name}`}
                credential={credential}
                lock={lock}
                isReading={isReading}
              />
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
};
