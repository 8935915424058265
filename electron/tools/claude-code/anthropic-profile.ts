import { isJsonObject, parseJsonObject } from '../../core/text/json';
import type { ToolDoors } from '../../system/doors';
import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';
import { textFormat } from '../common/file-format';
import { readInFormat } from '../common/read-in-format';
import { rememberFiles, rememberUntilFileChanges } from '../common/remembered-files';
import type { ActiveProfile } from './claude-code-overrides';
import type { UnreadFile } from './unread-file';

interface ProfileSighting {
  readonly profile: ActiveProfile | null;
  readonly unread: readonly UnreadFile[];
}

/**
 * Reads which profile Anthropic's own configuration folder names as the active one, and of which kind it is. The layout is
 * that of its SDK (anthropics/anthropic-sdk-typescript, `src/core/credentials.ts`): `active_config` holds a name, usually
 * there is none and it is `default`, and `configs/<name>.json` says how that one authenticates.
 */
export const createProfileReader = (doors: ToolDoors): (() => Promise<ProfileSighting>) => {
  const root = profileFolder(doors.host);
  const readName = rememberUntilFileChanges(doors, `${root}/active_config`, async (): Promise<ProfileName> => {
    const file = await readInFormat(doors.host, `${root}/active_config`, profileNameFormat);
    if (file.kind === 'none') return { name: 'default' };
    if (file.kind === 'unreadable') return { reason: file.reason };
    return file.value;
  });
  const readProfile = rememberFiles(doors, async (path): Promise<ProfileSighting> => {
    const file = await readInFormat(doors.host, path, profileFormat);
    if (file.kind === 'none') return { profile: null, unread: [] };
    if (file.kind === 'unreadable') return unread(path, file.reason);
    return file.value;
  });
  return async () => {
    const active = await readName();
    return 'name' in active
      ? readProfile(`${root}/configs/${active.name}.json`)
      : unread(`${root}/active_config`, active.reason);
  };
};

type ProfileName = { readonly name: string } | { readonly reason: string };

const unread = (path: string, reason: string): ProfileSighting => ({ profile: null, unread: [{ path, reason }] });

export const profileNameFormat = textFormat({
  name: 'anthropic-profile-name',
  syntax: 'lines',
  largestBytes: 4 * 1024,
  parse: (text): ProfileName => {
    const name = text.trim() || 'default';
    return /^(?!\.{1,2}$)[A-Za-z0-9_.-]{1,200}$/.test(name) ? { name } : { reason: 'it names no profile' };
  },
});

export const profileFormat = textFormat({
  name: 'anthropic-profile',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: (text, path): ProfileSighting => {
    const profile = parseJsonObject(text);
    if (profile === null) return unread(path, 'it is not the JSON of a profile');
    const type = isJsonObject(profile.authentication) ? profile.authentication.type : null;
    if (type === 'oidc_federation') return { profile: { kind: 'federation', path }, unread: [] };
    return { profile: type === 'user_oauth' ? { kind: 'user', path } : null, unread: [] };
  },
});

const profileFolder = (host: MacHost): string => {
  const { ANTHROPIC_CONFIG_DIR, XDG_CONFIG_HOME } = host.environment;
  if (ANTHROPIC_CONFIG_DIR) return toMacPath(host, ANTHROPIC_CONFIG_DIR);
  return `${XDG_CONFIG_HOME ? toMacPath(host, XDG_CONFIG_HOME) : `${host.homeFolder}/.config`}/anthropic`;
};
