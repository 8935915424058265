import { formatAutoLockValue } from '../../../electron/core/auto-lock/format-auto-lock';
import type { LoginsSummary } from '../../../electron/core/credentials/logins-summary';
import { type LastDay, lastDayWords } from '../../../electron/core/history/last-day';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { cornerOf } from '../../behaviour/corner-of';
import { Icon } from '../../components/icon';
import { LastDayStrip } from '../../components/last-day-strip';
import { requests } from '../../store/requests';
import { PageRow } from './page-row';

interface Props {
  readonly snapshot: Snapshot;
  readonly keychain: Keychain | undefined;
  readonly logins: LoginsSummary;
  /** Null until the history has answered. */
  readonly last: LastDay | null;
}

/** What does not change by the hour: when it locks, the logins, and what was. */
export const FactCard = ({ snapshot, keychain, logins, last }: Props) => {
  return (
    <div className="group card">
      {keychain && <AutoLockRow keychain={keychain} hold={snapshot.hold} />}
      <PageRow name="Logins" words={logins.words} dot={{ tone: logins.tone }} to={{ page: 'logins' }} />
      <PageRow
        name="Last 24 hours"
        to={{ page: 'history' }}
        sentence={`Last 24 hours: ${last === null ? 'being read' : lastDayWords(last)}`}
      >
        <span className="page-row-strip">{last && <LastDayStrip last={last} />}</span>
      </PageRow>
    </div>
  );
};

const AutoLockRow = ({ keychain: { path, autoLock }, hold }: { keychain: Keychain; hold: Snapshot['hold'] }) => {
  // While settings are set aside, those that come back.
  const aside = hold.state === 'off' ? undefined : hold.keychains.find((one) => one.path === path)?.restores;
  const settings = aside ?? (autoLock.source === 'unknown' ? null : autoLock);
  const value = settings === null ? 'not known' : formatAutoLockValue(settings);
  return (
    <button
      type="button"
      className="page-row"
      data-row=""
      aria-haspopup="menu"
      aria-label={`Auto-lock: ${value}${aside === undefined ? '' : ', afterwards'}`}
      onClick={({ currentTarget }) =>
        requests.openAutoLockMenu({ keychainPath: path, ...cornerOf(currentTarget.lastElementChild ?? currentTarget) })
      }
    >
      <span className="page-row-name">Auto-lock</span>
      <span className="page-row-words page-row-value">{value}</span>
      <Icon name="menu" />
    </button>
  );
};
