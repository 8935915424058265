import type { Credential } from '../../core/words/credential';
import { keptWithSafeStorage } from '../apps/safe-storage';
import { notFound } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isAnyThere } from '../common/executables';
import { keptInFile, keptInItem } from '../common/verdict';
import { createRemoteLook } from './editor-remote';

const tool = { tool: 'vscode', name: 'VS Code' } as const;
const tunnelService = 'vscode-cli';
/** What `code tunnel` prints before it asks for a new login (vscode `cli/src/auth.rs`). */
const tunnelSymptom = 'Error reading token from keyring, getting a new one';

const editions = [
  { account: undefined, app: 'Visual Studio Code', data: 'Code' },
  { account: 'Insiders', app: 'Visual Studio Code - Insiders', data: 'Code - Insiders' },
] as const;

/** VS Code on the desktop, its server for Remote-SSH, and the login of `code tunnel`. */
export const createVsCode = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'vscode' } => {
  const { homeFolder, environment } = doors.host;
  const dataFolder = (data: string) => `${homeFolder}/Library/Application Support/${data}`;
  const lookAtRemote = createRemoteLook(doors, ['VS Code', 'VS Code Insiders', 'VSCodium']);
  const tunnelFiles = [`${homeFolder}/.vscode/cli/token.json`, `${homeFolder}/.vscode-cli/token.json`];

  const lookAtEdition = async ({ account, app, data }: (typeof editions)[number]): Promise<readonly Credential[]> => {
    const traces = [`/Applications/${app}.app`, `${homeFolder}/Applications/${app}.app`, dataFolder(data)];
    if (!(await isAnyThere(doors, traces))) return [];
    const service = `${data} Safe Storage`;
    const told = keptWithSafeStorage(app, service, await items.find({ class: 'generic', service }));
    return [{ ...tool, ...(account ? { account } : {}), installed: true, expiry: null, ...told }];
  };

  /** It asks the keychain first, and the file where the keychain fails. */
  const lookAtTunnel = async (): Promise<readonly Credential[]> => {
    const answer = await items.find({ class: 'generic', service: tunnelService });
    let file: string | undefined;
    for (const path of tunnelFiles) if (file === undefined && (await isAnyThere(doors, [path]))) file = path;
    const whole = { ...tool, account: 'code tunnel', installed: true, expiry: null };
    const prefersFile = environment.VSCODE_CLI_USE_FILE_KEYCHAIN !== undefined;
    if (answer.kind === 'found' && !prefersFile) {
      const { does, ...verdict } = keptInItem(tunnelService, answer, tunnelSymptom);
      if (file === undefined) return [{ ...whole, ...verdict, reason: `It ${does}.` }];
      const reason = `It ${does}; ${file} may stand in then.`;
      return [{ ...whole, ...verdict, overSsh: 'unknown', reason }];
    }
    if (file === undefined) return [];
    const { does, ...verdict } = keptInFile(file);
    return [{ ...whole, ...verdict, reason: `It ${does}; no end date on disk.` }];
  };

  const look = async (): Promise<readonly Credential[]> => {
    const found = await Promise.all([...editions.map(lookAtEdition), lookAtRemote(tool), lookAtTunnel()]);
    const credentials = found.flat();
    return credentials.length > 0 ? credentials : [notFound(tool)];
  };

  return {
    id: 'vscode',
    name: tool.name,
    async look() {
      const credentials = await look();
      return () => credentials;
    },
  };
};
