import type { FreshLoginTest } from '../words/pending';
import type { SessionAttributes } from '../words/session';
import { mayHaveLockedSince, type Relock, type SessionReport } from './session-report';

/** What somebody has found in a security session. */
export interface Measurement {
  readonly sees: 'locked' | 'unlocked';
  /** ISO 8601; null: just now, by Latchkey itself. */
  readonly at: string | null;
}

/** By the session's number: what is so in one place is so in every other one of that session. */
export type Measurements = ReadonlyMap<number, Measurement>;

interface Sources {
  readonly securitySession: SessionAttributes | null;
  readonly ownState: 'locked' | 'unlocked' | 'unknown';
  readonly test: FreshLoginTest | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly relock: Relock;
}

/** Of each session the newest finding that still counts; what this process sees itself is always that. */
export const gatherMeasurements = (
  reports: readonly (readonly [number: number | null, SessionReport | null])[],
  { securitySession, ownState, test, now, relock }: Sources,
): Measurements => {
  const found = new Map<number, Measurement>();
  const add = (number: number | null, measurement: Measurement): void => {
    const before = number === null ? undefined : found.get(number)?.at;
    if (number === null || before === null) return;
    if (before === undefined || measurement.at === null || Date.parse(measurement.at) > Date.parse(before))
      found.set(number, measurement);
  };
  for (const [number, report] of reports) {
    const state = report?.age === 'fresh' ? report.newest.lock : 'unknown';
    if (report && state !== 'unknown') add(number, { sees: state, at: report.newest.writtenAt });
  }
  const tested = findingOfTest(test, now, relock);
  if (tested) add(test?.sharing?.sessionId ?? null, tested);
  if (securitySession && ownState !== 'unknown') add(securitySession.id, { sees: ownState, at: null });
  return found;
};

/** After this the Mac may have changed so much that the test says nothing of the next login. */
const testStaleAfterMs = 60 * 60_000;

/** What the test has found of the lock, as long as that counts. */
export const findingOfTest = (
  test: FreshLoginTest | null,
  now: number,
  relock: Relock,
): (Measurement & { readonly at: string }) | null => {
  if (test === null || test.sees === 'unknown') return null;
  const ageMs = now - Date.parse(test.at);
  const isOver = mayHaveLockedSince({ lock: test.sees, writtenAt: test.at }, now, relock);
  return ageMs < 0 || ageMs > testStaleAfterMs || isOver ? null : { sees: test.sees, at: test.at };
};

/** The session that every SSH login of this Mac has, where two of them were seen in one; null where that is not known. */
export const sharedSessionOf = (test: FreshLoginTest | null): number | null =>
  test?.sharing?.kind === 'shared' ? test.sharing.sessionId : null;
