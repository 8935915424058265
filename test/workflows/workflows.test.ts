import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../project-files';
import { complaintsAbout, parseWorkflow } from './workflow-rules';

const folder = join(projectFolder, '.github/workflows');
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const checkout = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';

/**
 * What actionlint looks at, as far as these files have it, and what it does not. actionlint itself is a program of another
 * language that no package registry of this project's holds in a version of these years.
 */
describe.each(files)('the workflow %s', (name) => {
  it('asks for no right that it does not need, runs what is pinned, and names what is there', () => {
    expect(complaintsAbout(textOf(name))).toEqual([]);
  });
});

describe('the workflows together', () => {
  it('run one commit of an action, not one here and another there', () => {
    const used = files.flatMap((name) => [...textOf(name).matchAll(/uses: (\S+)@(\S+)/g)]);
    const commits = new Map<string, Set<string>>();
    for (const [, action = '', commit = ''] of used)
      commits.set(action, (commits.get(action) ?? new Set<string>()).add(commit));
    expect([...commits].filter(([, all]) => all.size !== 1)).toEqual([]);
    expect([...commits.keys()].filter((action) => !action.startsWith('actions/'))).toEqual([]);
  });

  it('write nothing anywhere but in the release, which only a tag starts', () => {
    const writing = files.flatMap((name) =>
      Object.entries(parseWorkflow(textOf(name)).jobs)
        .filter(([, { permissions = {} }]) => Object.values(permissions).includes('write'))
        .map(([id]) => `${name} ${id}`),
    );
    expect(writing).toEqual(['release.yml release']);
    expect(parseWorkflow(textOf('release.yml')).on).toEqual({ push: { tags: ['v*'] } });
  });

  it('have the jobs that they are read for, the contract with a Mac first of all', () => {
    const { jobs } = parseWorkflow(textOf('ci.yml'));
    expect(Object.keys(jobs)).toEqual(['macos-contract', 'checks', 'linux', 'macos', 'macos-package']);
    expect([jobs.macos?.needs, jobs['macos-package']?.needs]).toEqual(['macos-contract', 'macos-contract']);
    expect(jobs.linux?.['runs-on']).toBe('ubuntu-22.04');
  });

  it('call each step of the package’s trial, in its order, and tidy up whatever comes', () => {
    const steps = parseWorkflow(textOf('ci.yml')).jobs['macos-package']?.steps ?? [];
    const called = steps.flatMap(({ run }) => run?.match(/^\.ci\/try-mac-package (.+)$/)?.[1] ?? []);
    const script = readFileSync(join(projectFolder, '.ci/try-mac-package'), 'utf8');
    const known = [...script.matchAll(/^ {2}([a-z-]+)\) [a-z_]+ ;;$/gm)].map(([, name]) => name);
    expect(called).toEqual(known);
    expect(steps.at(-1)).toMatchObject({ run: '.ci/try-mac-package tidy', if: expect.stringContaining('always()') });
    execFileSync('bash', ['-n', join(projectFolder, '.ci/try-mac-package')]);
  });
});

describe('the page that walks through them', () => {
  const page = readFileSync(join(projectFolder, 'docs/ci.md'), 'utf8');
  const rowsOf = (job: string): readonly string[] => {
    const section = page.split(`## ${job}\n`)[1]?.split('\n## ')[0] ?? '';
    return [...section.matchAll(/^\| (?!step |-)(.+?) \|/gm)].map(([, name = '']) => name);
  };
  const onMacOs = files.flatMap((name) =>
    Object.entries(parseWorkflow(textOf(name)).jobs).filter(([, job]) => String(job['runs-on']).startsWith('macos')),
  );

  it.each(onMacOs)('has each step of %s, in its order, with what was and was not tried', (id, { steps }) => {
    expect(rowsOf(id)).toEqual(steps.map(({ name }) => name));
    const rows = page.split('\n').filter((line) => steps.some(({ name }) => line.startsWith(`| ${name} |`)));
    expect(rows.filter((row) => row.split('|').length !== 6 || /\|\s*\|/.test(row))).toEqual([]);
  });
});

describe('a workflow that somebody gets wrong', () => {
  const good = {
    head: 'on:\n  push:\n    branches: [main]\npermissions: {}\n',
    job: '    runs-on: ubuntu-22.04\n    timeout-minutes: 5\n    permissions:\n      contents: read\n',
    step: `      - name: Check out\n        uses: ${checkout}\n        with:\n          persist-credentials: false\n`,
  };
  const made = (changes: Partial<typeof good>): string => {
    const { head, job, step } = { ...good, ...changes };
    return `${head}jobs:\n  one:\n${job}    steps:\n${step}`;
  };
  const line = (run: string): string => `${good.step}      - name: Run\n        run: ${run}\n`;

  it('is not found where nothing is wrong', () => {
    expect(complaintsAbout(made({}))).toEqual([]);
  });

  it.each<[string, Partial<typeof good>]>([
    ['may do anything', { head: good.head.replace('permissions: {}\n', '') }],
    ['may do all that is read', { head: good.head.replace('{}', 'read-all') }],
    ['looks at a branch twice', { head: 'on:\n  push:\n  pull_request:\npermissions: {}\n' }],
    ['runs a stranger’s code with our rights', { head: 'on:\n  pull_request_target:\npermissions: {}\n' }],
    ['has a key that GitHub does not know', { head: `${good.head}job: {}\n` }],
    ['has a job that does not say what it may', { job: good.job.replace(/ {4}permissions:\n.*\n/, '') }],
    ['has a right that there is not', { job: good.job.replace('contents', 'content') }],
    ['never ends', { job: good.job.replace('    timeout-minutes: 5\n', '') }],
    ['waits for a job that is not there', { job: `${good.job}    needs: two\n` }],
    ['runs where the sandbox cannot start', { job: good.job.replace('22.04', '24.04') }],
    [
      'asks its matrix for what is not in it',
      { step: `${good.step}      - name: Run\n        run: 'true'\n        env:\n          A: \${{ matrix.node }}\n` },
    ],
    ['runs an action by its tag', { step: good.step.replace(/@[0-9a-f]{40}/, '@v6') }],
    ['runs an action by half a commit', { step: good.step.replace(/@([0-9a-f]{20})[0-9a-f]{20}/, '@$1') }],
    ['does not say the version of what it runs', { step: good.step.replace(' # v6.0.2', '') }],
    ['leaves its token on the disk', { step: good.step.replace('false', 'true') }],
    ['does not say whether it leaves its token on the disk', { step: good.step.split('\n').slice(0, 2).join('\n') }],
    ['lets a title into a line of shell', { step: line(`echo \${{ github.event.pull_request.title }}`) }],
    ['has an expression that does not end', { step: `${good.step}        if: \${{ always()\n` }],
    ['asks for a context that there is not', { step: `${good.step}        if: \${{ git.ref == 'x' }}\n` }],
    ['calls a function that there is not', { step: `${good.step}        if: \${{ allways() }}\n` }],
    ['calls a script that is not there', { step: line('.ci/no-such-script') }],
    ['calls an npm script that is not there', { step: line('npm run no-such-script') }],
    ['has a line that is no shell', { step: line('if true; then') }],
    ['has a step without a name', { step: good.step.replace('- name: Check out\n        uses', '- uses') }],
    ['has a step that does nothing', { step: '      - name: Nothing\n' }],
  ])('is found where it %s', (_what, changes) => {
    expect(complaintsAbout(made(changes))).toHaveLength(1);
  });
});
