import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule, TestSpecification, Vitest } from 'vitest/node';

/** Counts for the last line of `npm test`: what failed by name, what was skipped with its reason. */
export default class TallyReporter implements Reporter {
  #projectNames: readonly string[] = [];

  onInit(vitest: Vitest): void {
    this.#projectNames = vitest.projects.map((project) => project.name);
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    const withTests = new Set(specifications.map((specification) => specification.project.name));
    this.#projectNames = this.#projectNames.filter((name) => !withTests.has(name));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly { readonly message: string }[]): void {
    const file = process.env.LATCHKEY_TALLY_FILE;
    if (!file) return;
    const results = modules.map(tallyOf);
    const failed = [
      ...results.flatMap((result) => result.failed),
      ...this.#projectNames.map((name) => `${name}: no tests found`),
      ...unhandledErrors.map((error) => `unhandled error: ${error.message.split('\n', 1)[0]}`),
    ];
    const passed = results.reduce((sum, result) => sum + result.passed, 0);
    writeFileSync(file, JSON.stringify({ passed, failed, skipped: results.flatMap((result) => result.skipped) }));
  }
}

interface ModuleTally {
  passed: number;
  readonly failed: string[];
  readonly skipped: { name: string; reason: string }[];
}

const tallyOf = (module: TestModule): ModuleTally => {
  const tally: ModuleTally = { passed: 0, failed: [], skipped: [] };
  for (const test of module.children.allTests()) {
    const name = `${module.relativeModuleId} > ${test.fullName}`;
    const result = test.result();
    if (result.state === 'passed') tally.passed += 1;
    else if (result.state === 'failed') tally.failed.push(name);
    else if (result.state === 'skipped' && result.note) tally.skipped.push({ name, reason: result.note });
    else tally.failed.push(`${name}: ${result.state} without a reason (skip with context.skip('why'))`);
  }
  const hasFailedOutsideTests = module.state() === 'failed' && tally.failed.length === 0;
  if (hasFailedOutsideTests) tally.failed.push(`${module.relativeModuleId}: could not be run`);
  return tally;
};
