import { posix } from 'node:path';
import { midSentence } from '../../core/text/mid-sentence';
import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';
import { createAws } from '../aws/aws';
import { shownName } from '../common/common-credentials';
import type { ToolContext } from '../common/credential-tool';
import { followProgram } from '../common/followed-program';
import { rememberSettingsFile } from '../common/settings-file';
import { endingToken, keptInFile, keptInItem, type Verdict } from '../common/verdict';
import { createGhLook } from '../gh/gh-logins';
import { gitFolder } from './git-config-files';
import { gitStoreFormat } from './git-store';
import type { GitHelperInForce, GitTarget } from './git-targets';
import { coversGitUrl } from './git-url';

/** What a helper does for a target. `passes`: it has nothing for it, so git asks the next. */
interface HelperVerdict extends Verdict {
  readonly passes?: true;
}

const osxkeychainSymptom =
  "fatal: failed to get: -25308 / fatal: could not read Username for 'https://github.com': Device not configured";
const managerSymptom = 'fatal: Interaction with the Security Server is not allowed.';

/** Says what each helper means for a target: where it keeps its logins and what a locked keychain does to it. */
export const createGitVerdict = (context: ToolContext): ((target: GitTarget) => Promise<Verdict>) => {
  const { doors, items } = context;
  const { host } = doors;
  const lookAtGh = createGhLook(context);
  const aws = createAws(context);
  const storeReader = (path: string) => rememberSettingsFile(doors, path, gitStoreFormat);
  const readStore = new Map(
    [`${host.homeFolder}/.git-credentials`, `${gitFolder(host)}/credentials`].map((path) => [path, storeReader(path)]),
  );

  const inItem = async (
    query: Parameters<typeof items.find>[0],
    name: string,
    general: Verdict,
  ): Promise<HelperVerdict> => {
    const item = await items.find(query);
    if (item.kind === 'found') return endingToken(keptInItem(name, item, general.symptom ?? ''));
    if (item.kind === 'unknown') return general;
    return { ...general, status: 'signed-out', does: `${general.does}, and has no item "${name}" there`, passes: true };
  };

  const osxkeychain = (target: GitTarget, from: string): Promise<HelperVerdict> | HelperVerdict => {
    const general = asksKeychain('git-credential-osxkeychain', from, osxkeychainSymptom);
    // Its items have the port in an attribute of its own.
    const server = plainHost(target)?.replace(/:\d+$/, '') ?? null;
    return server === null ? general : inItem({ class: 'internet', server }, server, general);
  };

  const manager = async (target: GitTarget, from: string): Promise<HelperVerdict> => {
    const { GCM_CREDENTIAL_STORE, GCM_NAMESPACE, GCM_PLAINTEXT_STORE_PATH } = host.environment;
    const asks = `asks git-credential-manager (set in ${from})`;
    const unknown = { overSsh: 'unknown', status: 'unknown' } as const;
    switch ((GCM_CREDENTIAL_STORE || target.option('credentialstore') || 'keychain').toLowerCase()) {
      case 'keychain': {
        const general = asksKeychain('git-credential-manager', from, managerSymptom);
        const server = plainHost(target);
        if (server === null) return general;
        const namespace = GCM_NAMESPACE || target.option('namespace') || 'git';
        const service = `${namespace}:${target.url?.protocol ?? 'https'}://${server}`;
        return inItem({ class: 'generic', service }, service, general);
      }
      case 'plaintext': {
        const folder = GCM_PLAINTEXT_STORE_PATH || target.option('plaintextstorepath') || '~/.gcm/store';
        return endingToken(keptInFile(fromHome(host, folder)));
      }
      case 'cache':
        return inMemory(from);
      case 'gpg':
        return { ...unknown, store: 'file', does: `${asks}, which keeps logins in files that GPG has to decrypt` };
      case 'none':
        return { ...unknown, store: 'none', does: `${asks}, which is set to keep nothing`, passes: true };
      default:
        return { ...unknown, store: 'unknown', does: `${asks}, whose store is not one that macOS has` };
    }
  };

  const store = async (target: GitTarget, chosen: string | null, from: string): Promise<HelperVerdict> => {
    const chosenPath = chosen === null ? null : fromHome(host, chosen);
    const paths = chosenPath === null ? [...readStore.keys()].slice(0, 2) : [chosenPath];
    for (const path of paths) {
      const read = readStore.get(path) ?? storeReader(path);
      if (readStore.size < 20) readStore.set(path, read);
      const file = await read();
      if (file.kind === 'unreadable') {
        const does = `keeps its logins in ${path}, which cannot be read: ${file.reason}`;
        return { store: 'file', overSsh: 'unknown', status: 'unreadable', does };
      }
      const { url } = target;
      const isFor = (entry: typeof url & object) => url === null || coversGitUrl({ ...url, path: '' }, entry);
      if (file.kind === 'parsed' && file.value.some(isFor)) return endingToken(keptInFile(path, file.modifiedAt));
    }
    const does = `is to keep its logins in ${paths[0]} (set in ${from}), which no lock guards and which has none for this`;
    return { store: 'file', overSsh: 'survives', status: 'signed-out', does, passes: true };
  };

  const gh = async ({ url }: GitTarget, from: string): Promise<HelperVerdict> => {
    const { logins, hostsFile } = await lookAtGh();
    if (hostsFile.kind === 'unreadable') {
      const does = `asks GitHub CLI (set in ${from}), whose ${hostsFile.path} cannot be read: ${hostsFile.reason}`;
      return { store: 'unknown', overSsh: 'unknown', status: 'unreadable', does };
    }
    const asked = url?.host.replace(/^gist\./, '') || 'github.com';
    const login = logins.find(({ host: name, isActive }) => isActive && name.toLowerCase() === asked);
    // Its end date is told, and entered, at GitHub CLI's own login.
    if (login) {
      const { mayEnterEndDate: _, ...verdict } = login.verdict;
      return { ...verdict, does: `asks GitHub CLI (set in ${from}), which ${verdict.does}` };
    }
    const does = `asks GitHub CLI (set in ${from}), which has no login for ${asked}: run gh auth login`;
    return { store: 'none', overSsh: 'unknown', status: 'signed-out', does, passes: true };
  };

  /** Its end, and how to sign in, are told at the AWS CLI's own login. */
  const throughAws = async (profile: string, from: string): Promise<HelperVerdict> => {
    const { expiry: _, profile: _named, reason, status, ...told } = (await aws.lookAtProfile(profile))(host.now());
    const isTold = status === 'signed-out' || status === 'unreadable' || status === 'expired';
    const asked = `asks the AWS CLI with its profile ${shownName(profile) ?? 'of no name'} (set in ${from})`;
    const clause = midSentence(reason.replace(/\.$/, '').replace(/\. It /g, '; it '));
    return { ...told, status: isTold ? status : 'unknown', does: `${asked}: ${clause}` };
  };

  const verdictOf = async (target: GitTarget, { helper, from }: GitHelperInForce): Promise<HelperVerdict> => {
    switch (helper.kind) {
      case 'osxkeychain':
        return osxkeychain(target, from);
      case 'manager':
        return manager(target, from);
      case 'store':
        return store(target, helper.path, from);
      case 'cache':
        return inMemory(from);
      case 'gh':
        return gh(target, from);
      case 'aws':
        return throughAws(helper.profile ?? host.environment.AWS_PROFILE ?? 'default', from);
      case 'other': {
        const followed = helper.name === null ? null : followProgram(helper.name);
        if (followed !== null) {
          const { clause, ...told } = followed;
          const behind = helper.behind === undefined ? '' : ` for ${helper.behind}`;
          return { ...told, status: 'unknown', does: `asks ${helper.name}${behind} (set in ${from}), which ${clause}` };
        }
        const name = helper.name === null ? 'a program of its own' : `"${helper.name}"`;
        const does = `asks ${name} (set in ${from}), of which is not known where it keeps logins`;
        return { store: 'unknown', overSsh: 'unknown', status: 'unknown', does };
      }
    }
  };

  return async (target) => {
    const verdicts: HelperVerdict[] = [];
    for (const helper of target.helpers.slice(0, helpersLimit)) verdicts.push(await verdictOf(target, helper));
    return together(verdicts);
  };
};

