import type { ToolDoors } from '../../system/doors';
import { isSeen } from '../../system/files/file-fingerprint';
import type { MacHost } from '../../system/mac/host';

/** Where executables usually lie: Homebrew, an installer, MacPorts, Nix, a version manager, the user's own. */
export const executableFolders = ({ homeFolder, userName }: MacHost): readonly string[] => [
  '/opt/homebrew/bin',
  '/usr/local/bin',
  '/opt/local/bin',
  `${homeFolder}/.local/bin`,
  `${homeFolder}/bin`,
  `${homeFolder}/.nix-profile/bin`,
  `/etc/profiles/per-user/${userName}/bin`,
  '/run/current-system/sw/bin',
  `${homeFolder}/.npm-global/bin`,
  `${homeFolder}/.volta/bin`,
  `${homeFolder}/.bun/bin`,
  `${homeFolder}/.local/share/mise/shims`,
  `${homeFolder}/.asdf/shims`,
  `${homeFolder}/Library/pnpm`,
];

/** Where an executable of that name usually lies. */
export const executablePlaces = (host: MacHost, name: string): readonly string[] =>
  executableFolders(host).map((folder) => `${folder}/${name}`);

export const isAnyThere = async (doors: ToolDoors, macPaths: readonly string[]): Promise<boolean> =>
  (await Promise.all(macPaths.map((path) => doors.fileFingerprint(path)))).some(isSeen);

/** Whether there is an executable of that name where it usually lies, or one of the other macOS paths. */
export const isInstalled = (doors: ToolDoors, executable: string, traces: readonly string[] = []): Promise<boolean> =>
  isAnyThere(doors, [...traces, ...executablePlaces(doors.host, executable)]);
