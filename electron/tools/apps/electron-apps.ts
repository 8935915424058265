import type { Credential } from '../../core/words/credential';
import { greatestCredentialCount, notFound } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isAnyThere } from '../common/executables';
import { keptInItem } from '../common/verdict';
import { type ElectronApp, electronApps, keytarPrograms } from './electron-app-names';
import { keptWithSafeStorage } from './safe-storage';

const tool = { tool: 'electron-apps', name: 'Electron apps' } as const;
/** node-keytar passes on what macOS says (`src/keytar_mac.cc`, SecCopyErrorMessageString). */
const keytarSymptom = 'User interaction is not allowed.';

/** Other programs that keep a key or a login in the keychain, known by name: Electron's own way, and keytar's. */
export const createElectronApps = ({
  doors,
  items,
}: ToolContext): CredentialTool & { readonly id: 'electron-apps' } => {
  const { homeFolder } = doors.host;

  /** Only what is on this Mac is looked for in the keychain: each look there is a process of its own. */
  const lookAtApp = async ({ app, item = app }: ElectronApp): Promise<readonly Credential[]> => {
    const places = ['/Applications', `${homeFolder}/Applications`].map((folder) => `${folder}/${app}.app`);
    if (!(await isAnyThere(doors, [...places, `${homeFolder}/Library/Application Support/${item}`]))) return [];
    const service = `${item} Safe Storage`;
    const answer = await items.find({ class: 'generic', service });
    if (answer.kind === 'none') return [];
    return [{ ...tool, account: app, installed: true, expiry: null, ...keptWithSafeStorage(app, service, answer) }];
  };

  const lookAtKeytar = async (known: (typeof keytarPrograms)[number]): Promise<readonly Credential[]> => {
    const { program, service, isCommandLine } = known;
    const answer = await items.find({ class: 'generic', service });
    if (answer.kind !== 'found') return [];
    const whole = { ...tool, account: `${program} (keytar)`, installed: true, expiry: null };
    if (!isCommandLine) return [{ ...whole, ...keptWithSafeStorage(program, service, answer) }];
    const { does, ...verdict } = keptInItem(service, answer, keytarSymptom);
    return [{ ...whole, ...verdict, reason: `It ${does}.` }];
  };

  const look = async (): Promise<readonly Credential[]> => {
    const found = await Promise.all([...electronApps.map(lookAtApp), ...keytarPrograms.map(lookAtKeytar)]);
    const credentials = found.flat().slice(0, greatestCredentialCount);
    return credentials.length > 0 ? credentials : [notFound(tool)];
  };

  return {
    id: 'electron-apps',
    name: tool.name,
    async look() {
      const credentials = await look();
      return () => credentials;
    },
  };
};
