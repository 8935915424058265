import { constants, type Stats } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { type FolderFact, measured, notMeasured } from '../../core/diagnosis/facts';
import { codeOfError } from '../../core/text/code-of-error';
import type { Check } from '../../system/checks/check';
import { type MacHost, onDisk } from '../../system/mac/host';
import { ownFolder } from '../claude-code/claude-code-folders';
import { claudeCodePlaces } from '../claude-code/claude-code-places';

type Place = Pick<FolderFact, 'path' | 'what' | 'tool'>;

/** Whether the folders and files in which tools keep their logins are there, can be used, and belong to the user. */
export const createFoldersCheck = (host: MacHost): Check => ({
  id: 'folders',
  hosts: [],
  async run() {
    const wanted = places(host);
    const states = await Promise.all(wanted.map(({ path }) => stateOf(host, path)));
    const folders = wanted.flatMap((place, index): readonly FolderFact[] => {
      const state = states[index];
      return state === undefined || state.kind === 'unknown' ? [] : [{ ...place, state: state.kind }];
    });
    const lookedAt = wanted.map(({ path }) => path).join(', ');
    const unknown = states.find((state) => state.kind === 'unknown');
    const broken = folders.filter(({ state }) => state !== 'fine' && state !== 'missing');
    const facts = {
      folders: folders.length === 0 ? notMeasured(unknown?.reason ?? 'there are none') : measured(folders),
    };
    if (broken.length > 0) {
      const all = broken.map(({ path, what, state }) => `${path} (${what}) ${clauses[state]}`).join('; ');
      return { lookedAt, result: 'problem', sentence: `${all}.`, facts };
    }
    if (unknown)
      return { lookedAt, result: 'not-possible', sentence: `Not all could be looked at: ${unknown.reason}.`, facts };
    return { lookedAt, result: 'fine', sentence: 'All that are there belong to you and can be used.', facts };
  },
});

const clauses: Readonly<Record<FolderFact['state'], string>> = {
  fine: 'is fine',
  missing: 'is missing',
  'not-readable': 'cannot be read',
  'not-writable': 'cannot be written to',
  'owned-by-another-user': 'belongs to another user',
};

const places = (host: MacHost): readonly Place[] => {
  const { homeFolder } = host;
  const own = ownFolder(host);
  const { accountFiles, credentialsFile, userSettingsFile } = claudeCodePlaces(host, own);
  const claude = (path: string, what: string): Place => ({ path, what, tool: 'claude-code' });
  return [
    claude(own.path, 'Claude Code’s configuration'),
    claude(accountFiles[1], 'Claude Code’s account'),
    claude(credentialsFile, 'Claude Code’s stored login'),
    claude(userSettingsFile, 'Claude Code’s settings'),
    claude(`${homeFolder}/Library/Caches/claude-cli-nodejs`, 'Claude Code’s cache'),
    claude(`${homeFolder}/.local/share/claude`, 'Claude Code’s installation'),
    { path: `${homeFolder}/.config`, what: 'the folder of many tools’ configurations', tool: 'gh' },
    { path: `${homeFolder}/.config/gh`, what: 'gh’s configuration', tool: 'gh' },
    { path: `${homeFolder}/.config/gh/hosts.yml`, what: 'gh’s logins', tool: 'gh' },
    { path: `${homeFolder}/.gitconfig`, what: 'git’s configuration', tool: 'git' },
    { path: `${homeFolder}/.npm`, what: 'npm’s cache', tool: 'npm' },
    { path: `${homeFolder}/.npmrc`, what: 'npm’s logins', tool: 'npm' },
    { path: `${homeFolder}/.docker`, what: 'Docker’s configuration', tool: 'docker' },
    { path: `${homeFolder}/.docker/config.json`, what: 'Docker’s logins', tool: 'docker' },
    { path: `${homeFolder}/.aws`, what: 'the AWS configuration', tool: 'aws' },
    { path: `${homeFolder}/.codex`, what: 'Codex’s configuration', tool: 'codex' },
  ];
};

type State = { readonly kind: FolderFact['state'] } | { readonly kind: 'unknown'; readonly reason: string };

const stateOf = async (host: MacHost, path: string): Promise<State> => {
  try {
    return { kind: await usability(onDisk(host, path), await stat(onDisk(host, path)), ownUid(host)) };
  } catch (error) {
    const code = codeOfError(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    if (code === 'EACCES' || code === 'EPERM') return { kind: 'not-readable' };
    return { kind: 'unknown', reason: `macOS answered ${code} for ${path}` };
  }
};

/** What lies on the simulated Mac's disk belongs to whoever runs it. */
const ownUid = ({ kind, uid }: MacHost): number => (kind === 'macos' ? uid : (process.getuid?.() ?? uid));

/** The owner's own permission bits count as well: nothing stops root, which asks here only by mistake. */
const usability = async (diskPath: string, stats: Stats, uid: number): Promise<FolderFact['state']> => {
  if (stats.uid !== uid) return 'owned-by-another-user';
  const read = stats.isDirectory() ? 0o500 : 0o400;
  if ((stats.mode & read) !== read || !(await may(diskPath, constants.R_OK))) return 'not-readable';
  return (stats.mode & 0o200) !== 0 && (await may(diskPath, constants.W_OK)) ? 'fine' : 'not-writable';
};

const may = (diskPath: string, mode: number): Promise<boolean> =>
  access(diskPath, mode).then(
    () => true,
    () => false,
  );
