import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';
import type { ToolContext } from '../common/credential-tool';
import { rememberSettingsFile, type SettingsFile } from '../common/settings-file';
import { endingToken, keptInEnvironment, keptInFile, keptInItem, type Verdict } from '../common/verdict';
import { type GhHost, type GhUser, ghHostsFormat } from './gh-hosts';

export interface GhLogin {
  readonly host: string;
  readonly user: string | null;
  readonly isActive: boolean;
  readonly verdict: Verdict;
}

export interface GhSighting {
  readonly hostsFile: Exclude<SettingsFile<unknown>, { kind: 'parsed' }> | { readonly kind: 'parsed' };
  readonly logins: readonly GhLogin[];
}

/** `GH_CONFIG_DIR`, else gh's folder in `XDG_CONFIG_HOME`, else in `~/.config` (cli/go-gh pkg/config). */
export const ghFolder = (host: MacHost): string => {
  const { GH_CONFIG_DIR: chosen, XDG_CONFIG_HOME: xdg } = host.environment;
  if (chosen) return toMacPath(host, chosen);
  return `${xdg ? toMacPath(host, xdg) : `${host.homeFolder}/.config`}/gh`;
};

/** Where gh's logins lie. git and others that ask gh go by the same answer. */
export const createGhLook = ({ doors, items }: ToolContext): (() => Promise<GhSighting>) => {
  const { host } = doors;
  const path = `${ghFolder(host)}/hosts.yml`;
  const readHosts = rememberSettingsFile(doors, path, ghHostsFormat);

  const storedLogin = async (of: GhHost, user: GhUser | null, modifiedAt: number | null): Promise<GhLogin> => {
    const isActive = user === null || user.name === of.activeUser;
    const login = (verdict: Verdict): GhLogin => ({ host: of.host, user: user?.name ?? null, isActive, verdict });
    if (isActive ? of.hasToken || user?.hasToken : user?.hasToken)
      return login(endingToken(keptInFile(path, modifiedAt)));
    const service = `gh:${of.host}`;
    // The active user's token also lies in an item without an account, the only one of versions before 2.40.
    const accounts = user === null ? [''] : isActive ? [user.name, ''] : [user.name];
    for (const account of accounts) {
      const item = await items.find({ class: 'generic', service, account });
      if (item.kind === 'found') return login(endingToken(keptInItem(service, item, symptomOf(of.host, user))));
      if (item.kind === 'unknown') return login(unsearched(path, of.host, user));
    }
    return login(user === null ? nobody(path, of.host) : missing(path, service, of.host, user));
  };

  return async () => {
    const file = await readHosts();
    const hosts = file.kind === 'parsed' ? file.value : [];
    const modifiedAt = file.kind === 'parsed' ? file.modifiedAt : null;
    const logins: GhLogin[] = [];
    for (const name of new Set([...hosts.map((entry) => entry.host), ...hostsOfEnvironment(host)])) {
      const variable = tokenVariable(host, name);
      if (variable)
        logins.push({ host: name, user: null, isActive: true, verdict: endingToken(keptInEnvironment(variable)) });
      const stored = hosts.find((entry) => entry.host === name);
      const users = stored?.users.length ? stored.users : [null];
      for (const user of stored ? users.slice(0, usersLimit) : []) {
        const isOverruled = variable !== null && (user === null || user.name === stored?.activeUser);
        if (stored && !isOverruled) logins.push(await storedLogin(stored, user, modifiedAt));
      }
      if (logins.length > loginsLimit) break;
    }
    return { hostsFile: file.kind === 'parsed' ? { kind: 'parsed' } : file, logins };
  };
};

const usersLimit = 25;
const loginsLimit = 50;

const isGitHub = (name: string): boolean =>
  ['github.com', 'github.localhost'].includes(name.toLowerCase()) || name.toLowerCase().endsWith('.ghe.com');

/** The variable whose token gh prefers to what is stored (cli/go-gh pkg/auth); its value is not kept. */
const tokenVariable = ({ environment }: MacHost, name: string): string | null =>
  (isGitHub(name) ? ['GH_TOKEN', 'GITHUB_TOKEN'] : ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN']).find(
    (variable) => environment[variable],
  ) ?? null;

const hostsOfEnvironment = (host: MacHost): readonly string[] =>
  [host.environment.GH_HOST || 'github.com'].filter((name) => tokenVariable(host, name) !== null);

const symptomOf = (host: string, user: GhUser | null): string =>
  `X Failed to log in to ${host} account ${user?.name ?? ''} (default) - The token in default is invalid. / timeout while trying to get secret from keyring`;

const unsearched = (path: string, host: string, user: GhUser | null): Verdict => ({
  store: 'unknown',
  overSsh: 'breaks',
  status: 'unknown',
  does: `leaves its token to the keychain, as ${path} has none, and the keychain could not be searched`,
  symptom: symptomOf(host, user),
});

const nobody = (path: string, host: string): Verdict => ({
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  does: `has no user for ${host} in ${path}: run gh auth login`,
});

const missing = (path: string, service: string, host: string, user: GhUser | null): Verdict => ({
  store: 'login-keychain',
  overSsh: 'breaks',
  status: 'signed-out',
  does: `leaves its token to the keychain, as ${path} has none, and no item "${service}" was found there: run gh auth login`,
  symptom: symptomOf(host, user),
});
