import { withVerdict } from './session-verdict';
import type { Snapshot } from './snapshot';
import { warningsFor } from './warnings';

/**
 * The snapshot for when a look itself broke: nothing that was seen before passes for the present.
 *
 * @param fault what broke, for the reason.
 */
export const lostSight = ({ claudeCode: _whatRan, ...before }: Snapshot, fault: string, now: number): Snapshot => {
  const takenAt = new Date(now).toISOString();
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
  return { ...facts, warnings: warningsFor(facts, now) };
};
