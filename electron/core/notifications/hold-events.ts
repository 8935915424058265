import { formatAutoLockSettings } from '../auto-lock/format-auto-lock';
import type { RemoteSession } from '../words/session';
import type { Snapshot } from '../words/snapshot';
import type { NotableEvent } from './announcement';

const warningMs = 5 * 60_000;

/**
 * What of a hold somebody should hear who is not looking: that it ends soon under remote clients, and that settings wait to
 * be put back.
 *
 * @param shared the sessions of remote clients that share the desktop's session.
 * @param now milliseconds since 1970.
 */
export const holdEvents = (
  { hold }: Pick<Snapshot, 'hold'>,
  shared: readonly RemoteSession[],
  clients: string,
  now: number,
): readonly NotableEvent[] => {
  if (hold.state === 'off' || hold.isElsewhere) return [];
  if (hold.state === 'restoring') return waits(hold);
  if (hold.until === undefined || shared.length === 0) return [];
  const untilMs = Date.parse(hold.until);
  // Of a short hold the end was in sight when it began.
  const isShort = untilMs - Date.parse(hold.startedAt) <= 2 * warningMs;
  if (isShort || untilMs - now > warningMs || now >= untilMs) return [];
  return [
    {
      kind: 'hold-ends-soon',
      key: `hold ends ${hold.until}`,
      title: 'Keep Unlocked ends within 5 minutes',
      body: `Auto-lock is put back then: ${formatAutoLockSettings(hold.restores)}. ${clients} this desktop's session.`,
      action: null,
      endsWith: null,
      isNoNews: false,
    },
  ];
};

const waits = (hold: Extract<Snapshot['hold'], { state: 'restoring' }>): readonly NotableEvent[] => {
  const [problem] = hold.problems;
  if (problem === undefined || (hold.waitsFor !== 'unlock' && hold.waitsFor !== 'decision')) return [];
  return [
    {
      kind: 'hold-waits',
      key: `hold waits ${hold.startedAt} ${hold.waitsFor}`,
      title:
        hold.waitsFor === 'unlock' ? 'Auto-lock is put back at the next unlock' : 'Auto-lock waits for your decision',
      body: problem.sentence,
      action: hold.waitsFor === 'unlock' ? { kind: 'unlock', keychainPath: problem.path } : null,
      endsWith: null,
      isNoNews: false,
    },
  ];
};
