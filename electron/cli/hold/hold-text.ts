import { describeHoldExposure, describeHoldRestores, formatHoldEnd } from '../../core/hold/format-hold';
import { formatOutsideText } from '../../core/text/format-outside-text';
import { formatMoment, type LocalNow } from '../../core/time/format-moment';
import type { Hold, HoldFacts } from '../../core/words/hold';
import { paragraph } from '../text/columns';

const keeper = (hold: HoldFacts): string =>
  hold.owner === 'app' ? 'Latchkey’s app keeps it' : 'the command line keeps it, in a terminal';

/** What a hold exposes and what it puts back, a paragraph each. */
export const factLines = (hold: HoldFacts, now: LocalNow): readonly string[] => [
  ...paragraph(formatOutsideText(describeHoldExposure(hold, now)), 2),
  ...paragraph(formatOutsideText(describeHoldRestores(hold, hold.relock)), 2),
  ...(hold.keepAwake
    ? paragraph('While on power this Mac does not fall asleep by itself; a closed lid sleeps it.', 2)
    : []),
];

/** A hold as a person reads it, for a terminal of 80 columns. */
export const holdLines = (hold: Hold, now: LocalNow, latchkey: string): readonly string[] => {
  switch (hold.state) {
    case 'off':
      return ['Keep Unlocked is off.'];
    case 'on': {
      const left = hold.until === undefined ? '' : ` (${formatMoment(hold.until, now)})`;
      return [`Keep Unlocked is on ${formatHoldEnd(hold.end, now)}${left}: ${keeper(hold)}.`, ...factLines(hold, now)];
    }
    case 'restoring':
      return ['Keep Unlocked is over, and not everything is put back yet.', ...restoringLines(hold, latchkey)];
  }
};

const restoringLines = (hold: Extract<Hold, { state: 'restoring' }>, latchkey: string): readonly string[] => {
  if (hold.waitsFor === 'start')
    return paragraph(`The Latchkey that kept it is gone. ${latchkey} hold --end puts everything back.`, 2);
  if (hold.problems.length === 0) return paragraph(`It is under way: ${keeper(hold)}.`, 2);
  return hold.problems.flatMap(({ sentence, kind, path }) => [
    ...paragraph(formatOutsideText(sentence), 2),
    ...(kind === 'locked' || kind === 'failed' ? [] : decisionLines(formatOutsideText(path), latchkey)),
  ]);
};

const decisionLines = (path: string, latchkey: string): readonly string[] => [
  `  → ${latchkey} hold --put-back --keychain '${path}'`,
  `  → ${latchkey} hold --leave --keychain '${path}'`,
];
