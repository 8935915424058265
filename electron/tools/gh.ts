import type { Credential } from '../core/snapshot';
import { greatestCredentialCount, notFound, unreadableConfiguration } from './common-credentials';
import type { CredentialTool, ToolContext } from './credential-tool';
import { executablePlaces, isAnyThere } from './executables';
import { createGhLook, type GhLogin, ghFolder } from './gh-logins';

const tool = { tool: 'gh', name: 'GitHub CLI' } as const;

/** GitHub CLI's logins, one for each user of each host: in its `hosts.yml`, or in the keychain where that has no token. */
export const createGitHubCli = (context: ToolContext): CredentialTool & { readonly id: 'gh' } => {
  const { doors } = context;
  const folder = ghFolder(doors.host);
  const lookAtGh = createGhLook(context);

  const look = async (): Promise<readonly Credential[]> => {
    const { hostsFile, logins } = await lookAtGh();
    const found = logins.map(credentialOf);
    if (hostsFile.kind === 'unreadable') {
      found.push(unreadableConfiguration(tool, { path: `${folder}/hosts.yml`, reason: hostsFile.reason }));
    }
    if (found.length > 0) return found.slice(0, greatestCredentialCount);
    const isInstalled = await isAnyThere(doors, [...executablePlaces(doors.host, 'gh'), folder]);
    return [isInstalled ? signedOut(`${folder}/hosts.yml`) : notFound(tool)];
  };

  return {
    id: 'gh',
    name: tool.name,
    folders: () => [folder],
    async look() {
      const credentials = await look();
      return () => credentials;
    },
  };
};

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
