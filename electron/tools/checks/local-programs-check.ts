import {
  type DockerHelperFact,
  type Fact,
  type LocalProgramFact,
  measured,
  notMeasured,
} from '../../core/diagnosis/facts';
import type { LocalProgramId } from '../../core/diagnosis/messages/local-programs';
import type { Check } from '../../system/checks/check';
import type { ToolDoors } from '../../system/doors';
import { toMacPath } from '../../system/mac/mac-path';
import { executablePlaces, isAnyThere } from '../common/executables';
import { readInFormat } from '../common/read-in-format';
import { dockerConfigFormat } from '../docker/docker-config';

interface KnownProgram {
  readonly id: LocalProgramId;
  readonly name: string;
  /** An app's name, or an executable's. */
  readonly app?: string;
  readonly executable?: string;
  /** What stands in the command of its processes while it runs. */
  readonly runsAs: RegExp;
}

const known: readonly KnownProgram[] = [
  { id: 'docker-desktop', name: 'Docker Desktop', app: 'Docker', runsAs: /Docker\.app\/Contents|com\.docker\.backend/ },
  { id: 'orbstack', name: 'OrbStack', app: 'OrbStack', runsAs: /OrbStack\.app\/Contents/ },
  { id: 'colima', name: 'Colima', executable: 'colima', runsAs: /(?:^|\/)(?:limactl|colima)\b/ },
  { id: 'rancher-desktop', name: 'Rancher Desktop', app: 'Rancher Desktop', runsAs: /Rancher Desktop\.app\/Contents/ },
  { id: 'podman', name: 'Podman', executable: 'podman', runsAs: /(?:^|\/)(?:gvproxy|vfkit|podman)\b/ },
  { id: 'onepassword', name: '1Password', app: '1Password', runsAs: /1Password\.app\/Contents/ },
  { id: 'secretive', name: 'Secretive', app: 'Secretive', runsAs: /Secret(?:ive|Agent)\.app\/Contents/ },
  { id: 'ollama', name: 'Ollama', executable: 'ollama', runsAs: /(?:^|\/)ollama\b/i },
];

/** Programs of this Mac that tools talk to over a socket: which are here, which run; and whether Docker's helper is found. */
export const createLocalProgramsCheck = (doors: ToolDoors): Check => ({
  id: 'local-programs',
  hosts: [],
  async run() {
    const [processes, dockerHelper] = await Promise.all([doors.readProcesses(), helperOfDocker(doors)]);
    const lookedAt = 'apps, the process list, and the helper that Docker’s configuration names';
    const docker = { dockerHelper };
    if (processes.kind === 'unread') {
      const reason = processes.reason.replace(/\.$/, '');
      return {
        lookedAt,
        result: 'not-possible',
        sentence: `Could not look: ${reason}.`,
        facts: { ...docker, localPrograms: notMeasured(reason) },
      };
    }
    const commands = [...processes.value.values()].map(({ command }) => command);
    const programs = await Promise.all(
      known.map(async (program): Promise<LocalProgramFact> => {
        const isRunning = commands.some((command) => program.runsAs.test(command));
        return {
          id: program.id,
          name: program.name,
          isRunning,
          isHere: isRunning || (await isInstalled(doors, program)),
        };
      }),
    );
    const here = programs.filter(({ isHere }) => isHere);
    const told = here.map(({ name, isRunning }) => `${name} ${isRunning ? 'runs' : 'does not run'}`).join(', ');
    if (dockerHelper.kind === 'not-measured') {
      const sentence = `Could not look at Docker’s helper: ${dockerHelper.reason}.${told === '' ? '' : ` ${told}.`}`;
      return { lookedAt, result: 'not-possible', sentence, facts: { ...docker, localPrograms: measured(programs) } };
    }
    const missing = dockerHelper.kind === 'known' && dockerHelper.value?.isFound === false ? dockerHelper.value : null;
    return {
      lookedAt,
      result: missing === null ? 'fine' : 'problem',
      sentence:
        missing === null
          ? `${told === '' ? 'None of those that are known is here' : told}.`
          : `Docker’s configuration names docker-credential-${missing.name}, which is not found.`,
      facts: { ...docker, localPrograms: measured(programs) },
    };
  },
});

const isInstalled = (doors: ToolDoors, { app, executable }: KnownProgram): Promise<boolean> =>
  isAnyThere(doors, [
    ...(app === undefined ? [] : [`/Applications/${app}.app`, `${doors.host.homeFolder}/Applications/${app}.app`]),
    ...(executable === undefined ? [] : executablePlaces(doors.host, executable)),
  ]);

const helperOfDocker = async (doors: ToolDoors): Promise<Fact<DockerHelperFact | null>> => {
  const { host } = doors;
  const folder = host.environment.DOCKER_CONFIG
    ? toMacPath(host, host.environment.DOCKER_CONFIG)
    : `${host.homeFolder}/.docker`;
  const path = `${folder}/config.json`;
  const file = await readInFormat(host, path, dockerConfigFormat);
  if (file.kind === 'none') return measured(null);
  if (file.kind === 'unreadable') return notMeasured(`${path} cannot be read: ${file.reason}`);
  if (!file.value.ok) return notMeasured(`${path} cannot be read: ${file.value.reason}`);
  const { credsStore } = file.value.value;
  if (credsStore === null) return measured(null);
  const isThere = (name: string) =>
    isAnyThere(doors, [
      ...executablePlaces(host, `docker-credential-${name}`),
      ...['/.docker/bin', '/.orbstack/bin', '/.rd/bin'].map(
        (bin) => `${host.homeFolder}${bin}/docker-credential-${name}`,
      ),
      `/Applications/Docker.app/Contents/Resources/bin/docker-credential-${name}`,
    ]);
  const [isFound, hasOsxkeychain] = await Promise.all([isThere(credsStore), isThere('osxkeychain')]);
  return measured({ name: credsStore, path, isFound, hasOsxkeychain });
};
