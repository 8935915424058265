import type { Credential } from '../../core/words/credential';
import { toMacPath } from '../../system/mac/mac-path';
import { greatestCredentialCount, notFound, unreadableConfiguration } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { executablePlaces, isAnyThere } from '../common/executables';
import type { ItemAnswer } from '../common/item-lookup';
import { rememberSettingsFile } from '../common/settings-file';
import { endingToken, keptIn, keptInEnvironment, keptInFile, type Verdict, writtenAt } from '../common/verdict';
import {
  type DockerConfig,
  dockerConfigFormat,
  hub,
  noDockerConfig,
  parseDockerConfig,
  serversOf,
} from './docker-config';
import { dockerHelper, dockerSymptom } from './docker-helper';

const tool = { tool: 'docker', name: 'Docker' } as const;
type FoundItem = Extract<ItemAnswer, { kind: 'found' }>;

/** macOS starts no program with more in its environment. */
const mostVariableCharacters = 256 * 1024;
const bundledFolder = '/Applications/Docker.app/Contents/Resources/bin';

/** Docker's logins, one for each registry: with a helper, in `config.json` itself or in `DOCKER_AUTH_CONFIG`. */
export const createDocker = (context: ToolContext): CredentialTool & { readonly id: 'docker' } => {
  const { doors, items } = context;
  const { homeFolder, environment } = doors.host;
  const folder = environment.DOCKER_CONFIG ? toMacPath(doors.host, environment.DOCKER_CONFIG) : `${homeFolder}/.docker`;
  const path = `${folder}/config.json`;
  const readConfig = rememberSettingsFile(doors, path, dockerConfigFormat);
  const placesOf = (program: string) => [
    ...executablePlaces(doors.host, program),
    ...[`${homeFolder}/.docker/bin`, `${homeFolder}/.orbstack/bin`, `${homeFolder}/.rd/bin`, bundledFolder].map(
      (place) => `${place}/${program}`,
    ),
  ];

  const findItem = async (registry: string): Promise<ItemAnswer> => {
    let answer: ItemAnswer = { kind: 'none' };
    for (const server of serversOf(registry)) {
      answer = await items.find({ class: 'internet', server });
      if (answer.kind !== 'none') break;
    }
    return answer;
  };

  /** Where Docker itself lies in no usual place, its helper may lie there as well. */
  const isHelperMissing = async (helper: string): Promise<boolean> => {
    const [hasHelper, hasDocker] = await Promise.all(
      [`docker-credential-${helper}`, 'docker'].map((program) => isAnyThere(doors, placesOf(program))),
    );
    return hasDocker === true && hasHelper === false;
  };

  const withHelper = async (helper: string, registry: string, where: string): Promise<Verdict> => {
    const { needs, ...known } = dockerHelper(helper);
    const asks = {
      ...known,
      status: 'unknown',
      does: `asks docker-credential-${helper}${where}, which ${needs}`,
    } as const;
    if (asks.overSsh !== 'breaks') return asks;
    const item = await findItem(registry);
    const breaks = { ...asks, symptom: dockerSymptom };
    if (item.kind === 'found')
      return endingToken({ ...inKeychainOf(item, breaks, registry), ...writtenAt(item.modifiedAt) });
    if (item.kind === 'none' && (await isHelperMissing(helper))) {
      const does = `asks docker-credential-${helper}${where}, which is not where Docker's programs are`;
      const symptom = `error getting credentials - err: exec: "docker-credential-${helper}": executable file not found in $PATH`;
      return { ...asks, store: 'unknown', overSsh: 'unknown', does, symptom };
    }
    // Only of this helper is it sure what its items look like. It is asked for public images, too.
    return item.kind === 'none' && helper === 'osxkeychain'
      ? { ...breaks, status: 'signed-out', does: `${asks.does} and has no login for ${registry} there` }
      : breaks;
  };

  const verdictOf = async (
    registry: string,
    config: DockerConfig,
    fromVariable: DockerConfig,
    modifiedAt: number | null,
  ): Promise<Verdict> => {
    if (fromVariable.auths.get(registry)) return endingToken(keptInEnvironment('DOCKER_AUTH_CONFIG'));
    const helper = config.credHelpers.get(registry) ?? config.credsStore;
    if (helper !== null) return withHelper(helper, registry, ` (set in ${path})`);
    if (config.auths.get(registry)) return endingToken(keptInFile(path, modifiedAt));
    const does = `has ${registry} in ${path} without a login: run docker login`;
    return { store: 'none', overSsh: 'unknown', status: 'signed-out', does };
  };

  /** Nothing names a registry: what Docker would do with the first one. */
  const withoutRegistries = async (config: DockerConfig, isFileThere: boolean): Promise<Credential> => {
    if (config.credsStore !== null) return credentialOf(await withHelper(config.credsStore, hub, ` (set in ${path})`));
    if (await isAnyThere(doors, placesOf('docker-credential-osxkeychain'))) {
      // The CLI takes it by itself while nothing is set up (docker/cli default_store_darwin.go).
      return credentialOf(await withHelper('osxkeychain', hub, ''));
    }
    if (!isFileThere && !(await isAnyThere(doors, [...placesOf('docker'), folder]))) return notFound(tool);
    const does = `has no login in ${path}: run docker login where one is needed`;
    return credentialOf({ store: 'none', overSsh: 'unknown', status: 'signed-out', does });
  };

  const look = async (): Promise<readonly Credential[]> => {
    const file = await readConfig();
    const config = file.kind === 'parsed' ? file.value : noDockerConfig;
    const modifiedAt = file.kind === 'parsed' ? file.modifiedAt : null;
    const fromVariable = configIn(environment.DOCKER_AUTH_CONFIG);
    const named = [...fromVariable.auths.keys(), ...config.auths.keys(), ...config.credHelpers.keys()];
    const registries = [...new Set(named)].slice(0, greatestCredentialCount - 1);
    const credentials: Credential[] = [];
    for (const registry of registries) {
      credentials.push(credentialOf(await verdictOf(registry, config, fromVariable, modifiedAt), registry));
    }
    if (file.kind === 'unreadable')
      return [...credentials, unreadableConfiguration(tool, { path, reason: file.reason })];
    return credentials.length > 0 ? credentials : [await withoutRegistries(config, file.kind === 'parsed')];
  };

  return {
    id: 'docker',
    name: tool.name,
    async look() {
      const credentials = await look();
      return () => credentials;
    },
  };
};

const inKeychainOf = (item: FoundItem, verdict: Verdict, registry: string): Verdict =>
  item.isInLoginKeychain
    ? verdict
    : { ...verdict, ...keptIn(item), does: `needs the item "${registry}" in ${item.keychainPath}` };

/** Docker passes over a variable that it cannot read, and so do we. */
const configIn = (variable: string | undefined): DockerConfig => {
  const parsed =
    variable === undefined || variable.length > mostVariableCharacters ? null : parseDockerConfig(variable);
  return parsed?.ok ? parsed.value : noDockerConfig;
};

const credentialOf = ({ does, ...verdict }: Verdict, account?: string): Credential => ({
  ...tool,
  ...(account === undefined ? {} : { account }),
  ...verdict,
  installed: true,
  expiry: null,
  reason: `It ${does}.`,
});
