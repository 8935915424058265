import type { AppState } from '../../../electron/contract/app-state';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { Hint } from '../../components/boxes';
import { OutsideText } from '../../components/outside-text';
import { AnnouncementList } from '../page/announcement-list';
import { NoticeBar } from '../page/notice-bar';
import { WarningList } from '../page/warning-list';
import { PreferencesNotice } from '../settings/preferences-notice';

/** The verdict in full, and all that was announced or is to be warned of. */
export const WarningsPage = ({ state, snapshot }: { readonly state: AppState; readonly snapshot: Snapshot }) => {
  const isQuiet = snapshot.warnings.length === 0 && state.announcements.length === 0 && !state.preferencesNotice;
  return (
    <>
      <p className="verdict-in-full">
        <OutsideText text={snapshot.verdict.sentence} />
      </p>
      <NoticeBar state={state} />
      <PreferencesNotice />
      <AnnouncementList state={state} />
      <WarningList state={state} warnings={snapshot.warnings} />
      {isQuiet && <Hint>There is nothing else to say.</Hint>}
    </>
  );
};
