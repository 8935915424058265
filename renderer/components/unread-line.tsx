import { formatUnread, formatUnreadMark } from '../../electron/core/state/format-unread';
import type { Unread, UnreadMark, UnreadPart } from '../../electron/core/words/reading';
import { useLocalNow } from '../store/use-local-now';
import { OutsideText } from './outside-text';

/** On a row that could not be read anew: of when it is, and who did not answer. Nothing where it could. */
export const UnreadLine = ({ mark }: { readonly mark: UnreadMark | undefined }) => {
  const now = useLocalNow();
  return mark === undefined ? null : (
    <p className="hint unread">
      <OutsideText text={formatUnreadMark(mark, now)} />
    </p>
  );
};

/** The same of whole parts. */
export const UnreadParts = ({
  unread = [],
  parts,
}: {
  readonly unread: readonly Unread[] | undefined;
  readonly parts: readonly UnreadPart[];
}) => {
  const now = useLocalNow();
  return unread
    .filter(({ part }) => parts.includes(part))
    .map((one) => (
      <p key={one.part} className="hint unread">
        <OutsideText text={formatUnread(one, now)} />
      </p>
    ));
};
