import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, parseJsonObject } from '../../core/text/json';
import type { Credential } from '../../core/words/credential';
import { keptWithSafeStorage } from '../apps/safe-storage';
import { fromEnvironment, notFound, unreadableConfiguration } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { executablePlaces, isAnyThere } from '../common/executables';
import { settingsFormat } from '../common/file-format';
import { rememberSettingsFile } from '../common/settings-file';
import { keptInFile, keptInItemOr } from '../common/verdict';
import { createRemoteLook } from './editor-remote';

const tool = { tool: 'cursor', name: 'Cursor' } as const;
const agentService = 'cursor-access-token';
const agentAccount = 'cursor-agent';
const keyItem = 'Cursor Safe Storage';
/** What it says before it asks macOS at all (lidge-jun/cli-jaw#393). */
const agentSymptom = 'Error: Your macOS login keychain is locked.';

/** Cursor on the desktop, its server for Remote-SSH, and the login of its command line agent. */
export const createCursor = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'cursor' } => {
  const { host } = doors;
  const { homeFolder, environment } = host;
  const stateFolder = `${homeFolder}/Library/Application Support/Cursor/User/globalStorage`;
  const stateFile = `${stateFolder}/state.vscdb`;
  const configFile = `${homeFolder}/.cursor/cli-config.json`;
  const agentFiles = [`${homeFolder}/.cursor/auth.json`, `${homeFolder}/.config/cursor/auth.json`];
  const readConfig = rememberSettingsFile(doors, configFile, cursorConfigFormat);
  const lookAtRemote = createRemoteLook(doors, ['Cursor']);

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

  /**
   * Its agent keeps the login in the keychain, in a file where AGENT_CLI_CREDENTIAL_STORE says so, and readers know the file in
   * two places. In an SSH session it refuses by itself to use a keychain that is locked there.
   */
  const lookAtAgent = async (): Promise<readonly Credential[]> => {
    const whole = { ...tool, account: agentAccount, installed: true, expiry: null };
    if (environment.CURSOR_API_KEY) {
      return [{ ...fromEnvironment(tool, 'CURSOR_API_KEY'), account: agentAccount }];
    }
    const [answer, config, files] = await Promise.all([
      items.find({ class: 'generic', service: agentService }),
      readConfig(),
      Promise.all(agentFiles.map(async (path) => ((await isAnyThere(doors, [path])) ? [path] : []))),
    ]);
    const [file] = files.flat();
    const broken =
      config.kind === 'unreadable'
        ? [{ ...unreadableConfiguration(tool, { path: configFile, reason: config.reason }), account: agentAccount }]
        : [];
    const store = environment.AGENT_CLI_CREDENTIAL_STORE?.toLowerCase();
    if (store === 'memory') {
      const reason = 'AGENT_CLI_CREDENTIAL_STORE has it keep its login in memory only: each start signs in anew.';
      return [{ ...whole, store: 'none', overSsh: 'unknown', status: 'unknown', reason }, ...broken];
    }
    if (file !== undefined && (store === 'file' || answer.kind === 'none')) {
      const { does, ...verdict } = keptInFile(file);
      const where = 'AGENT_CLI_CREDENTIAL_STORE=file';
      return store === 'file'
        ? [{ ...whole, ...verdict, reason: `It ${does}, as ${where} says; no end date on disk.` }, ...broken]
        : [
            { ...whole, ...verdict, overSsh: 'unknown', reason: `It ${does}, where the shell has ${where} set.` },
            ...broken,
          ];
    }
    if (answer.kind === 'found' && store !== 'file') {
      const standIn = file === undefined ? null : `, or ${file} where AGENT_CLI_CREDENTIAL_STORE=file is set`;
      const { does, ...verdict } = keptInItemOr(agentService, answer, agentSymptom, standIn);
      return [{ ...whole, ...verdict, reason: `It ${does}; CURSOR_API_KEY works without it.` }, ...broken];
    }
    const hasProgram = await isAnyThere(doors, executablePlaces(host, 'cursor-agent'));
    if (config.kind === 'none' && !hasProgram && file === undefined && answer.kind !== 'found') return [];
    if (answer.kind === 'unknown' && store !== 'file') {
      const reason = `The keychain could not be searched for "${agentService}". ${answer.reason}`;
      return [{ ...whole, store: 'unknown', overSsh: 'unknown', status: 'unknown', reason }];
    }
    if (broken.length > 0) return broken;
    const where = `neither in the keychain nor in ${agentFiles.join(' or ')}`;
    const names =
      config.kind === 'parsed' && config.value.hasAccount ? `${configFile} names an account, but its` : 'Its';
    const reason =
      store === 'file' && answer.kind === 'found'
        ? `AGENT_CLI_CREDENTIAL_STORE has it use a file, which is not there. Run cursor-agent login.`
        : `${names} login is ${where}. Run cursor-agent login.`;
    return [{ ...whole, store: 'none', overSsh: 'unknown', status: 'signed-out', reason, symptom: 'Not logged in' }];
  };

  const look = async (): Promise<readonly Credential[]> => {
    const credentials = (await Promise.all([lookAtApp(), lookAtRemote(tool), lookAtAgent()])).flat();
    return credentials.length > 0 ? credentials : [notFound(tool)];
  };

  return {
    id: 'cursor',
    name: tool.name,
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

export const cursorConfigFormat = settingsFormat({
  name: 'cursor-config',
  syntax: 'json',
  largestBytes: 256 * 1024,
  parse: parseCliConfig,
});
