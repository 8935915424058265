import type { AppState, MirroredAnnouncement } from '../../../electron/contract/app-state';
import { isUnlockDialogOpen } from '../../../electron/core/state/pending-actions';
import { formatOutsideText, keychainName } from '../../../electron/core/text/format-outside-text';
import { Hint } from '../../components/boxes';
import { Icon } from '../../components/icon';
import { Moment } from '../../components/moment';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { lockActionOf } from './pending';

/** What was announced and nobody has seen here yet, and what holds and the system has not shown, with the reason. */
export const AnnouncementList = ({ state }: { readonly state: AppState }) => {
  const fresh = state.announcements.filter(({ isNew }) => isNew).length;
  return state.announcements.length === 0 ? null : (
    <section className="announcements" aria-label="Announcements">
      {fresh > 0 && (
        <p className="announcements-count">{fresh === 1 ? '1 new announcement' : `${fresh} new announcements`}</p>
      )}
      <ul className="warnings">
        {state.announcements.map((announcement) => (
          <AnnouncementItem key={`${announcement.key} ${announcement.at}`} state={state} announcement={announcement} />
        ))}
      </ul>
      {state.notificationsNotice !== null && <Hint>{state.notificationsNotice}</Hint>}
    </section>
  );
};

interface ItemProps {
  readonly state: AppState;
  readonly announcement: MirroredAnnouncement;
}

const AnnouncementItem = ({ state, announcement: { title, body, action, at, isOver } }: ItemProps) => (
  <li className={isOver ? 'warning warning-info' : 'warning warning-warning'}>
    <Icon name={isOver ? 'info' : 'warning'} />
    <div className="warning-words">
      <h2>
        <OutsideText text={title} />
      </h2>
      <p>
        <OutsideText text={body} />
      </p>
      <Hint>
        Announced <Moment at={at} />
        {isOver && '; it is over'}
      </Hint>
      {!isOver && action?.kind === 'unlock' && <UnlockButton state={state} keychainPath={action.keychainPath} />}
    </div>
  </li>
);

const UnlockButton = ({ state, keychainPath }: { readonly state: AppState; readonly keychainPath: string }) => (
  <PushButton
    onPress={() => requests.unlock(keychainPath)}
    blocked={isUnlockDialogOpen(state) || lockActionOf(state, keychainPath) !== undefined}
    name={`Unlock the ${formatOutsideText(keychainName(keychainPath))} keychain, as announced`}
  >
    Unlock
  </PushButton>
);
