import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';

/** The user's own file, or the one that a variable names in its place. npm takes its variables in either case. */
export const userNpmrc = (host: MacHost): string => {
  const { environment, homeFolder } = host;
  const chosen = environment.NPM_CONFIG_USERCONFIG || environment.npm_config_userconfig;
  return toMacPath(host, chosen || `${homeFolder}/.npmrc`);
};

/** The files beside the installation, for all users. */
export const globalNpmrcs = (host: MacHost): readonly string[] => {
  const { environment } = host;
  const chosen = environment.NPM_CONFIG_GLOBALCONFIG || environment.npm_config_globalconfig;
  if (chosen) return [toMacPath(host, chosen)];
  const prefix = environment.NPM_CONFIG_PREFIX || environment.npm_config_prefix || environment.PREFIX;
  const prefixes = prefix ? [toMacPath(host, prefix)] : ['/opt/homebrew', '/usr/local'];
  return prefixes.map((folder) => `${folder}/etc/npmrc`);
};
