import { startApp } from './app-life';
import { checkAll } from './checks/check-all';
import { comeToRest } from './come-to-rest';
import { act } from './steps/act';
import { happen } from './steps/happen';
import type { Run } from './steps/run';
import type { Step } from './steps/step';
import { settled } from './world/clock';
import { createWorld } from './world/world';

/** Something was so after a step that must not be. */
export class BrokenPromise extends Error {
  constructor(
    readonly complaints: readonly string[],
    readonly afterSteps: readonly Step[],
  ) {
    super(`${complaints.join('\n')}\nafter\n${afterSteps.map((step) => JSON.stringify(step)).join('\n')}`);
    this.name = 'BrokenPromise';
  }
}

/**
 * Walks: does one step after the other to a model's Mac and to the Latchkey on it, and compares the two after each.
 *
 * @throws BrokenPromise with the steps up to the one after which something was wrong.
 */
export const walk = async (steps: readonly Step[], sshLoginsShareSession: boolean): Promise<void> => {
  const world = createWorld(sshLoginsShareSession);
  const run: Run = { world, app: startApp(world), isTestTrusted: true };
  for (const [index, step] of steps.entries()) {
    if (!(await happen(step, run))) await act(step, run);
    await settled();
    world.noteKeeps();
    check(run, steps.slice(0, index + 1));
  }
  fail(await comeToRest(run), steps);
  check(run, steps);
};

const check = (run: Run, steps: readonly Step[]): void => {
  fail(checkAll(run), steps);
};

const fail = (complaints: readonly string[], steps: readonly Step[]): void => {
  if (complaints.length > 0) throw new BrokenPromise(complaints, steps);
};
