import type { Notice } from '../../../electron/core/words/pending';
import { Icon, type IconName } from '../../components/icon';
import { Moment } from '../../components/moment';
import { OutsideText } from '../../components/outside-text';

const iconOf: Readonly<Record<Notice['kind'], IconName>> = { done: 'done', cancelled: 'cancelled', failed: 'warning' };

interface Props {
  readonly notice: Notice | null;
  /** Said instead when the main process did not answer at all. */
  readonly bridgeFailure: string | null;
}

/** What the last action came to. The region is always there, so that VoiceOver hears its words change. */
export const NoticeLine = ({ notice, bridgeFailure }: Props) => (
  <div className="notice-region" role="status" aria-live="polite">
    {bridgeFailure !== null && (
      <p className="notice notice-failed">
        <Icon name="warning" />
        <span>{bridgeFailure}</span>
      </p>
    )}
    {bridgeFailure === null && notice && (
      <p className={`notice notice-${notice.kind}`}>
        <Icon name={iconOf[notice.kind]} />
        <span>
          <OutsideText text={notice.sentence} />
        </span>
        <span className="notice-time">
          <Moment at={notice.at} />
        </span>
      </p>
    )}
  </div>
);
