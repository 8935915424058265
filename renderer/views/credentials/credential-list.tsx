import { useState } from 'react';
import { keyedLogins } from '../../../electron/core/credentials/credential-order';
import type { Credential } from '../../../electron/core/words/credential';
import { Group } from '../../components/boxes';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { CredentialRow } from './credential-row';

/** More rows than this are folded up; those that need attention come first. */
const shownAtFirst = 8;

interface Props {
  readonly credentials: readonly Credential[];
  /** Nothing has come yet, which is not that there is nothing. */
  readonly isAwaited: boolean;
  /** Nothing was found because nothing could be looked at. */
  readonly isUnread: boolean;
}

/** The logins of the tools that are installed here, of each account one. */
export const CredentialList = ({ credentials, isAwaited, isUnread }: Props) => {
  const [showsAll, setShowsAll] = useState(false);
  const installed = keyedLogins(credentials);
  const folds = installed.length > shownAtFirst + 1;
  const shown = folds && !showsAll ? installed.slice(0, shownAtFirst) : installed;
  return (
    <Section title="Logins" isTitleHidden>
      <Group>
        {installed.length === 0 ? (
          <p className="group-line">{nothingSentence(isAwaited, isUnread)}</p>
        ) : (
          <ul className="rows" aria-label="Logins">
            {shown.map(({ key, credential }) => (
              <CredentialRow key={key} login={key} credential={credential} />
            ))}
          </ul>
        )}
        {folds && (
          <div className="group-line">
            <PushButton look="quiet" onPress={() => setShowsAll(!showsAll)}>
              {showsAll ? `Show the first ${shownAtFirst}` : `Show all ${installed.length} logins`}
            </PushButton>
          </div>
        )}
      </Group>
    </Section>
  );
};

const nothingSentence = (isAwaited: boolean, isUnread: boolean): string => {
  if (isAwaited) return 'Looking at the tools…';
  return isUnread ? 'The tools could not be looked at.' : 'No tool that Latchkey knows was found.';
};
