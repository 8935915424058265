import type { Hold, HoldProblem } from '../words/hold';
import type { Warning } from '../words/warning';

/**
 * What somebody should know of a hold that could not put everything back, a warning for each keychain.
 *
 * @param journalTroubles sentences about journals that nobody can read.
 */
export const holdWarnings = (hold: Hold, journalTroubles: readonly string[]): Warning[] => [
  ...(hold.state === 'restoring' ? [...hold.problems.map(problemWarning), ...waitsForStart(hold)] : []),
  ...journalTroubles.map(
    (detail): Warning => ({
      code: 'hold-journal-unreadable',
      severity: 'warning',
      title: 'What Keep Unlocked has to put back cannot be read',
      detail,
      actions: [],
    }),
  ),
];

const problemWarning = ({ kind, path, sentence }: HoldProblem): Warning => {
  const base = { severity: 'warning', detail: sentence } as const;
  switch (kind) {
    case 'locked':
      return {
        ...base,
        code: 'hold-waits-for-unlock',
        title: 'The settings are put back at the next unlock',
        actions: [{ kind: 'unlock', keychainPath: path }],
      };
    case 'changed-elsewhere':
    case 'missing':
    case 'replaced':
      return {
        ...base,
        code: 'hold-needs-decision',
        title: 'Keep Unlocked has ended and needs your word',
        actions: [],
      };
    case 'failed':
      return { ...base, code: 'hold-not-put-back', title: 'The settings are not put back yet', actions: [] };
  }
};

const waitsForStart = (hold: Extract<Hold, { readonly state: 'restoring' }>): Warning[] =>
  hold.waitsFor !== 'start'
    ? []
    : [
        {
          code: 'hold-not-put-back',
          severity: 'warning',
          title: 'The settings are not put back yet',
          detail:
            'The Latchkey that kept it unlocked is gone. Open Latchkey, or end it on the command line: either puts them back.',
          actions: [],
        },
      ];
