import { bornInPhrase, formatClients, sessionKindName } from '../../electron/core/format-session';
import type { RemoteSession } from '../../electron/core/snapshot';
import { Facts } from '../components/facts';
import { LockWord } from '../components/lock-word';
import { Moment } from '../components/moment';
import { OutsideText } from '../components/outside-text';

/** One remote session: who, from where, born in, what it sees, and how that is known. */
export const SessionRow = ({ session }: { readonly session: RemoteSession }) => {
  const { kind, name, user, tty, from, startedAt, bornIn, sees, basis, measuredAt, reason } = session;
  const isNext = kind === 'fresh-ssh';
  const clients = formatClients(session);
  return (
    <li className="row session">
      <div className="row-words">
        <p className="row-title title-with-state">
          <span className="title-words">
            {sessionKindName[kind]}
            {name !== undefined && (
              <>
                {' '}
                <OutsideText text={name} oneLine />
              </>
            )}
            {from !== undefined && (
              <>
                {' from '}
                <OutsideText text={from} oneLine />
              </>
            )}
          </span>
          <LockWord state={sees} prefix={isNext ? 'will see' : 'sees'} />
        </p>
        <Facts>
          {!isNext && <OutsideText text={tty === undefined ? user : `${user} on ${tty}`} oneLine />}
          {bornInPhrase[bornIn]}
          {clients}
          {startedAt !== undefined && (
            <>
              started <Moment at={startedAt} />
            </>
          )}
          {measuredAt === undefined ? (
            basis
          ) : (
            <>
              {basis} <Moment at={measuredAt} />
            </>
          )}
        </Facts>
        <p className="hint">
          <OutsideText text={reason} />
        </p>
      </div>
    </li>
  );
};
