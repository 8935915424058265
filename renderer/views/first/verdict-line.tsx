import type { AppState } from '../../../electron/contract/app-state';
import { formatOutsideText } from '../../../electron/core/text/format-outside-text';
import type { Notice } from '../../../electron/core/words/pending';
import type { Verdict, VerdictLevel } from '../../../electron/core/words/verdict';
import { useFreshNotice } from '../../behaviour/use-fresh-notice';
import { Icon, type IconName } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { pushPage } from '../../store/pages';

const iconOf: Readonly<Record<VerdictLevel, IconName>> = {
  go: 'go',
  'not-yet': 'warning',
  'unlock-first': 'critical',
  'cannot-tell': 'unknown',
  nobody: 'nobody',
};

const iconOfNotice: Readonly<Record<Notice['kind'], IconName>> = {
  done: 'done',
  cancelled: 'cancelled',
  failed: 'warning',
};

interface Props {
  readonly state: AppState;
  readonly verdict: Verdict;
  /** Says it to whoever comes to the primary button first. */
  readonly sentenceId: string;
}

/** The conclusion, which leads to all that was to be said. What an action came to stands in its place for a while. */
export const VerdictLine = ({ state, verdict: { level, sentence }, sentenceId }: Props) => {
  const notice = useFreshNotice(state.notice);
  return (
    <div className={`verdict verdict-${level}`} data-covered={notice !== null || undefined}>
      <button
        type="button"
        className="verdict-line"
        data-row=""
        data-page="warnings"
        title={formatOutsideText(sentence)}
        onClick={() => pushPage({ page: 'warnings' })}
      >
        <Icon name={iconOf[level]} />
        <span className="verdict-sentence" id={sentenceId}>
          <OutsideText text={sentence} />
        </span>
        <News state={state} />
      </button>
      <div className="verdict-notice" role="status" aria-live="polite">
        {notice && (
          <p className={`notice-${notice.kind}`} title={formatOutsideText(notice.sentence)}>
            <Icon name={iconOfNotice[notice.kind]} />
            <span className="verdict-sentence">
              <OutsideText text={notice.sentence} />
            </span>
          </p>
        )}
      </div>
    </div>
  );
};

/** How much of what stands behind the verdict nobody has seen yet. */
const News = ({ state: { announcements, preferencesNotice } }: { readonly state: AppState }) => {
  const count = announcements.filter(({ isNew }) => isNew).length + (preferencesNotice === null ? 0 : 1);
  return count === 0 ? null : <span className="verdict-news">{count} new</span>;
};
