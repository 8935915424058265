import type { ReactNode } from 'react';
import { formatOutsideText } from '../../../electron/core/text/format-outside-text';
import { Icon } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { keyOfPage, pushPage } from '../../store/pages';
import type { PushedPage } from '../../store/popover-store';

export interface RowDot {
  readonly tone: 'good' | 'caution' | 'alarm' | 'unknown';
  /** Hollow: not measured. */
  readonly isHollow?: boolean;
}

interface Props {
  readonly name: string;
  readonly words?: string;
  readonly dot?: RowDot;
  readonly to: PushedPage;
  /** For VoiceOver: the row as one sentence, where name and words are none. */
  readonly sentence?: string;
  /** Stands in place of the words. */
  readonly children?: ReactNode;
}

/** A row that leads to a page: what it is about, and at its end what to know of it. */
export const PageRow = ({ name, words, dot, to, sentence, children }: Props) => (
  <button
    type="button"
    className="page-row"
    data-row=""
    data-page={keyOfPage(to)}
    aria-label={formatOutsideText(sentence ?? (words === undefined ? name : `${name}: ${words}`))}
    onClick={() => pushPage(to)}
  >
    {dot && <Dot {...dot} />}
    <span className="page-row-name">
      <OutsideText text={name} oneLine />
    </span>
    {words !== undefined && (
      <span className="page-row-words">
        <OutsideText text={words} oneLine />
      </span>
    )}
    {children}
    <Icon name="disclosure" />
  </button>
);

const Dot = ({ tone, isHollow = false }: RowDot) => (
  <svg className={`dot dot-${tone}`} viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
    <circle className={isHollow ? 'dot-hollow' : 'dot-filled'} cx="5" cy="5" r="3.8" />
  </svg>
);
