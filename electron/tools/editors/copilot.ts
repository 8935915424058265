import type { Credential } from '../../core/words/credential';
import { toMacPath } from '../../system/mac/mac-path';
import {
  forAccount,
  fromEnvironment,
  greatestCredentialCount,
  notFound,
  searchFailed,
  shownName,
  signedOut,
  unreadableBeside,
  withVerdict,
} from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isAnyThere, isInstalled } from '../common/executables';
import type { ItemAnswer } from '../common/item-lookup';
import { rememberSettingsFile, type SettingsFile } from '../common/settings-file';
import { endingToken, keptInFile, keptInItem, keptInItemOr } from '../common/verdict';
import { createGhLook } from '../gh/gh-logins';
import { type CopilotSettings, copilotFormat, editorUsersFormat } from './copilot-settings';

const title = { tool: 'copilot', name: 'GitHub Copilot CLI' } as const;
const symptom = 'Error: No authentication information found.';
const mcpService = 'copilot-mcp-oauth';

/**
 * GitHub Copilot CLI's login: a variable, its item in the keychain, its plain file, and at last the login of gh
 * (github/copilot-cli#415). The logins of editors' Copilot plugins are told beside it.
 */
export const createCopilot = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'copilot' } => {
  const { host } = doors;
  const { homeFolder, environment } = host;
  const folder = environment.COPILOT_HOME ? toMacPath(host, environment.COPILOT_HOME) : `${homeFolder}/.copilot`;
  const configHome = environment.XDG_CONFIG_HOME
    ? toMacPath(host, environment.XDG_CONFIG_HOME)
    : `${homeFolder}/.config`;
  const mcpFolder = `${folder}/mcp-oauth-config`;
  const lookAtGh = createGhLook({ doors, items });
  const readConfig = rememberSettingsFile(doors, `${folder}/config.json`, copilotFormat);
  const readSettings = rememberSettingsFile(doors, `${folder}/settings.json`, copilotFormat);
  const readEditors = rememberSettingsFile(doors, `${configHome}/github-copilot/apps.json`, editorUsersFormat);
  const variable = ['COPILOT_GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'].find((name) => environment[name]);

  const ownLogins = async (
    config: SettingsFile<CopilotSettings>,
    settings: SettingsFile<CopilotSettings>,
    item: ItemAnswer,
  ): Promise<readonly Credential[]> => {
    if (variable !== undefined) return [endingToken({ ...fromEnvironment(title, variable), symptom })];
    const plain = config.kind === 'parsed' ? config.value.plainAccounts : [];
    const storesPlainly = [config, settings].some((file) => file.kind === 'parsed' && file.value.storesPlainly);
    if (item.kind === 'found' && !(plain.length > 0 && storesPlainly))
      return [inKeychain(item, plain.length > 0 ? config.path : null)];
    if (config.kind === 'unreadable') return [];
    if (plain.length > 0) return plain.map((account) => inFile(config.path, account));
    if (item.kind === 'unknown') return [searchFailed(title, item.reason)];
    const { hostsFile, logins } = await lookAtGh();
    if (hostsFile.kind === 'unreadable') return [unreadableBeside(title, hostsFile)];
    const ofGh = logins.find((login) => login.isActive && login.host === 'github.com');
    if (ofGh === undefined) return [signedOut(title, `${config.path} holds no login. Start copilot and run /login.`)];
    // Its end date is told, and entered, at GitHub CLI's own login.
    const { mayEnterEndDate: _, ...verdict } = ofGh.verdict;
    const does = `has no login of its own and borrows that of GitHub CLI, which ${verdict.does}`;
    return [{ ...withVerdict(title, { ...verdict, does }), symptom }];
  };

  const look = async (): Promise<readonly Credential[]> => {
    const [config, settings, editors, item, mcpItem, hasMcpFiles] = await Promise.all([
      readConfig(),
      readSettings(),
      readEditors(),
      items.find({ class: 'generic', service: 'copilot-cli' }),
      items.find({ class: 'generic', service: mcpService }),
      isAnyThere(doors, [mcpFolder]),
    ]);
    const isConfigured = config.kind !== 'none' || item.kind === 'found';
    const isHere = isConfigured || (await isInstalled(doors, 'copilot', [folder]));
    const own = isHere ? await ownLogins(config, settings, item) : [];
    const inEditors =
      editors.kind === 'parsed' ? editors.value.map((user) => inFile(editors.path, `${user}, in editors`)) : [];
    const broken = [config, settings, editors].flatMap((file) =>
      file.kind === 'unreadable' ? [unreadableBeside(title, file)] : [],
    );
    const found = [...broken, ...own, ...(isHere ? ofMcp(mcpItem, hasMcpFiles ? mcpFolder : null) : []), ...inEditors];
    return found.length > 0 ? found.slice(0, greatestCredentialCount) : [notFound(title)];
  };

  return {
    id: 'copilot',
    name: title.name,
    async look() {
      const credentials = await look();
      return () => credentials;
    },
  };
};

const unknownEnd = { status: 'unknown', expiry: null } as const;

const inFile = (path: string, account: string): Credential => ({
  ...title,
  account,
  installed: true,
  store: 'file',
  overSsh: 'survives',
  ...unknownEnd,
  reason: `It uses ${path}, which no lock guards; no end date on disk.`,
  symptom,
});

const inKeychain = (item: Extract<ItemAnswer, { kind: 'found' }>, fileBeside: string | null): Credential => {
  const standIn = fileBeside && `; ${fileBeside} holds a token too, which may stand in while the keychain is locked`;
  return {
    ...withVerdict(title, keptInItemOr('copilot-cli', item, symptom, standIn)),
    ...forAccount(shownName(item.account)?.replace(/^[a-z]+:\/\//i, '') ?? null),
  };
};

/** Of all MCP servers together. An item counts before a newer file (#4273); which servers they are nobody looks at. */
const ofMcp = (item: ItemAnswer, folder: string | null): readonly Credential[] => {
  const account = { account: 'MCP servers' };
  if (item.kind === 'found')
    return [{ ...withVerdict(title, keptInItem(mcpService, item, 'User interaction is not allowed.')), ...account }];
  if (folder === null) return [];
  if (item.kind === 'unknown') return [{ ...searchFailed(title, item.reason), ...account }];
  return [{ ...withVerdict(title, keptInFile(folder)), ...account }];
};
