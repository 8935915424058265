import { appendFileSync } from 'node:fs';
import { type File, startTests, type Task, type Test } from '@vitest/runner';
import { TestRunner } from 'vitest';
import { type MutationResult, readResults } from '../../scripts/mutation/results.mjs';

/** What StrykerJS's instrumenter leaves in the code goes by this global. */
interface Switch {
  activeMutant?: string | undefined;
  /** The test that runs, while one does: what is reached without one is reached by loading. */
  currentTestId?: string | undefined;
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> };
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}
type Hits = Readonly<Record<string, number>>;

const state: Switch = {};
Reflect.set(globalThis, '__stryker__', state);

/** A loop that a mutant has made endless goes round so much more often than the whole one. */
const moreOften = 100;

const resultsFile = process.env.LATCHKEY_MUTATION_RESULTS ?? '';
const tell = (result: MutationResult): void => appendFileSync(resultsFile, `${JSON.stringify(result)}\n`);
tell({ kind: 'worker', pid: process.pid });

interface Covered {
  readonly mutant: string;
  /** Null: any test may depend on what was reached while the modules were loaded. */
  readonly tests: ReadonlySet<string> | null;
  readonly hits: number;
}

const coveredOf = ({ static: whileLoading, perTest }: NonNullable<Switch['mutantCoverage']>): readonly Covered[] => {
  const mutants = new Set([whileLoading, ...Object.values(perTest)].flatMap((hits) => Object.keys(hits)));
  return [...mutants].map((mutant) => {
    const tests = Object.keys(perTest).filter((test) => perTest[test]?.[mutant]);
    const hits = tests.reduce((sum, test) => sum + (perTest[test]?.[mutant] ?? 0), whileLoading[mutant] ?? 0);
    return { mutant, tests: whileLoading[mutant] ? null : new Set(tests), hits };
  });
};

/** Modules of the project load anew with the next import; what guards the process has been set up once for all. */
const forgetModules = (runner: TestRunner): void => {
  for (const [path, module] of Reflect.get(runner, 'moduleRunner').evaluatedModules.idToModuleMap) {
    if (!/\/(electron|renderer|test)\//.test(path) || /\/node_modules\/|\/test\/vitest\//.test(path)) continue;
    Object.assign(module, { promise: undefined, exports: undefined, evaluated: false });
    module.importers.clear();
  }
};

/** Runs some tests of a file with one mutant, and no further than to the first that fails. Nobody is told of them. */
class OneMutantRunner extends TestRunner {
  readonly #tests: ReadonlySet<string> | null;

  constructor(outer: TestRunner, tests: ReadonlySet<string> | null) {
    super(outer.config);
    this.#tests = tests;
    Object.defineProperty(this, 'moduleRunner', { value: Reflect.get(outer, 'moduleRunner') });
    this.__setTraces(Reflect.get(outer, '_otel'));
  }

  override async onBeforeRunTask(test: Test): Promise<void> {
    if (this.#tests !== null && !this.#tests.has(test.id)) test.mode = 'skip';
    await super.onBeforeRunTask(test);
  }

  override onAfterRunTask(test: Test): void {
    super.onAfterRunTask(test);
    if (test.result?.state === 'fail') this.cancel('test-failure');
  }
}

/** vitest's runner that runs each file once as it is and then once for each mutant that it reaches and that lives still. */
export default class MutantRunner extends TestRunner {
  onBeforeCollect(): void {
    forgetModules(this);
    Object.assign(state, {
      activeMutant: undefined,
      currentTestId: undefined,
      hitLimit: undefined,
      hitCount: undefined,
    });
    state.mutantCoverage = { static: {}, perTest: {} };
  }

  override onBeforeTryTask(test: Task): void {
    super.onBeforeTryTask(test);
    state.currentTestId = test.id;
  }

  override onAfterRunTask(test: Task): void {
    state.currentTestId = undefined;
    super.onAfterRunTask(test);
  }

  override async onAfterRunFiles(files?: readonly File[]): Promise<void> {
    super.onAfterRunFiles();
    for (const file of files ?? []) await this.#tryMutantsOf(file);
  }

  async #tryMutantsOf({ filepath, result }: File): Promise<void> {
    const results = readResults(resultsFile);
    if (results.some((one) => one.kind === 'done' && one.file === filepath)) return;
    // What fails when it is run once more in the same process would fail with every mutant.
    const covered = coveredOf(state.mutantCoverage ?? { static: {}, perTest: {} });
    if (result?.state !== 'pass' || (await this.#fails(filepath, null)))
      tell({ kind: 'wrong-unbroken', file: filepath });
    else {
      const decided = new Set(
        results.flatMap((one) =>
          one.kind === 'killed' || ('mutant' in one && one.file === filepath) ? [one.mutant] : [],
        ),
      );
      for (const one of covered) if (!decided.has(one.mutant)) await this.#tryMutant(filepath, one);
    }
    tell({ kind: 'done', file: filepath });
  }

  async #tryMutant(file: string, { mutant, tests, hits }: Covered): Promise<void> {
    tell({ kind: 'begun', mutant, file });
    Object.assign(state, { activeMutant: mutant, hitCount: 0, hitLimit: hits * moreOften });
    tell({ kind: (await this.#fails(file, tests)) ? 'killed' : 'survived', mutant, file });
  }

  async #fails(file: string, tests: ReadonlySet<string> | null): Promise<boolean> {
    forgetModules(this);
    const [run] = await startTests([file], new OneMutantRunner(this, tests));
    return run?.result?.state === 'fail';
  }
}
