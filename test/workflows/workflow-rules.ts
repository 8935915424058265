import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../project-files';

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

export interface Job {
  readonly name?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly strategy?: { readonly matrix?: Readonly<Record<string, unknown>> };
  readonly [key: string]: unknown;
}

export interface Workflow {
  readonly on?: Readonly<Record<string, { branches?: readonly string[]; tags?: readonly string[] } | null>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
  readonly [key: string]: unknown;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
const workflowKeys = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'];
const jobKeys = [
  ...['name', 'needs', 'if', 'runs-on', 'environment', 'permissions', 'env', 'defaults', 'strategy', 'steps'],
  ...['timeout-minutes', 'container', 'services', 'outputs', 'continue-on-error', 'concurrency'],
];
const stepKeys = [
  ...['name', 'id', 'if', 'uses', 'with', 'run', 'env', 'shell', 'working-directory', 'timeout-minutes'],
  'continue-on-error',
];
const scopes = ['contents', 'id-token', 'attestations', 'actions', 'checks', 'packages', 'pull-requests', 'issues'];
const contexts = ['github', 'matrix', 'secrets', 'env', 'steps', 'needs', 'runner', 'job', 'inputs', 'vars'];
const functions = ['always', 'cancelled', 'failure', 'success', 'contains', 'startsWith', 'format', 'hashFiles'];
const runners = /^(ubuntu-22\.04|macos-\d\d)$/;

/** A version that a reader can look up beside the commit that is run. */
const pinned = /^(?:[\w.-]+\/)+[\w.-]+@[0-9a-f]{40}$/;

export const parseWorkflow = (text: string): Workflow => parse(text) as Workflow;

/** What a workflow does that it must not, each as one line; none for one that is as all here shall be. */
export const complaintsAbout = (text: string): readonly string[] => {
  const workflow = parseWorkflow(text);
  return [
    ...unknownKeys('workflow', workflow, workflowKeys),
    ...triggerComplaints(workflow),
    ...pinComplaints(text),
    ...expressionComplaints(text),
    ...Object.entries(workflow.jobs).flatMap(([id, job]) => jobComplaints(id, job, workflow)),
  ];
};

const unknownKeys = (where: string, value: object, known: readonly string[]): readonly string[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${where}: unknown key ${key}`);

const triggerComplaints = ({ on = {}, permissions }: Workflow): readonly string[] => [
  ...(JSON.stringify(permissions) === '{}' ? [] : ['workflow: permissions are not {}']),
  ...('pull_request_target' in on ? ['workflow: pull_request_target runs a stranger’s code with our rights'] : []),
  ...('push' in on && !on.push?.branches && !on.push?.tags
    ? ['workflow: a branch is looked at as push and as pull request']
    : []),
];

const pinComplaints = (text: string): readonly string[] =>
  [...text.matchAll(/^\s*(?:- )?uses: (\S+)(.*)$/gm)].flatMap(([, action = '', comment = '']) => [
    ...(pinned.test(action) ? [] : [`${action}: not pinned to a commit`]),
    ...(/^ # v\d+\.\d+\.\d+$/.test(comment) ? [] : [`${action}: does not say its version`]),
  ]);

const expressionComplaints = (text: string): readonly string[] => {
  const opened = text.split('${{').length;
  const expressions = [...text.matchAll(/\$\{\{(.*?)\}\}/g)].map(([, inner = '']) => inner);
  const names = expressions.flatMap((inner) => [
    ...inner.replace(/'[^']*'/g, '').matchAll(/(?<![\w.-])([a-zA-Z]\w*)([.(])?/g),
  ]);
  return [
    ...(opened === expressions.length + 1 ? [] : ['an expression does not end']),
    ...names
      .filter(([, name = '', after]) => !(after === '(' ? functions : contexts).includes(name))
      .map(([, name]) => `unknown in an expression: ${name}`),
  ];
};

const jobComplaints = (id: string, job: Job, workflow: Workflow): readonly string[] => {
  const matrix = Object.keys(job.strategy?.matrix ?? {});
  const needs = [job.needs ?? []].flat();
  const used = [...JSON.stringify(job).matchAll(/\bmatrix\.(\w+)/g)].map(([, name = '']) => name);
  return [
    ...unknownKeys(id, job, jobKeys),
    ...needs.filter((one) => !(one in workflow.jobs)).map((one) => `${id}: needs ${one}, which is no job`),
    ...(runners.test(String(job['runs-on'])) ? [] : [`${id}: runs on ${job['runs-on']}`]),
    ...(typeof job['timeout-minutes'] === 'number' ? [] : [`${id}: may run for six hours`]),
    ...(job.permissions === undefined ? [`${id}: does not say what it may`] : []),
    ...unknownKeys(`${id}: permissions`, job.permissions ?? {}, scopes),
    ...used.filter((name) => !matrix.includes(name)).map((name) => `${id}: its matrix has no ${name}`),
    ...job.steps.flatMap((step) => stepComplaints(id, step)),
  ];
};

const stepComplaints = (id: string, step: Step): readonly string[] => {
  const where = `${id}: ${step.name ?? 'a step without a name'}`;
  const isCheckout = step.uses?.startsWith('actions/checkout@') ?? false;
  return [
    ...unknownKeys(where, step, stepKeys),
    ...(step.name === undefined ? [where] : []),
    ...((step.uses === undefined) === (step.run === undefined) ? [`${where}: neither or both of uses and run`] : []),
    ...(isCheckout && step.with?.['persist-credentials'] !== false ? [`${where}: leaves its token on the disk`] : []),
    ...(step.run === undefined ? [] : lineComplaints(where, step.run)),
  ];
};

/** A value that somebody else writes becomes a part of the line itself where an expression stands in it. */
const lineComplaints = (where: string, line: string): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { scripts: object };
  const files = [...line.matchAll(/(?:^|\s)((?:\.ci|scripts)\/[\w./-]+)/g)].map(([, path = '']) => path);
  const named = [...line.matchAll(/\bnpm run ([\w-]+)/g)].map(([, name = '']) => name);
  const syntax = spawnSync('bash', ['-n'], { input: line, encoding: 'utf8' });
  return [
    ...(line.includes('${{') ? [`${where}: an expression in a line of shell`] : []),
    ...files.filter((path) => !existsSync(join(projectFolder, path))).map((path) => `${where}: there is no ${path}`),
    ...named.filter((name) => !(name in scripts)).map((name) => `${where}: there is no npm run ${name}`),
    ...(syntax.status === 0 ? [] : [`${where}: ${syntax.stderr.trim()}`]),
  ];
};