const helpersLimit = 20;

/** The first helper that has something answers. One after it may stand in, where the first cannot always. */
const together = (verdicts: readonly HelperVerdict[]): Verdict => {
  const answering = verdicts.filter(({ passes }) => !passes);
  const first = answering[0] ?? verdicts[0];
  if (!first) {
    const does = 'has no credential helper set up, so it asks each time or uses SSH keys';
    return { store: 'none', overSsh: 'survives', status: 'unknown', does };
  }
  const { passes: _, ...verdict } = first;
  const other = answering.slice(1).find(({ overSsh, store }) => overSsh !== first.overSsh && store !== first.store);
  const isUncertain = first.overSsh === 'breaks' ? other?.store === 'file' : first.store === 'unknown';
  if (!other || !isUncertain) return verdict;
  const symptom = verdict.symptom ?? other.symptom;
  return {
    ...verdict,
    overSsh: 'unknown',
    does: `${verdict.does}; failing that, it ${other.does}`,
    ...(symptom === undefined ? {} : { symptom }),
  };
};

const asksKeychain = (program: string, from: string, symptom: string): Verdict => ({
  store: 'login-keychain',
  overSsh: 'breaks',
  status: 'unknown',
  does: `asks ${program} (set in ${from}), which reads the login keychain`,
  symptom,
});

const inMemory = (from: string): Verdict => ({
  store: 'unknown',
  overSsh: 'survives',
  status: 'unknown',
  does: `keeps logins in memory for a while (set in ${from}), which no lock guards and no restart outlives`,
});

/** The host, where the target is one and no pattern. */
const plainHost = ({ url }: GitTarget): string | null =>
  url === null || url.host === '' || url.host.includes('*') ? null : url.host;

const fromHome = (host: MacHost, path: string): string =>
  path.startsWith('~/') ? posix.join(host.homeFolder, path.slice(2)) : toMacPath(host, path);
