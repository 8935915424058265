import fc from 'fast-check';
import type { Step } from './steps/step';
import { anyWalk } from './steps/story';
import { walk } from './walk';

const longestWalk = 300;

export interface Walked {
  readonly seed: number;
  readonly steps: number;
  readonly walks: number;
  /** The shortest walk that was found to the same kind of failure, and what was wrong after it; null: nothing was. */
  readonly failure: string | null;
}

/** Random walks, the same ones for the same seed, until this many steps are done or one of them was wrong. */
export const walkFrom = async (seed: number, wantedSteps: number, shrinkForMs = 60_000): Promise<Walked> => {
  let steps = 0;
  let walks = 0;
  const property = fc.asyncProperty(
    anyWalk(longestWalk),
    fc.boolean(),
    async (some: readonly Step[], sshLoginsShareSession) => {
      await walk(some, sshLoginsShareSession);
      steps += some.length;
      walks += 1;
    },
  );
  for (let part = 0; steps < wantedSteps; part += 1) {
    const numRuns = Math.ceil((wantedSteps - steps) / longestWalk);
    const found = await fc.check(property, {
      seed: seed + part * 1_000_003,
      numRuns,
      unbiased: true,
      endOnFailure: shrinkForMs === 0,
    });
    if (found.failed) return { seed, steps, walks, failure: tell(found) };
  }
  return { seed, steps, walks, failure: null };
};

const tell = ({ counterexample, errorInstance }: fc.RunDetails<[readonly Step[], boolean]>): string => {
  const shares = counterexample?.[1] ? 'SSH logins share a session' : 'each SSH login has a session of its own';
  return `${shares}:\n${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}`;
};
