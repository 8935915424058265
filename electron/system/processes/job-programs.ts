import { baseName, type Invocation, invocationOf } from './invocation';

/** A program that works for others when nobody is there. */
interface JobKind {
  readonly name: string;
  readonly fits: (invocation: Invocation) => boolean;
}

const named =
  (executables: readonly string[], arguments_: RegExp): JobKind['fits'] =>
  ({ program, rest }) =>
    executables.includes(baseName(program)) && arguments_.test(rest);

/**
 * Agents of build services that run on Macs. Each stands in the process list with its own program, below a starter
 * (`runsvc.sh`, `java`) that launchd keeps, or by itself.
 */
const kinds: readonly JobKind[] = [
  { name: 'GitHub Actions runner', fits: named(['Runner.Listener'], /^ run(?: |$)/) },
  {
    name: 'GitHub Actions runner',
    fits: ({ program }) => /\/actions-runner[^/]*\/(?:bin\/)?(?:runsvc\.sh|RunnerService\.js)$/.test(program),
  },
  { name: 'Gitea runner', fits: named(['act_runner', 'gitea-runner'], /^ daemon(?: |$)/) },
  { name: 'Forgejo runner', fits: named(['forgejo-runner'], /^ daemon(?: |$)/) },
  { name: 'Azure Pipelines agent', fits: named(['Agent.Listener'], /^ run(?: |$)/) },
  { name: 'GitLab runner', fits: named(['gitlab-runner'], /(?:^| )run(?: |$)/) },
  { name: 'Buildkite agent', fits: named(['buildkite-agent'], /(?:^| )start(?: |$)/) },
  {
    name: 'Jenkins agent',
    fits: ({ program, rest }) =>
      baseName(program) === 'java' &&
      /(?: |\/)(?:agent|slave|remoting|swarm-client)(?:-[\d.]+)?\.jar(?: |$)|hudson\.remoting/.test(rest),
  },
  {
    name: 'Jenkins',
    fits: ({ program, rest }) => baseName(program) === 'java' && /(?: |\/)jenkins\.war(?: |$)/.test(rest),
  },
  {
    name: 'TeamCity agent',
    fits: ({ program, rest }) => baseName(program) === 'java' && /jetbrains\.buildServer\.agent/.test(rest),
  },
  {
    name: 'CircleCI runner',
    fits: named(['circleci-runner', 'circleci-launch-agent', 'circleci'], /^ (?:machine|runner)(?: |$)|^$/),
  },
  { name: 'Cirrus CI worker', fits: named(['cirrus'], /^ worker run(?: |$)/) },
  { name: 'Woodpecker agent', fits: named(['woodpecker-agent'], /^/) },
  { name: 'Drone runner', fits: named(['drone-runner-exec', 'drone-runner-macstadium'], /^/) },
  { name: 'Semaphore agent', fits: named(['agent', 'semaphore-agent'], /^ start --config-file /) },
  { name: 'Bitrise agent', fits: named(['bitrise-den-agent'], /^/) },
];

/** What a command works for: "GitHub Actions runner"; null for one that is no such program. */
export const jobOf = (command: string): string | null => {
  const invocation = invocationOf(command);
  return kinds.find(({ fits }) => fits(invocation))?.name ?? null;
};
