import { dirname } from 'node:path/posix';
import { failure, type Outcome, success } from '../../core/outcome';
import { statusBehind } from '../files/own-file';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';
import { judgeTmuxSocket, listTmuxFolder, type RefusedTmux } from './tmux-places';

/** More than anybody has; a folder full of other things is not asked about one by one. */
const mostSockets = 64;

/** The folder where tmux of this user keeps its sockets, below a folder such as TMUX_TMPDIR names. */
export const socketFolder = (host: MacHost, parent: string): string => `${parent}/tmux-${host.uid}`;

export interface TmuxSocket {
  /** macOS path. */
  readonly path: string;
  /** Another one as soon as another server has made the socket anew. */
  readonly stamp: string;
  /** Another one as well when a first client attaches or the last one leaves: the server then changes its mode (`server.c`). */
  readonly fingerprint: string;
}

export interface FoundSockets {
  /** In places where a server may be asked. */
  readonly sockets: readonly TmuxSocket[];
  readonly refused: readonly RefusedTmux[];
  readonly unseen: readonly UnseenSockets[];
  /** Why there may be others, a sentence each: more than is looked at. */
  readonly notAll: readonly string[];
}

/** A folder of which macOS does not tell what is in it. `reason`: a clause. */
export interface UnseenSockets {
  /** macOS path. */
  readonly path: string;
  readonly reason: string;
}

/** The sockets in these folders and at these paths: macOS paths. What is no socket is left out. */
export const findSockets = async (
  host: MacHost,
  folders: Iterable<string>,
  paths: Iterable<string>,
): Promise<FoundSockets> => {
  const wanted = new Set(folders);
  const listed = await Promise.all([...wanted].map((folder) => listTmuxFolder(host, folder)));
  const inFolders = listed.flatMap((folder) => (folder.kind === 'sockets' ? folder.paths : []));
  const elsewhere = [...paths].filter((path) => !wanted.has(dirname(path)));
  const all = [...new Set([...inFolders, ...elsewhere])];
  const candidates = all.slice(0, mostSockets);
  const places = await Promise.all(candidates.map((path) => judgeTmuxSocket(host, path)));
  return {
    sockets: places.flatMap((place, index) =>
      place.kind === 'trusted'
        ? [{ path: candidates[index] ?? '', stamp: place.stamp, fingerprint: place.fingerprint }]
        : [],
    ),
    refused: [
      ...places.filter((place) => place.kind === 'refused'),
      ...listed.flatMap((folder) => (folder.kind === 'refused' ? folder.servers : [])),
    ],
    unseen: listed.flatMap((folder) => (folder.kind === 'unseen' ? [folder] : [])),
    notAll: [
      ...listed.flatMap((folder) => (folder.kind === 'sockets' && folder.notAll !== null ? [folder.notAll] : [])),
      ...(all.length > mostSockets
        ? [`Of ${all.length} places where a tmux server may listen, ${mostSockets} were looked at.`]
        : []),
    ],
  };
};

/** By absolute path: what a GUI application finds on its PATH is not what the user's shell finds. */
export const findTmux = async (host: MacHost): Promise<Outcome<string, 'no-tmux' | 'unreadable'>> => {
  const candidates = [
    '/opt/homebrew/bin/tmux',
    '/usr/local/bin/tmux',
    '/opt/local/bin/tmux',
    `${host.homeFolder}/.nix-profile/bin/tmux`,
    `/etc/profiles/per-user/${host.userName}/bin/tmux`,
    '/run/current-system/sw/bin/tmux',
    '/nix/var/nix/profiles/default/bin/tmux',
  ];
  const unseen: string[] = [];
  for (const candidate of candidates) {
    const found = await statusBehind(onDisk(host, candidate));
    if (found.kind === 'found' && found.status.isFile()) return success(candidate);
    if (found.kind === 'unreadable') unseen.push(`${candidate} (${found.code})`);
  }
  if (unseen.length === 0) return failure('no-tmux', noTmux);
  return failure('unreadable', `Whether tmux is there cannot be told: macOS does not show ${unseen.join(', ')}.`);
};

const noTmux = 'No tmux was found where Homebrew, MacPorts and Nix put it. Install it first: brew install tmux.';
