import { formatOutsideText } from '../../electron/core/text/format-outside-text';

interface Props {
  readonly text: string;
  /** One line, cut off at its end; the whole text is in the tooltip. */
  readonly oneLine?: boolean;
  readonly tooltip?: string;
}

/** Text that Latchkey did not write (a path, a host, a name): it cannot reorder, hide or widen what stands around it. */
export const OutsideText = ({ text, oneLine = false, tooltip }: Props) => {
  const shown = formatOutsideText(text);
  return oneLine ? (
    <bdi className="one-line" title={formatOutsideText(tooltip ?? text)}>
      {shown}
    </bdi>
  ) : (
    <bdi className="any-length">{shown}</bdi>
  );
};
