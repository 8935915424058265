import type { Credential } from '../../core/words/credential';
import { toMacPath } from '../../system/mac/mac-path';
import { greatestCredentialCount, notFound, unreadableConfiguration } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { executablePlaces, isAnyThere } from '../common/executables';
import { rememberSettingsFile, type SettingsFile } from '../common/settings-file';
import { endingToken, keptInEnvironment } from '../common/verdict';
import { type OnePasswordConfig, onePasswordFormat } from './onepassword-config';

const tool = { tool: 'onepassword', name: '1Password CLI' } as const;
type Told = Pick<Credential, 'store' | 'overSsh' | 'status' | 'reason' | 'symptom' | 'mayEnterEndDate'>;

/** 1Password CLI: a service account or a Connect server in the environment, the desktop app, or an account of its own. */
export const createOnePassword = ({ doors }: ToolContext): CredentialTool & { readonly id: 'onepassword' } => {
  const { host } = doors;
  const { homeFolder, environment } = host;
  const apps = ['/Applications/1Password.app', `${homeFolder}/Applications/1Password.app`];
  const agentSocket = `${homeFolder}/Library/Group Containers/2BUA8C4S2C.com.1password/t/agent.sock`;
  const chosen = environment.OP_CONFIG_DIR ? [toMacPath(host, environment.OP_CONFIG_DIR)] : [];
  const configFolders = [...chosen, `${homeFolder}/.config/op`, `${homeFolder}/.op`, `${homeFolder}/.config/.op`];
  const configs = configFolders.map((folder) => rememberSettingsFile(doors, `${folder}/config`, onePasswordFormat));

  const readConfig = async (): Promise<SettingsFile<OnePasswordConfig>> => {
    for (const read of configs) {
      const file = await read();
      if (file.kind !== 'none') return file;
    }
    return { kind: 'none', path: `${homeFolder}/.config/op/config` };
  };

  const look = async (): Promise<readonly Credential[]> => {
    const file = await readConfig();
    const { path } = file;
    const [hasApp, hasAgent, hasProgram] = await Promise.all([
      isAnyThere(doors, apps),
      isAnyThere(doors, [agentSocket]),
      isAnyThere(doors, executablePlaces(host, 'op')),
    ]);
    const agent = hasAgent ? [credential(sshAgent(agentSocket), 'SSH agent')] : [];
    const override = inEnvironment(environment);
    if (override) return [credential(override), ...agent];
    if (file.kind === 'unreadable') return [unreadableConfiguration(tool, { path, reason: file.reason }), ...agent];
    if (!hasProgram && file.kind === 'none') return agent.length > 0 ? agent : [notFound(tool)];
    const config = file.kind === 'parsed' ? file.value : { usesDesktopApp: false, accounts: [] };
    const isAppOff = environment.OP_BIOMETRIC_UNLOCK_ENABLED?.toLowerCase() === 'false';
    const asksApp = !isAppOff && (config.usesDesktopApp || hasApp);
    if (asksApp && (config.usesDesktopApp || config.accounts.length === 0)) return [credential(desktopApp), ...agent];
    const own = asksApp ? appOrOwn(path) : ownAccount(path);
    if (config.accounts.length === 0) return [credential(noAccount), ...agent];
    return [...config.accounts.map((account) => credential(own, account)), ...agent].slice(0, greatestCredentialCount);
  };

  return {
    id: 'onepassword',
    name: tool.name,
    async look() {
      const credentials = await look();
      return () => credentials;
    },
  };
};

const credential = (told: Told, account?: string): Credential => ({
  ...tool,
  ...(account === undefined ? {} : { account }),
  ...told,
  installed: true,
  expiry: null,
});

/** A Connect server outranks a service account (developer.1password.com/docs/service-accounts/use-with-1password-cli). */
const inEnvironment = (environment: Readonly<Record<string, string | undefined>>): Told | null => {
  const uses = (variable: string): Told => {
    const { does, ...verdict } = keptInEnvironment(variable);
    return endingToken({ ...verdict, reason: `It ${does}.` });
  };
  if (environment.OP_CONNECT_HOST && environment.OP_CONNECT_TOKEN) return uses('OP_CONNECT_TOKEN');
  if (environment.OP_SERVICE_ACCOUNT_TOKEN) return uses('OP_SERVICE_ACCOUNT_TOKEN');
  const session = Object.keys(environment).find((name) => /^OP_SESSION_\w+$/.test(name) && environment[name]);
  if (session === undefined) return null;
  const reason = `${session} is set in the environment; such a session ends after 30 minutes without use, and other shells do not have it.`;
  return { store: 'environment', overSsh: 'unknown', status: 'unknown', reason };
};

const appSymptom = 'error initializing client: connecting to desktop app';

const desktopApp: Told = {
  store: 'desktop-app',
  overSsh: 'breaks',
  status: 'unknown',
  reason: 'It asks the 1Password app, which must be unlocked on the desktop and wants a confirmation there.',
  symptom: appSymptom,
};

const sshAgent = (socket: string): Told => ({
  store: 'desktop-app',
  overSsh: 'breaks',
  status: 'unknown',
  reason: `Keys behind ${socket} need the 1Password app, unlocked on the desktop, and a confirmation there.`,
  symptom: 'communication with agent failed',
});

const ownAccount = (path: string): Told => ({
  store: 'file',
  overSsh: 'survives',
  status: 'unknown',
  reason: `Its account is in ${path}: eval $(op signin) asks for the password in any shell, and its session ends after 30 minutes without use.`,
});

const appOrOwn = (path: string): Told => ({
  store: 'unknown',
  overSsh: 'unknown',
  status: 'unknown',
  reason: `It has an account of its own in ${path}, unless the 1Password app's CLI integration is on: then it needs the unlocked app on the desktop.`,
  symptom: appSymptom,
});

const noAccount: Told = {
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  reason: 'It has no account and there is no 1Password app to ask. Run op account add.',
  symptom: 'No accounts configured for use with 1Password CLI.',
};
