import type { ChecklistRow } from '../../core/diagnosis/checklist';
import { loginMethods } from '../../core/diagnosis/login-methods';
import { paragraph } from '../text/columns';
import { type Paint, quiet } from '../text/paint';

const words = {
  fine: 'fine',
  problem: 'problem',
  'could-not-look': 'could not look',
  'left-to-you': 'left to you',
} as const;
const roles = { fine: 'good', problem: 'bad', 'could-not-look': 'careful', 'left-to-you': 'careful' } as const;

/** The quick checklist as worked through, and the ways to log in to Claude Code beside one another. */
export const checklistText = (rows: readonly ChecklistRow[], paint: Paint): string =>
  [
    [paint('heading', 'Quick checklist'), ...rows.flatMap((row, index) => rowLines(row, index + 1, paint))],
    [
      paint('heading', 'Ways to log in to Claude Code'),
      ...loginMethods.flatMap((method) => methodLines(method, paint)),
    ],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');

const rowLines = ({ title, state, found, leftToYou }: ChecklistRow, place: number, paint: Paint): readonly string[] => [
  `${String(place).padStart(2)}. ${title}: ${paint(roles[state], words[state])}`,
  ...quiet(
    [...found, ...(leftToYou === null ? [] : [`You: ${leftToYou}`])].flatMap((sentence) => paragraph(sentence, 4)),
    paint,
  ),
];

const methodLines = (method: (typeof loginMethods)[number], paint: Paint): readonly string[] => [
  ...paragraph(`· ${method.title}`, 0),
  ...quiet(
    [
      `Ends: ${method.ends}.`,
      `Needs the keychain: ${method.needsKeychain}. Over SSH: ${method.overSsh}. In jobs: ${method.inJobs}.`,
      `Billed to: ${method.billedTo}. It exposes: ${method.exposes}.`,
    ].flatMap((sentence) => paragraph(sentence, 4)),
    paint,
  ),
];
