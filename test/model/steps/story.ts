import fc from 'fast-check';
import { loginPath, workPath } from '../world/paths';
import { anyStep, type Step } from './step';

const of = (...steps: readonly (Step | fc.Arbitrary<Step>)[]): fc.Arbitrary<readonly Step[]> =>
  fc.tuple(...steps.map((step) => ('kind' in step ? fc.constant(step) : step)));

const anyOf = <Value>(values: readonly Value[], make: (value: Value) => Step): fc.Arbitrary<Step> =>
  fc.constantFrom(...values).map(make);

const which = fc.nat({ max: 5 });
const aMoment = { kind: 'time', ms: 1_000 } as const;
const born = anyOf(['ssh', 'tmux-ssh'] as const, (what) => ({ kind: 'born', what, tellsBirth: true, isOthers: false }));
const looksNow = { kind: 'click-look' } as const;

/** Unlocked inside, reported, and then time or a sleep that would have locked it. */
const reportedUnlocked = which.chain((place) =>
  of(
    born,
    { kind: 'unlocked', path: loginPath, where: 'place', which: place },
    { kind: 'report', which: place, report: 'true' },
    looksNow,
    aMoment,
    fc.oneof(
      anyOf([1_000, 600_000], (ms) => ({ kind: 'sleep', ms })),
      anyOf([61_000, 130_000], (ms) => ({ kind: 'time', ms })),
    ),
    { kind: 'time', ms: 16_000 },
  ),
);

const reportedAhead = which.chain((place) =>
  of(
    born,
    anyOf(['unlocked', 'locked'] as const, (kind) => ({ kind, path: loginPath, where: 'place', which: place })),
    { kind: 'report', which: place, report: 'from-the-future' },
    looksNow,
    aMoment,
  ),
);

/** What a session runs on and what the file says are two things once another session has written. */
const changedElsewhere = which.chain((place) =>
  of(
    born,
    { kind: 'unlocked', path: loginPath, where: 'desktop', which: 0 },
    anyOf([60, 300, 7201, null], (idleTimeoutSeconds) => ({
      kind: 'settings',
      path: loginPath,
      where: 'place',
      which: place,
      settings: { lockOnSleep: false, idleTimeoutSeconds },
    })),
    { kind: 'time', ms: 16_000 },
    anyOf(['locked', 'unlocked'] as const, (kind) => ({ kind, path: loginPath, where: 'desktop', which: 0 })),
    { kind: 'time', ms: 16_000 },
  ),
);

/** The app is killed somewhere on the way into a hold. */
const holdCutShort = of(
  { kind: 'start' },
  { kind: 'slow', isSlow: true },
  { kind: 'unlocked', path: loginPath, where: 'desktop', which: 0 },
  aMoment,
  { kind: 'click-hold', paths: [loginPath], end: 'open', relock: 'as-before' },
  anyOf([20, 50, 90, 130, 170, 210], (ms) => ({ kind: 'time', ms })),
  { kind: 'kill' },
  { kind: 'slow', isSlow: false },
  { kind: 'start' },
  { kind: 'time', ms: 5_000 },
);

/** One hold is asked for while another one waits for its dialog, and then neither is wanted. */
const holdBehindHold = of(
  { kind: 'start' },
  { kind: 'locked', path: workPath, where: 'desktop', which: 0 },
  aMoment,
  { kind: 'click-hold', paths: [workPath], end: 'open', relock: 'as-before' },
  { kind: 'time', ms: 400 },
  { kind: 'click-hold', paths: [loginPath, workPath], end: 'open', relock: 'as-before' },
  anyOf(['click-cancel', 'click-look'] as const, (kind) => ({ kind })),
  anyOf(['quit', 'click-end-hold'] as const, (kind) => ({ kind })),
  aMoment,
);

/** Steps that lead somewhere only one right after the other: by chance they would seldom meet. */
const anyStory = fc.oneof(reportedUnlocked, reportedAhead, changedElsewhere, holdCutShort, holdBehindHold);

const steps = fc.oneof(
  { weight: 60, arbitrary: anyStep.map((step): readonly Step[] => [step]) },
  { weight: 1, arbitrary: anyStory },
);

export const anyWalk = (longest: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(steps, { minLength: 1, maxLength: longest, size: 'max' }).map((parts) => parts.flat());
