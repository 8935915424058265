import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { librariesBy } from './scripts/format-libraries.mjs';
import { runnableAppContents } from './scripts/runnable-app.mjs';
import { slownessFrom, yardstickMs } from './scripts/yardstick.mjs';

interface ProjectPlan {
  readonly name: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  /** On the machine that the yardstick is from; longer on a slower one. */
  readonly timeoutSeconds: number;
  /** Groups run one after the other: what opens windows last. */
  readonly group: number;
  /** Files that leave nothing behind in their process run in the same one: starting another and loading all anew is dear. */
  readonly sharesProcess?: boolean;
  /** The `latchkey` that is tried; default: the built one in plain Node. */
  readonly command?: string;
  /** Drives programs that are not ours (Electron, Chromium, sshd, shells); what passes at the second try is told as such. */
  readonly mayTryTwice?: boolean;
  /** Opens windows, each worker on a display of its own. */
  readonly opensWindows?: boolean;
}

/** What it exchanges of a module it exchanges for all that run in its process; what is under way there it may count. */
const needsOwnProcess = (file: string): boolean =>
  /\bvi\.(mock|doMock)\(|createSimulatedDay/.test(readFileSync(file, 'utf8'));
const alone = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name}`)
  .filter((file) => file.endsWith('.test.ts') && needsOwnProcess(file));

/** Asks the compiler about the whole project. */
const typeTests = ['typescript-settings', 'answer-schemas'].map((name) => `test/scripts/${name}.test.ts`);

/** Folders whose tests start something: the simulated Mac, the built command line, an sshd, a browser, Electron, the packager. */
const foldersOfTheirOwn = [
  ...[
    'simulator',
    'system',
    'tools',
    'monitor',
    'fuzz',
    'hold-crash',
    'contract',
    'cli',
    'shell-helper',
    'real-sessions',
  ],
  ...['model', 'real-programs', 'browser', 'packaging', 'packaged-command', 'e2e'],
];

/** What the command of the packaged app is tried with each time, of what there is for the command line. */
const triedPackaged = ['shell', 'doctor/doctor-network'].map((name) => `test/cli/${name}.test.ts`);
const triesAllPackaged = process.env.LATCHKEY_PACKAGED_COMMAND === 'all';

const plans: readonly ProjectPlan[] = [
  {
    name: 'unit',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [...foldersOfTheirOwn.map((folder) => `test/${folder}/**`), ...typeTests, ...alone],
    timeoutSeconds: 20,
    group: 0,
    sharesProcess: true,
  },
  { name: 'types', include: typeTests, timeoutSeconds: 60, group: 1 },
  { name: 'alone', include: alone, timeoutSeconds: 30, group: 1 },
  { name: 'simulator', include: ['test/simulator/**/*.test.ts'], timeoutSeconds: 30, group: 1, sharesProcess: true },
  {
    name: 'system',
    include: ['test/{system,tools,monitor,fuzz}/**/*.test.ts'],
    exclude: alone,
    timeoutSeconds: 30,
    group: 1,
    sharesProcess: true,
  },
  { name: 'model', include: ['test/model/**/*.test.ts'], timeoutSeconds: 120, group: 1 },
  { name: 'hold-crash', include: ['test/hold-crash/**/*.test.ts'], timeoutSeconds: 600, group: 1 },
  { name: 'contract', include: ['test/contract/**/*.test.ts'], timeoutSeconds: 60, group: 1 },
  {
    name: 'cli',
    include: ['test/cli/**/*.test.ts'],
    timeoutSeconds: 30,
    group: 1,
    sharesProcess: true,
    mayTryTwice: true,
  },
  {
    // The same tests with the command of the packaged app. All of them: `npm run test:packaged-command`.
    name: 'packaged-command',
    include: [...(triesAllPackaged ? ['test/cli/**/*.test.ts'] : triedPackaged), 'test/packaged-command/**/*.test.ts'],
    timeoutSeconds: 60,
    group: 2,
    command: `${runnableAppContents}/Resources/bin/latchkey`,
    mayTryTwice: true,
  },
  {
    name: 'shell-helper',
    include: ['test/shell-helper/**/*.test.ts'],
    timeoutSeconds: 60,
    group: 1,
    mayTryTwice: true,
  },
  {
    name: 'real-sessions',
    include: ['test/real-sessions/**/*.test.ts'],
    timeoutSeconds: 60,
    group: 1,
    mayTryTwice: true,
  },
  {
    name: 'real-programs',
    include: ['test/real-programs/**/*.test.ts'],
    timeoutSeconds: 120,
    group: 1,
    mayTryTwice: true,
  },
  { name: 'browser', include: ['test/browser/**/*.test.ts'], timeoutSeconds: 60, group: 2, mayTryTwice: true },
  { name: 'packaging', include: ['test/packaging/**/*.test.ts'], timeoutSeconds: 120, group: 2 },
  {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    timeoutSeconds: 120,
    group: 3,
    mayTryTwice: true,
    opensWindows: true,
  },
];

/**
 * More than there are processors: most of what is tried here waits for a program that it has started, and two of them left a
 * machine of two processors idle for more than a third of the time.
 */
const workers = Math.min(2 * availableParallelism(), availableParallelism() + 4);

const slowness = slownessFrom(yardstickMs());

const project = (plan: ProjectPlan): TestProjectInlineConfiguration => ({
  define: {
    __LATCHKEY_RELEASE__: 'false',
    __LATCHKEY_REPOSITORY__: JSON.stringify('example/latchkey'),
    __LATCHKEY_LIBRARIES__: JSON.stringify(librariesBy((name) => name)),
    // From electron/tools/common, where sources are run as they are.
    __LATCHKEY_PARSE_WORKER__: JSON.stringify('../../../dist/parse-worker/parse-worker.cjs'),
  },
  test: {
    name: plan.name,
    environment: 'node',
    include: [...plan.include],
    exclude: ['**/node_modules/**', ...(plan.exclude ?? [])],
    setupFiles: ['test/vitest/guard.ts', ...(plan.opensWindows ? ['test/vitest/own-display.ts'] : [])],
    globalSetup: ['test/vitest/build-first.ts', ...(plan.opensWindows ? ['test/vitest/virtual-display.ts'] : [])],
    env: { LATCHKEY_SLOWNESS: String(slowness), LATCHKEY_PACKAGED_COMMAND: plan.command ?? '' },
    testTimeout: plan.timeoutSeconds * slowness * 1000,
    hookTimeout: plan.timeoutSeconds * slowness * 1000,
    // What is waited for comes when it comes; that it does not come is for the test's own limit to say.
    expect: { poll: { interval: 20, timeout: plan.timeoutSeconds * slowness * 500 } },
    retry: plan.mayTryTwice ? 1 : 0,
    restoreMocks: true,
    unstubEnvs: true,
    isolate: !plan.sharesProcess,
    sequence: { groupOrder: plan.group },
    maxWorkers: workers,
  },
});

export default defineConfig({
  test: { projects: plans.map(project), teardownTimeout: 15_000, slowTestThreshold: 10_000 },
});
