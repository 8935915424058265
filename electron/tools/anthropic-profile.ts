import { readBoundedFile } from '../system/bounded-file';
import type { MacDoors } from '../system/doors';
import type { MacHost } from '../system/host';
import { toMacPath } from '../system/mac-path';
import type { ActiveProfile } from './claude-code-overrides';
import { rememberUntilFileChanges } from './fingerprint-cache';
import { isJsonObject, parseJsonObject } from './json-object';
import { rememberFiles } from './remembered-files';

const limitBytes = 256 * 1024;

/**
 * Reads which profile Anthropic's own configuration folder names as the active one, and of which kind it is. The layout is
 * that of its SDK (anthropics/anthropic-sdk-typescript, `src/core/credentials.ts`): `active_config` holds a name, usually
 * there is none and it is `default`, and `configs/<name>.json` says how that one authenticates.
 */
export const createProfileReader = (doors: MacDoors): (() => Promise<ActiveProfile | null>) => {
  const root = profileFolder(doors.host);
  const readName = rememberUntilFileChanges(doors, `${root}/active_config`, async (): Promise<string | null> => {
    const file = await readBoundedFile(doors.host, `${root}/active_config`, limitBytes);
    if (file.kind === 'none') return 'default';
    if (file.kind === 'unreadable') return null;
    const name = file.text.trim() || 'default';
    return /^(?!\.{1,2}$)[A-Za-z0-9_.-]{1,200}$/.test(name) ? name : null;
  });
  const readProfile = rememberFiles(doors, async (path): Promise<ActiveProfile | null> => {
    const file = await readBoundedFile(doors.host, path, limitBytes);
    const profile = file.kind === 'text' ? parseJsonObject(file.text) : null;
    const type = isJsonObject(profile?.authentication) ? profile.authentication.type : null;
    if (type === 'oidc_federation') return { kind: 'federation', path };
    return type === 'user_oauth' ? { kind: 'user', path } : null;
  });
  return async () => {
    const name = await readName();
    return name === null ? null : readProfile(`${root}/configs/${name}.json`);
  };
};

const profileFolder = (host: MacHost): string => {
  const { ANTHROPIC_CONFIG_DIR, XDG_CONFIG_HOME } = host.environment;
  if (ANTHROPIC_CONFIG_DIR) return toMacPath(host, ANTHROPIC_CONFIG_DIR);
  return `${XDG_CONFIG_HOME ? toMacPath(host, XDG_CONFIG_HOME) : `${host.homeFolder}/.config`}/anthropic`;
};
