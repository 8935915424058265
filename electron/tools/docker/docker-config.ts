import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, parseJsonObject } from '../../core/text/json';
import { settingsFormat } from '../common/file-format';

/** Docker's `config.json`, without its secrets. Registries are host names. */
export interface DockerConfig {
  /** The helper for all registries; null when none is set. */
  readonly credsStore: string | null;
  readonly credHelpers: ReadonlyMap<string, string>;
  /** Whether the file itself holds the login; an entry without one is the mark of a helper. */
  readonly auths: ReadonlyMap<string, boolean>;
}

export const noDockerConfig: DockerConfig = { credsStore: null, credHelpers: new Map(), auths: new Map() };

/** Members of an entry of `auths`, any of which is a login. */
const secretMembers = ['auth', 'identitytoken', 'registrytoken', 'password'];

/** Reads `config.json`, or what `DOCKER_AUTH_CONFIG` holds, and keeps names and whether there are logins. */
export const parseDockerConfig = (text: string): Outcome<DockerConfig> => {
  const config = parseJsonObject(text);
  if (config === null) return failure('garbled', 'it is not the JSON that Docker reads');
  const { credsStore = null, credHelpers = null, auths = null } = config;
  const helpers = entriesOf(credHelpers, (helper) => (isHelperName(helper) ? helper : null));
  const logins = entriesOf(auths, (entry) => (isJsonObject(entry) || entry === null ? holdsLogin(entry ?? {}) : null));
  const isStoreRight = credsStore === null || credsStore === '' || isHelperName(credsStore);
  if (helpers === null || logins === null || !isStoreRight) {
    return failure('garbled', 'its values are not of the kind that Docker reads');
  }
  return success({ credsStore: credsStore || null, credHelpers: helpers, auths: logins });
};

/** A helper is the program `docker-credential-<name>`. */
const isHelperName = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9._-]{0,63}$/i.test(value);

const holdsLogin = (entry: Readonly<Record<string, unknown>>): boolean | null => {
  const values = secretMembers.map((name) => entry[name] ?? '');
  return values.every((value) => typeof value === 'string') ? values.some((value) => value !== '') : null;
};

const entriesOf = <Value>(listed: unknown, read: (value: unknown) => Value | null): Map<string, Value> | null => {
  const entries = new Map<string, Value>();
  if (listed === null) return entries;
  if (!isJsonObject(listed)) return null;
  for (const [registry, entry] of Object.entries(listed)) {
    const value = read(entry);
    if (value === null) return null;
    const host = registryHost(registry);
    // Docker Hub has three entries: the login and the two tokens of its login in the browser.
    if (host !== null && !entries.get(host)) entries.set(host, value);
  }
  return entries;
};

/** The server as an item has it: helpers put the port into an attribute of its own, and older ones wrote the whole address. */
export const serversOf = (registry: string): readonly string[] => {
  const host = registry.replace(/:\d+$/, '');
  return [...new Set([host, registry, `https://${registry}`, ...(registry === hub ? [`https://${hub}/v1/`] : [])])];
};

/** Docker Hub, as it stands in configurations. */
export const hub = 'index.docker.io';

/** Docker's own way from `https://index.docker.io/v1/` to `index.docker.io`; a name or password in it is dropped. */
const registryHost = (registry: string): string | null =>
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/]*@)?([a-z0-9._:[\]-]{1,253})(?:\/|$)/i.exec(registry)?.[1]?.toLowerCase() ?? null;

export const dockerConfigFormat = settingsFormat({
  name: 'docker-config',
  syntax: 'json',
  largestBytes: 256 * 1024,
  parse: parseDockerConfig,
});
