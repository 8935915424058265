import type { Credential } from '../../core/words/credential';
import { greatestCredentialCount } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isAnyThere } from '../common/executables';
import { createProfileReader } from './anthropic-profile';
import type { AccountSighting } from './claude-code-account';
import { claudeCodeCredential, unreadFileCredentials } from './claude-code-credential';
import { createExpiryReader } from './claude-code-expiry';
import { createClaudeCodeFiles } from './claude-code-files';
import { type ClaudeCodeFolder, createFolderFinder } from './claude-code-folders';
import { findClaudeCodeItem } from './claude-code-items';
import { overrideOf } from './claude-code-overrides';
import { claudeCodeExecutables, claudeCodePlaces, type ServiceName } from './claude-code-places';
import { createClaudeCodeActivity } from './claude-code-processes';
import { type RunningProject, runningProjects } from './claude-code-projects';
import type { ClaudeCodeSighting, ItemSighting, ProjectSighting, SightedFolder } from './claude-code-sighting';
import { variableStates } from './claude-code-variables';

/** Claude Code's logins, one for each configuration folder: in the keychain, or in a plain file where that was locked. */
export const createClaudeCode = ({
  doors,
  items,
}: ToolContext): Required<Omit<CredentialTool, 'listen'>> & { readonly id: 'claude-code' } => {
  const { host } = doors;
  const files = createClaudeCodeFiles(doors);
  const findFolders = createFolderFinder(doors);
  const readProfile = createProfileReader(doors);
  const expiry = createExpiryReader(doors);
  const readActivity = createClaudeCodeActivity(doors);
  const environment = variableStates(host.environment);
  let lastSeen: readonly SightedFolder[] = [];
  let lastProjects: readonly ProjectSighting[] = [];

  const sight = async (folder: ClaudeCodeFolder): Promise<ClaudeCodeSighting> => {
    const { loginServices, apiKeyServices, accounts, ...places } = claudeCodePlaces(host, folder);
    const programs = folder.kind === 'found' ? [] : claudeCodeExecutables(host);
    const leavesTraces = await isAnyThere(doors, [folder.path, ...places.accountFiles, ...programs]);
    // Where nothing of it is there, one question a kind is enough to know that no item was left either.
    const likely = (services: readonly ServiceName[]) => (leavesTraces ? services : services.slice(0, 1));
    const [settings, { profile, unread }, file, noted, item] = await Promise.all([
      files.settings(places.userSettingsFile),
      readProfile(),
      files.credentials(places.credentialsFile),
      files.account(places.accountFiles),
      findClaudeCodeItem(items, likely(loginServices), accounts),
    ]);
    const readLogin = item.kind === 'found' ? expiry.readFrom(item) : null;
    const apiKeyItem = mayUseApiKey(item, noted, readLogin?.kind === 'signed-out')
      ? await findClaudeCodeItem(items, likely(apiKeyServices), accounts)
      : none;
    return {
      account: folder.label,
      installed: leavesTraces || isStored(item, apiKeyItem, file),
      override: overrideOf(environment, settings.sources, profile),
      profile,
      item,
      apiKeyItem,
      file,
      readLogin,
      noted,
      unread: [...settings.unread, ...unread],
    };
  };

  const look = async (): Promise<readonly SightedFolder[]> => {
    const { folders, unread } = await findFolders();
    const sighted = await Promise.all(folders.map(async (folder) => ({ folder, sighting: await sight(folder) })));
    // Said once, of the own one.
    const seen = sighted.map(({ folder, sighting }, index) => ({
      folder,
      sighting: index === 0 ? { ...sighting, unread: [...sighting.unread, ...unread] } : sighting,
    }));
    const [own, ...others] = seen;
    // The usual folder, where another one was chosen and nothing is in it, is no login of anybody's.
    const rest = others.filter(({ folder, sighting }) => folder.kind === 'found' || hasTrace(sighting));
    const isSpare = own?.folder.kind === 'usual' && rest.length > 0 && !hasTrace(own.sighting);
    const shown = [...(own && !isSpare ? [own] : []), ...rest];
    lastSeen =
      shown.length === 1
        ? shown.map(({ folder, sighting }) => ({ folder, sighting: { ...sighting, account: null } }))
        : shown;
    return lastSeen;
  };

  /** What the settings of a project change, beside the user's own of the configuration folder that is used there. */
  const sightProject = async (project: RunningProject): Promise<readonly ProjectSighting[]> => {
    const used = lastSeen.find(({ folder }) => folder.path === project.configFolder);
    if (used === undefined) return [];
    const { userSettingsFile } = claudeCodePlaces(host, used.folder);
    const settings = await files.settings(userSettingsFile, project.settingsFiles);
    const override = overrideOf(environment, settings.sources, used.sighting.profile);
    const usesOther = JSON.stringify(override) !== JSON.stringify(used.sighting.override);
    return [{ sighting: { ...used.sighting, account: project.label, override, unread: settings.unread }, usesOther }];
  };

  const describe = (seen: readonly SightedFolder[], now: number): readonly Credential[] => {
    const sightings = seen.map(({ sighting }) => sighting);
    const projects = lastProjects.filter(({ usesOther }) => usesOther).map(({ sighting }) => sighting);
    const told = [...sightings, ...projects];
    const credentials = told.map((sighting) => claudeCodeCredential(sighting, now));
    if (!credentials.some(({ installed }) => installed)) return credentials;
    const all = [...sightings, ...lastProjects.map(({ sighting }) => sighting)];
    return [...credentials, ...unreadFileCredentials(all, told, now)].slice(0, greatestCredentialCount);
  };

  return {
    id: 'claude-code',
    name: 'Claude Code',
    async look() {
      const seen = await look();
      return (now) => describe(seen, now);
    },
    async readExpiry(reader) {
      return expiry.read(
        (await look()).map(({ sighting }) => sighting.item),
        reader,
      );
    },
    async readActivity() {
      const { activity, sessions } = await readActivity(lastSeen);
      // Nobody has ended because the processes could not be listed.
      if (activity?.problem !== undefined) return activity;
      lastProjects = (await Promise.all(runningProjects(host, sessions).map(sightProject))).flat();
      return activity;
    },
  };
};

const none = { kind: 'none' } as const;

const mayUseApiKey = (item: ItemSighting, noted: AccountSighting, holdsNoLogin: boolean): boolean =>
  item.kind === 'none' || holdsNoLogin || (noted.kind === 'read' && !noted.hasAccount);

const isStored = (item: ItemSighting, apiKeyItem: ItemSighting, file: ClaudeCodeSighting['file']): boolean =>
  item.kind === 'found' || apiKeyItem.kind === 'found' || file.kind === 'file';

const hasTrace = ({ item, apiKeyItem, file, noted }: ClaudeCodeSighting): boolean =>
  (item.kind === 'found' && !item.mayBeAnothers) ||
  apiKeyItem.kind === 'found' ||
  file.kind === 'file' ||
  noted.kind !== 'none';
