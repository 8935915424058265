import { readdir, stat } from 'node:fs/promises';
import type { MacHost } from './host';
import { onDisk } from './host';

/** More than anybody has; a folder full of other things is not asked about one by one. */
const mostSockets = 64;

/** The folder where tmux of this user keeps its sockets, below a folder such as TMUX_TMPDIR names. */
export const socketFolder = (host: MacHost, parent: string): string => `${parent}/tmux-${host.uid}`;

export interface TmuxSocket {
  /** macOS path. */
  readonly path: string;
  /** Another one as soon as another server has made the socket anew. */
  readonly stamp: string;
}

/** The sockets in these folders and at these paths: macOS paths. What is no socket is left out. */
export const findSockets = async (
  host: MacHost,
  folders: Iterable<string>,
  paths: Iterable<string>,
): Promise<readonly TmuxSocket[]> => {
  const listed = await Promise.all([...folders].map((folder) => pathsIn(host, folder)));
  const candidates = [...new Set([...listed.flat(), ...paths])].slice(0, mostSockets);
  const sockets = await Promise.all(candidates.map((path) => socketAt(host, path)));
  return sockets.filter((socket) => socket !== null);
};

const pathsIn = async (host: MacHost, folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(onDisk(host, folder))).sort().map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
};

const socketAt = async (host: MacHost, path: string): Promise<TmuxSocket | null> => {
  try {
    const found = await stat(onDisk(host, path));
    return found.isSocket() ? { path, stamp: `${found.dev} ${found.ino} ${found.birthtimeMs}` } : null;
  } catch {
    return null;
  }
};

/** By absolute path: what a GUI application finds on its PATH is not what the user's shell finds. */
export const findTmux = async (host: MacHost): Promise<string | null> => {
  const candidates = [
    '/opt/homebrew/bin/tmux',
    '/usr/local/bin/tmux',
    '/opt/local/bin/tmux',
    `${host.homeFolder}/.nix-profile/bin/tmux`,
    `/etc/profiles/per-user/${host.userName}/bin/tmux`,
    '/run/current-system/sw/bin/tmux',
    '/nix/var/nix/profiles/default/bin/tmux',
  ];
  for (const candidate of candidates) {
    const isFile = await stat(onDisk(host, candidate)).then(
      (found) => found.isFile(),
      () => false,
    );
    if (isFile) return candidate;
  }
  return null;
};
