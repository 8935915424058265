import { renameSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, TestSpecification, Vitest } from 'vitest/node';

/** At most so long what is written may be behind what has happened. */
const writeEveryMs = 200;

/**
 * Counts for the last line of `npm test`: what failed by name, what was skipped with its reason. Written all the time, so that a
 * run that is killed has told what was running.
 */
export default class TallyReporter implements Reporter {
  readonly #file = process.env.LATCHKEY_TALLY_FILE;
  readonly #done = new Map<string, Tally>();
  readonly #running = new Map<string, string>();
  #projectNames: readonly string[] = [];
  #writing: NodeJS.Timeout | undefined;

  onInit(vitest: Vitest): void {
    this.#projectNames = vitest.projects.map((project) => project.name);
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    const withTests = new Set(specifications.map((specification) => specification.project.name));
    this.#projectNames = this.#projectNames.filter((name) => !withTests.has(name));
    this.#writeSoon();
  }

  onTestModuleStart(module: TestModule): void {
    this.#running.set(module.id, nameOf(module));
    this.#writeSoon();
  }

  onTestCaseReady(test: TestCase): void {
    this.#running.set(test.module.id, nameOf(test));
    this.#writeSoon();
  }

  onTestCaseResult(test: TestCase): void {
    // Its file's end may have been told before its own.
    if (this.#running.has(test.module.id)) this.#running.set(test.module.id, nameOf(test.module));
    this.#done.set(test.id, tallyOfTest(test));
    this.#writeSoon();
  }

  onTestModuleEnd(module: TestModule): void {
    this.#running.delete(module.id);
    this.#writeSoon();
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly { readonly message: string }[]): void {
    clearTimeout(this.#writing);
    const tally = sumOf(modules.flatMap(talliesOf));
    this.#write(true, {
      ...tally,
      failed: [
        ...tally.failed,
        ...this.#projectNames.map((name) => `${name}: no tests found`),
        ...unhandledErrors.map((error) => `unhandled error: ${error.message.split('\n', 1)[0]}`),
      ],
    });
  }

  #writeSoon(): void {
    if (!this.#file) return;
    this.#writing ??= setTimeout(() => {
      this.#writing = undefined;
      this.#write(false, sumOf([...this.#done.values()]));
    }, writeEveryMs).unref();
  }

  /** At once, so that whoever kills this process finds the one before or this one. */
  #write(isComplete: boolean, tally: Tally): void {
    if (!this.#file) return;
    writeFileSync(`${this.#file}.new`, JSON.stringify({ ...tally, isComplete, running: [...this.#running.values()] }));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

interface Tally {
  readonly passed: number;
  readonly failed: readonly string[];
  /** Of those that passed: the ones that failed at first. */
  readonly passedAtSecondTry: readonly string[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

const nothing: Tally = { passed: 0, failed: [], passedAtSecondTry: [], skipped: [] };

const nameOf = (about: TestModule | TestCase): string =>
  about.type === 'module' ? about.relativeModuleId : `${about.module.relativeModuleId} > ${about.fullName}`;

const sumOf = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.flatMap(({ failed }) => failed),
  passedAtSecondTry: tallies.flatMap(({ passedAtSecondTry }) => passedAtSecondTry),
  skipped: tallies.flatMap(({ skipped }) => skipped),
});

const tallyOfTest = (test: TestCase): Tally => {
  const name = nameOf(test);
  const result = test.result();
  if (result.state === 'passed')
    return { ...nothing, passed: 1, passedAtSecondTry: test.diagnostic()?.flaky ? [name] : [] };
  if (result.state === 'failed') return { ...nothing, failed: [name] };
  if (result.state === 'skipped' && result.note) return { ...nothing, skipped: [{ name, reason: result.note }] };
  return { ...nothing, failed: [`${name}: ${result.state} without a reason (skip with context.skip('why'))`] };
};

const talliesOf = (module: TestModule): readonly Tally[] => {
  const tallies = [...module.children.allTests()].map(tallyOfTest);
  const hasFailedOutsideTests = module.state() === 'failed' && tallies.every(({ failed }) => failed.length === 0);
  return hasFailedOutsideTests
    ? [...tallies, { ...nothing, failed: [`${nameOf(module)}: could not be run`] }]
    : tallies;
};
