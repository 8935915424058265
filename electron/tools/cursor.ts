import { failure, type Outcome, success } from '../core/outcome';
import type { Credential } from '../core/snapshot';
import { fromEnvironment, notFound, unreadableConfiguration } from './common-credentials';
import type { CredentialTool, ToolContext } from './credential-tool';
import { createRemoteLook } from './editor-remote';
import { executablePlaces, isAnyThere } from './executables';
import { isJsonObject, parseJsonObject } from './json-object';
import { keptWithSafeStorage } from './safe-storage';
import { rememberSettingsFile } from './settings-file';
import { keptInItem } from './verdict';

const tool = { tool: 'cursor', name: 'Cursor' } as const;
const agentService = 'cursor-access-token';
const agentAccount = 'cursor-agent';
const keyItem = 'Cursor Safe Storage';
const configLimitBytes = 1024 * 1024;
/** What a program is told that asks macOS for an item while nobody can be asked to unlock. */
const symptom = 'User interaction is not allowed.';

/** Cursor on the desktop, its server for Remote-SSH, and the login of its command line agent. */
export const createCursor = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'cursor' } => {
  const { host } = doors;
  const { homeFolder, environment } = host;
  const stateFolder = `${homeFolder}/Library/Application Support/Cursor/User/globalStorage`;
  const stateFile = `${stateFolder}/state.vscdb`;
  const configFile = `${homeFolder}/.cursor/cli-config.json`;
  const readConfig = rememberSettingsFile(doors, configFile, configLimitBytes, parseCliConfig);
  const lookAtRemote = createRemoteLook(doors, `${homeFolder}/.cursor-server`);

  /** Its own login lies in a database in the clear; the key in the keychain is for the secrets of extensions. */
  const lookAtApp = async (): Promise<readonly Credential[]> => {
    const apps = ['/Applications/Cursor.app', `${homeFolder}/Applications/Cursor.app`];
    const [hasApp, hasState] = await Promise.all([isAnyThere(doors, apps), isAnyThere(doors, [stateFile])]);
    if (!hasApp && !hasState) return [];
    const whole = { ...tool, installed: true, expiry: null };
    const told = keptWithSafeStorage('Cursor', keyItem, await items.find({ class: 'generic', service: keyItem }));
    if (!hasState) return [{ ...whole, ...told }];
    const reason = `Its login is in ${stateFile}, which no lock guards; "${keyItem}" in the keychain guards secrets of extensions only.`;
    return [{ ...whole, store: 'file', overSsh: 'survives', status: 'unknown', reason }];
  };

  const lookAtAgent = async (): Promise<readonly Credential[]> => {
    const whole = { ...tool, account: agentAccount, installed: true, expiry: null };
    if (environment.CURSOR_API_KEY) {
      return [{ ...fromEnvironment(tool, 'CURSOR_API_KEY'), account: agentAccount }];
    }
    const [answer, config] = await Promise.all([items.find({ class: 'generic', service: agentService }), readConfig()]);
    const broken =
      config.kind === 'unreadable'
        ? [{ ...unreadableConfiguration(tool, { path: configFile, reason: config.reason }), account: agentAccount }]
        : [];
    if (answer.kind === 'found') {
      const { does, ...verdict } = keptInItem(agentService, answer, symptom);
      return [{ ...whole, ...verdict, reason: `It ${does}; CURSOR_API_KEY works without it.` }, ...broken];
    }
    const hasProgram = await isAnyThere(doors, executablePlaces(host, 'cursor-agent'));
    if (config.kind === 'none' && !hasProgram) return [];
    if (answer.kind === 'unknown') {
      const reason = `The keychain could not be searched for "${agentService}". ${answer.reason}`;
      return [{ ...whole, store: 'unknown', overSsh: 'unknown', status: 'unknown', reason }];
    }
    if (broken.length > 0) return broken;
    const names = config.kind === 'parsed' && config.value.hasAccount ? `${configFile} names an account, but no` : 'No';
    const reason = `${names} login of it is in the keychain. Run cursor-agent login.`;
    return [{ ...whole, store: 'none', overSsh: 'unknown', status: 'signed-out', reason }];
  };

  const look = async (): Promise<readonly Credential[]> => {
    const credentials = (await Promise.all([lookAtApp(), lookAtRemote(tool), lookAtAgent()])).flat();
    return credentials.length > 0 ? credentials : [notFound(tool)];
  };

  return {
    id: 'cursor',
    name: tool.name,
    folders: () => [`${homeFolder}/.cursor`],
    async look() {
      const credentials = await look();
      return () => credentials;
    },
  };
};

const parseCliConfig = (text: string): Outcome<{ readonly hasAccount: boolean }> => {
  const config = parseJsonObject(text);
  if (config === null) return failure('garbled', 'it is not the JSON that Cursor writes');
  const { authInfo } = config;
  if (authInfo !== undefined && authInfo !== null && !isJsonObject(authInfo)) {
    return failure('garbled', 'it holds values of the wrong kind');
  }
  return success({ hasAccount: isJsonObject(authInfo) });
};
