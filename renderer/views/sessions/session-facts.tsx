import { Fragment } from 'react';
import { bornInPhrase, formatClients } from '../../../electron/core/sessions/format-session';
import { titleSaysFrom } from '../../../electron/core/sessions/session-title';
import type { RemoteSession } from '../../../electron/core/words/session';
import { Age } from '../../components/age';
import { Facts } from '../../components/facts';
import { Moment } from '../../components/moment';
import { OutsideText } from '../../components/outside-text';

/** Who, where it was born and from where, who is attached from where, since when, and how what it sees is known. */
export const SessionFacts = ({ session }: { readonly session: RemoteSession }) => {
  const { kind, user, tty, from, startedAt, bornIn, basis, measuredAt } = session;
  return (
    <Facts>
      {kind !== 'fresh-ssh' && (
        <>
          <OutsideText text={user} oneLine />
          {tty !== undefined && (
            <>
              {' on '}
              <OutsideText text={tty} oneLine />
            </>
          )}
        </>
      )}
      <Born bornIn={bornIn} from={titleSaysFrom(session) ? undefined : from} />
      {formatClients(session) !== null && (
        <>
          {formatClients(session)}
          <Places places={session.remoteClientsFrom ?? []} />
        </>
      )}
      {startedAt !== undefined && (
        <>
          started <Moment at={startedAt} />
        </>
      )}
      {measuredAt === undefined ? (
        basis
      ) : (
        <>
          {basis} <Age at={measuredAt} />
        </>
      )}
    </Facts>
  );
};

const Born = ({ bornIn, from }: Pick<RemoteSession, 'bornIn'> & { readonly from: string | undefined }) => (
  <>
    {bornInPhrase[bornIn]}
    {from !== undefined && bornIn !== 'ssh' && ','}
    <Places places={from === undefined ? [] : [from]} />
  </>
);

/** A server that many people share is not to fill the window with their addresses. */
const mostPlaces = 3;

/** " from 192.168.1.9, laptop.local and 2 more" */
const Places = ({ places }: { readonly places: readonly string[] }) =>
  places.length === 0 ? null : (
    <>
      {' from '}
      {places.slice(0, mostPlaces).map((place, index) => (
        <Fragment key={place}>
          {index > 0 && ', '}
          <OutsideText text={place} oneLine />
        </Fragment>
      ))}
      {places.length > mostPlaces && ` and ${places.length - mostPlaces} more`}
    </>
  );
