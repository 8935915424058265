import type { Credential } from '../../core/words/credential';
import { greatestCredentialCount, notFound, unreadableConfiguration } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isAnyThere } from '../common/executables';
import { createPassphraseLook } from '../common/ssh-key-passphrases';
import { createGitConfiguration, gitInstallations } from './git-config-files';
import { gitTargets } from './git-targets';
import { createGitVerdict } from './git-verdict';

const tool = { tool: 'git', name: 'git' } as const;

/**
 * git's logins for remotes over https, by the credential helpers of its configuration. A repository's own configuration is
 * not looked at. Remotes over SSH need none of this, but their keys may have passphrases in the keychain.
 */
export const createGit = (context: ToolContext): CredentialTool & { readonly id: 'git' } => {
  const { doors } = context;
  const readConfiguration = createGitConfiguration(doors);
  const verdictOf = createGitVerdict(context);
  const lookAtPassphrases = createPassphraseLook(doors);

  const look = async (): Promise<readonly Credential[]> => {
    const { settings, isAnyFileThere, unreadable } = await readConfiguration();
    if (unreadable) return [unreadableConfiguration(tool, unreadable)];
    const executables = gitInstallations.map(({ executable }) => executable);
    if (!isAnyFileThere && settings.length === 0 && !(await isAnyThere(doors, executables))) {
      return [notFound(tool)];
    }
    const credentials: Credential[] = [];
    for (const target of gitTargets(settings).slice(0, greatestCredentialCount)) {
      const { does, ...verdict } = await verdictOf(target);
      const account = target.account === undefined ? {} : { account: target.account };
      credentials.push({ ...tool, ...account, ...verdict, installed: true, expiry: null, reason: `It ${does}.` });
    }
    return [...credentials, ...(await lookAtPassphrases(tool))].slice(0, greatestCredentialCount);
  };

  return {
    id: 'git',
    name: tool.name,
    async look() {
      const credentials = await look();
      return () => credentials;
    },
  };
};
