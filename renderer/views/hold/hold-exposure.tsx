import { describeHoldExposure, formatHoldEnd } from '../../../electron/core/hold/format-hold';
import type { HoldEnd } from '../../../electron/core/words/hold';
import { Hint } from '../../components/boxes';
import { TimeElement } from '../../components/moment';
import { OutsideText } from '../../components/outside-text';
import { useLocalNow } from '../../store/use-local-now';

/** "until 18:30", machine-readable where it is a time. */
export const HoldEndPhrase = ({ end, isFirst = false }: { readonly end: HoldEnd; readonly isFirst?: boolean }) => {
  const phrase = formatHoldEnd(end, useLocalNow());
  const words = isFirst ? `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}` : phrase;
  return end.kind === 'at' ? <TimeElement at={end.at}>{words}</TimeElement> : words;
};

/** What a hold exposes, in one line that begins with its end. */
export const HoldExposure = (exposed: Parameters<typeof describeHoldExposure>[0]) => {
  const now = useLocalNow();
  const sentence = describeHoldExposure(exposed, now);
  return (
    <Hint>
      <HoldEndPhrase end={exposed.end} isFirst />
      <OutsideText text={sentence.slice(formatHoldEnd(exposed.end, now).length)} />
    </Hint>
  );
};
