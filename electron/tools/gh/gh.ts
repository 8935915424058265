import type { Credential } from '../../core/words/credential';
import {
  greatestCredentialCount,
  notFound,
  searchFailed,
  unreadableConfiguration,
  withVerdict,
} from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { executablePlaces, isAnyThere } from '../common/executables';
import { endingToken, keptInItem } from '../common/verdict';
import { createGhLook, type GhLogin, ghFolder } from './gh-logins';

const tool = { tool: 'gh', name: 'GitHub CLI' } as const;

/** GitHub CLI's logins, one for each user of each host: in its `hosts.yml`, or in the keychain where that has no token. */
export const createGitHubCli = (context: ToolContext): CredentialTool & { readonly id: 'gh' } => {
  const { doors } = context;
  const folder = ghFolder(doors.host);
  const lookAtGh = createGhLook(context);

  /**
   * gh asks the keychain for its usual host although no file names it (cli/cli `internal/config`, ActiveToken); and a shell with
   * another GH_CONFIG_DIR has a file of its own. Signed out only where no token is in the keychain either.
   */
  const withoutHosts = async (): Promise<Credential> => {
    const host = doors.host.environment.GH_HOST || 'github.com';
    const service = `gh:${host}`;
    const path = `${folder}/hosts.yml`;
    const active = await context.items.find({ class: 'generic', service, account: '' });
    if (active.kind === 'unknown') return searchFailed(tool, active.reason);
    if (active.kind === 'found')
      return { ...withVerdict(tool, endingToken(keptInItem(service, active, lockedSymptom))), account: host };
    const any = await context.items.find({ class: 'generic', service });
    if (any.kind === 'unknown') return searchFailed(tool, any.reason);
    if (any.kind === 'none') return signedOut(path);
    const reason = `${path} names no login, but the keychain has an item "${service}": a shell with another GH_CONFIG_DIR may use it.`;
    return { ...signedOut(path), account: host, store: 'unknown', status: 'unknown', reason };
  };

  const look = async (): Promise<readonly Credential[]> => {
    const { hostsFile, logins } = await lookAtGh();
    const found = logins.map(credentialOf);
    if (hostsFile.kind === 'unreadable') {
      found.push(unreadableConfiguration(tool, { path: `${folder}/hosts.yml`, reason: hostsFile.reason }));
    }
    if (found.length > 0) return found.slice(0, greatestCredentialCount);
    const isInstalled = await isAnyThere(doors, [...executablePlaces(doors.host, 'gh'), folder]);
    return [isInstalled ? await withoutHosts() : notFound(tool)];
  };

  return {
    id: 'gh',
    name: tool.name,
    async look() {
      const credentials = await look();
      return () => credentials;
    },
  };
};

/** gh gives the keychain three seconds (cli/cli `internal/keyring`). */
const lockedSymptom = 'timeout while trying to get secret from keyring';

const credentialOf = ({ host, user, verdict: { does, ...verdict } }: GhLogin): Credential => ({
  ...tool,
  ...verdict,
  account: user === null ? host : `${user}@${host}`,
  installed: true,
  expiry: null,
  reason: `It ${does}.`,
});

const signedOut = (path: string): Credential => ({
  ...tool,
  installed: true,
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  expiry: null,
  reason: `${path} names no login. Run gh auth login.`,
});
