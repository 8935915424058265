import { describeHoldExposure, describeHoldRestores, formatHoldEnd } from '../core/format-hold';
import { formatMoment, type LocalNow } from '../core/format-moment';
import { formatOutsideText } from '../core/format-outside-text';
import type { Hold, HoldFacts } from '../core/hold';
import { paragraph } from './columns';

const keeper = (hold: HoldFacts): string =>
  hold.owner === 'app' ? 'Latchkey’s app keeps it' : 'latchkey hold in a terminal keeps it';

/** What a hold exposes and what it puts back, a paragraph each. */
export const factLines = (hold: HoldFacts, now: LocalNow): readonly string[] => [
  ...paragraph(formatOutsideText(describeHoldExposure(hold, now)), 2),
  ...paragraph(formatOutsideText(describeHoldRestores(hold, hold.relock)), 2),
  ...(hold.keepAwake
    ? paragraph('While on power this Mac does not fall asleep by itself; a closed lid sleeps it.', 2)
    : []),
];

/** A hold as a person reads it, for a terminal of 80 columns. */
export const holdLines = (hold: Hold, now: LocalNow): readonly string[] => {
  switch (hold.state) {
    case 'off':
      return ['No hold is on.'];
    case 'on': {
      const left = hold.until === undefined ? '' : ` (${formatMoment(hold.until, now)})`;
      return [`A hold is on ${formatHoldEnd(hold.end, now)}${left}: ${keeper(hold)}.`, ...factLines(hold, now)];
    }
    case 'restoring':
      return ['The hold is over, and not everything is put back yet.', ...restoringLines(hold)];
  }
};

const restoringLines = (hold: Extract<Hold, { state: 'restoring' }>): readonly string[] => {
  if (hold.waitsFor === 'start')
    return paragraph('The Latchkey that kept it is gone. latchkey hold --end puts everything back.', 2);
  if (hold.problems.length === 0) return paragraph(`It is under way: ${keeper(hold)}.`, 2);
  return hold.problems.flatMap(({ sentence, kind, path }) => [
    ...paragraph(formatOutsideText(sentence), 2),
    ...(kind === 'locked' || kind === 'failed' ? [] : decisionLines(formatOutsideText(path))),
  ]);
};

const decisionLines = (path: string): readonly string[] => [
  `  → latchkey hold --put-back --keychain '${path}'`,
  `  → latchkey hold --leave --keychain '${path}'`,
];
