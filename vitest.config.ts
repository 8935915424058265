import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

interface ProjectPlan {
  readonly name: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly timeoutSeconds: number;
  /** Groups run one after the other, so that Electron and Chromium do not fight for the processor. */
  readonly group: number;
  /** Opens windows, one file after the other. */
  readonly opensWindows?: boolean;
}

/** Folders whose tests start something: the simulated Mac, the built command line, an sshd, a browser, Electron, the packager. */
const foldersOfTheirOwn = [
  ...[
    'simulator',
    'system',
    'tools',
    'monitor',
    'hold-crash',
    'contract',
    'cli',
    'shell-helper',
    'real-sessions',
    'real-programs',
    'browser',
    'packaging',
    'e2e',
  ],
];

const plans: readonly ProjectPlan[] = [
  {
    name: 'unit',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: foldersOfTheirOwn.map((folder) => `test/${folder}/**`),
    timeoutSeconds: 20,
    group: 0,
  },
  { name: 'simulator', include: ['test/simulator/**/*.test.ts'], timeoutSeconds: 30, group: 1 },
  {
    name: 'system',
    include: ['test/{system,tools,monitor}/**/*.test.ts'],
    timeoutSeconds: 30,
    group: 1,
  },
  { name: 'hold-crash', include: ['test/hold-crash/**/*.test.ts'], timeoutSeconds: 600, group: 1 },
  { name: 'contract', include: ['test/contract/**/*.test.ts'], timeoutSeconds: 60, group: 1 },
  { name: 'cli', include: ['test/cli/**/*.test.ts'], timeoutSeconds: 30, group: 1 },
  { name: 'shell-helper', include: ['test/shell-helper/**/*.test.ts'], timeoutSeconds: 60, group: 1 },
  { name: 'real-sessions', include: ['test/real-sessions/**/*.test.ts'], timeoutSeconds: 60, group: 1 },
  { name: 'real-programs', include: ['test/real-programs/**/*.test.ts'], timeoutSeconds: 120, group: 1 },
  { name: 'browser', include: ['test/browser/**/*.test.ts'], timeoutSeconds: 60, group: 2 },
  { name: 'packaging', include: ['test/packaging/**/*.test.ts'], timeoutSeconds: 120, group: 2 },
  { name: 'e2e', include: ['test/e2e/**/*.test.ts'], timeoutSeconds: 120, group: 3, opensWindows: true },
];

const project = (plan: ProjectPlan): TestProjectInlineConfiguration => ({
  define: { __LATCHKEY_RELEASE__: 'false' },
  test: {
    name: plan.name,
    environment: 'node',
    include: [...plan.include],
    exclude: ['**/node_modules/**', ...(plan.exclude ?? [])],
    setupFiles: ['test/vitest/guard.ts'],
    globalSetup: ['test/vitest/build-first.ts', ...(plan.opensWindows ? ['test/vitest/virtual-display.ts'] : [])],
    testTimeout: plan.timeoutSeconds * 1000,
    hookTimeout: plan.timeoutSeconds * 1000,
    restoreMocks: true,
    unstubEnvs: true,
    sequence: { groupOrder: plan.group },
    ...(plan.opensWindows ? { fileParallelism: false, maxWorkers: 1 } : {}),
  },
});

export default defineConfig({
  test: { projects: plans.map(project), teardownTimeout: 15_000, slowTestThreshold: 10_000 },
});
