import type { RankedCause } from '../../core/diagnosis/diagnosis';
import type { SlowCheckTold } from '../../core/diagnosis/diagnosis-run';
import type { DoctorReport, ReportedCheck } from '../../core/diagnosis/doctor-report';
import { formatCause } from '../../core/diagnosis/format-diagnosis';
import { formatOutsideText } from '../../core/text/format-outside-text';
import { alignRows, paragraph } from '../text/columns';
import { type Paint, quiet } from '../text/paint';
import { cureLines } from './cure-lines';

/**
 * A diagnosis as a person reads it, for a terminal of 80 columns: what it is, on what grounds, what to do in which order.
 * The checks are left out where they have been told as they came.
 */
export const doctorText = (
  { checks, diagnosis }: Pick<DoctorReport, 'checks' | 'diagnosis'>,
  paint: Paint,
  latchkey = 'latchkey',
): string => {
  const { summary, message, disagreement, causes, notMeasured } = diagnosis;
  return [
    paragraph(formatOutsideText(summary), 0).map((line) => paint('heading', line)),
    ...(message?.kind === 'recognised' ? [[...paragraph(message.meaning, 0), ...paragraph(message.howToTell, 0)]] : []),
    ...(disagreement === null ? [] : [paragraph(formatOutsideText(disagreement), 0)]),
    ...causes.map((cause, index) => causeLines(cause, index + 1, paint, latchkey)),
    ...(checks.length === 0 ? [] : [[lookedAtHeading(paint), ...checks.flatMap((check) => checkLines(check, paint))]]),
    ...(notMeasured.length === 0
      ? []
      : [
          [
            paint('heading', 'Not measured'),
            ...quiet([...new Set(notMeasured.map(({ reason }) => reason))].flatMap(clauseLines), paint),
          ],
        ]),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
};

const causeLines = (cause: RankedCause, place: number, paint: Paint, latchkey: string): readonly string[] => [
  ...paragraph(`${place}. ${formatCause(cause)}`, 0).map((line) => paint('heading', line)),
  ...paragraph(cause.sentence, 3),
  ...quiet(
    cause.evidence.flatMap(({ sentence }) => paragraph(`· ${formatOutsideText(sentence)}`, 3)),
    paint,
  ),
  ...cause.cures.flatMap((step, index) => cureLines(step, `${letterOf(index)})`, paint, latchkey)),
  ...(cause.mistake === undefined ? [] : quiet(paragraph(`A common mistake: ${cause.mistake}`, 3), paint)),
];

const letterOf = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + (index % 26));

const clauseLines = (clause: string): readonly string[] => paragraph(`· ${formatOutsideText(clause)}`, 2);

const resultRoles = { fine: 'good', problem: 'bad', 'not-possible': 'careful', cancelled: 'careful' } as const;
const resultWords = {
  fine: 'fine',
  problem: 'problem',
  'not-possible': 'could not look',
  cancelled: 'cancelled',
} as const;

export const lookedAtHeading = (paint: Paint): string => paint('heading', 'Looked at');

/** One that has not answered for a while: what it waits for, and what it can tell already. */
export const slowLines = ({ title, sentence }: SlowCheckTold, paint: Paint): readonly string[] =>
  alignRows([[stillAsked.padEnd(14), `${title}: ${sentence}`]], 2).map((line) =>
    line.replace(stillAsked, (word) => paint('careful', word)),
  );

const stillAsked = 'still asked';

export const checkLines = ({ title, result, sentence }: ReportedCheck, paint: Paint): readonly string[] =>
  alignRows([[resultWords[result].padEnd(14), `${title}: ${sentence}`]], 2).map((line) =>
    line.replace(resultWords[result], (word) => paint(resultRoles[result], word)),
  );
