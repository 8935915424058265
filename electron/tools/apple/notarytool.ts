import type { Credential } from '../../core/words/credential';
import { greatestCredentialCount, notFound } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isAnyThere } from '../common/executables';
import type { ItemAnswer } from '../common/item-lookup';
import { rememberFolders } from '../common/remembered-files';
import { keptInFile, keptInItem } from '../common/verdict';

const tool = { tool: 'notarytool', name: 'notarytool' } as const;
const service = 'com.apple.gke.notary.tool';
const profilePrefix = `${service}.saved-creds.`;
const mostFiles = 500;
const symptom = 'Error: No Keychain password item found for profile';

/** Scripts that read a profile disagree on which attribute names the tool, so both are asked for. */
const services = [service, `${profilePrefix}notarytool-profile`];

/** The profiles of `notarytool store-credentials`, as far as they can be seen, and App Store Connect keys in files. */
export const createNotarytool = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'notarytool' } => {
  const { host } = doors;
  const executables = [
    '/Applications/Xcode.app/Contents/Developer/usr/bin/notarytool',
    '/Library/Developer/CommandLineTools/usr/bin/notarytool',
  ];
  // Where `--key-id` alone lets it look.
  const keyFolders = ['private_keys', '.private_keys', '.appstoreconnect/private_keys'].map(
    (name) => `${host.homeFolder}/${name}`,
  );
  const listFolder = rememberFolders(doors, mostFiles);
  const keysIn = async (folder: string): Promise<readonly Credential[]> => {
    const found = await listFolder(folder);
    if (found.kind === 'none') return [];
    if (found.kind === 'unreadable') return [unreadableFolder(folder, found.reason)];
    return found.names.filter((name) => /^AuthKey_\w+\.p8$/.test(name)).map((name) => keyFile(folder, name));
  };

  const look = async (): Promise<readonly Credential[]> => {
    const answers = await Promise.all(services.map((name) => items.find({ class: 'generic', service: name })));
    const profiles = answers.flatMap((answer, index) =>
      answer.kind === 'found' ? [profileOf(services[index] ?? service, answer)] : [],
    );
    const keys = (await Promise.all(keyFolders.map(keysIn))).flat();
    if (profiles.length + keys.length > 0) return [...profiles, ...keys].slice(0, greatestCredentialCount);
    const unknown = answers.find((answer) => answer.kind === 'unknown');
    if (unknown?.kind === 'unknown') return [nothingSeen(`The keychain could not be searched. ${unknown.reason}`)];
    if (!(await isAnyThere(doors, executables))) return [notFound(tool)];
    return [
      nothingSeen(
        'No profile of it can be seen, which proves nothing: Xcode 26 keeps them in the data protection keychain, where no other program can look.',
      ),
    ];
  };

  return {
    id: 'notarytool',
    name: tool.name,
    async look() {
      const credentials = await look();
      return () => credentials;
    },
  };
};

const profileOf = (name: string, item: Extract<ItemAnswer, { kind: 'found' }>): Credential => {
  const { does, ...verdict } = keptInItem(name, item, symptom);
  const written = name.startsWith(profilePrefix) ? name : (item.account ?? '');
  const account = written.startsWith(profilePrefix) ? written.slice(profilePrefix.length) : written;
  return {
    ...tool,
    ...verdict,
    ...(account === '' ? {} : { account }),
    installed: true,
    expiry: null,
    reason: `It ${does}. There may be more profiles than this one.`,
  };
};

const keyFile = (folder: string, name: string): Credential => {
  const { does, ...verdict } = keptInFile(`${folder}/${name}`);
  const account = name.slice('AuthKey_'.length, -'.p8'.length);
  return { ...tool, ...verdict, account, installed: true, expiry: null, reason: `It ${does}; no end date on disk.` };
};

const nothingSeen = (reason: string): Credential => ({
  ...notFound(tool),
  installed: true,
  store: 'unknown',
  reason,
});

const unreadableFolder = (folder: string, reason: string): Credential => ({
  ...nothingSeen(`${folder} cannot be read: ${reason}.`),
  status: 'unreadable',
});
