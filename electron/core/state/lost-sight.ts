import { withVerdict } from '../sessions/session-verdict';
import type { LocalNow } from '../time/format-moment';
import { isoTime } from '../time/outside-numbers';
import { verdictOf } from '../verdict/verdict';
import type { Snapshot } from '../words/snapshot';
import { warningsFor } from './warnings';
import { weighWarnings } from './weigh-warnings';

/**
 * The snapshot for when a look itself broke: nothing that was seen before passes for the present.
 *
 * @param fault what broke, for the reason.
 * @param at the moment and the place that the conclusion tells its times from.
 */
export const lostSight = ({ claudeCode: _whatRan, ...before }: Snapshot, fault: string, at: LocalNow): Snapshot => {
  const takenAt = isoTime(at.nowMs);
  const reason = `Latchkey could not look (${fault}). It tries again.`;
  const keychains = before.keychains.map((keychain) => ({
    ...keychain,
    lock: { state: 'unknown' as const, reason, since: takenAt, session: keychain.lock.session },
    autoLock: { source: 'unknown' as const, reason },
    forecast: { kind: 'unknown' as const, reason },
  }));
  const sessions = before.sessions
    .map((session) =>
      session.basis === 'measured'
        ? { ...session, sees: 'unknown' as const, basis: 'inferred' as const, reason }
        : session,
    )
    .map((session) => withVerdict(session, before.credentials));
  const facts = { ...before, takenAt, keychains, sessions };
  const verdict = verdictOf(facts, at);
  return { ...facts, verdict, warnings: weighWarnings(warningsFor(facts, at.nowMs), verdict) };
};
