import { dirname } from 'node:path/posix';
import { asClause } from '../../core/text/mid-sentence';
import { readBoundedFolder, whyNotWhole } from '../files/bounded-folder';
import { type PathStatus, statusOf } from '../files/own-file';
import { judgePlace, type PlaceProblem, type RefusedPlace } from '../files/trusted-place';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';

/**
 * Where a tmux server may be asked. A client does what the server at the other end of the socket tells it, up to becoming a
 * program that the server names (MSG_SHELL, tmux `client_dispatch_wait`), and with `-S` tmux itself looks neither at the
 * folder nor at the socket. So only a socket of the user's own is asked, in a real folder of his that is closed to others.
 */
export type TmuxPlace =
  /** As `TmuxSocket` has them. */
  | { readonly kind: 'trusted'; readonly stamp: string; readonly fingerprint: string }
  | { readonly kind: 'missing' }
  | RefusedTmux;

export interface RefusedTmux {
  readonly kind: 'refused';
  /** macOS path of the socket, or of the folder where its sockets cannot be seen. */
  readonly path: string;
  /** The socket itself is a link, which tmux never makes. */
  readonly isLink: boolean;
  /** A clause about the server. */
  readonly grounds: string;
  /** A sentence about what is wrong there. */
  readonly reason: string;
}

/** @param path macOS path of a socket */
export const judgeTmuxSocket = async (host: MacHost, path: string): Promise<TmuxPlace> => {
  const folder = await judgeTmuxFolder(host, dirname(path));
  if (folder.kind === 'missing') return folder;
  if (folder.kind === 'refused') return refusedTmux(path, folderClauses[folder.problem], folder);
  const socket = await judgePlace(host, path, { kind: 'socket', others: 'anything' });
  if (socket.kind === 'missing') return socket;
  // What is no socket is none of tmux's.
  if (socket.kind === 'refused' && socket.problem === 'wrong-kind') return { kind: 'missing' };
  if (socket.kind === 'refused')
    return { ...refusedTmux(path, socketClauses[socket.problem], socket), isLink: socket.problem === 'is-a-link' };
  const { dev, ino, birthtimeMs, mode, ctimeMs } = socket.status;
  const stamp = `${dev} ${ino} ${birthtimeMs}`;
  return { kind: 'trusted', stamp, fingerprint: `${stamp} ${mode} ${ctimeMs}` };
};

/** As many as are told of in a folder that somebody else may fill. */
const mostRefused = 8;
const mostNames = 256;

export type TmuxFolder =
  /** `notAll`: why there may be others, a sentence; null where there are none. */
  | { readonly kind: 'sockets'; readonly paths: readonly string[]; readonly notAll: string | null }
  | { readonly kind: 'refused'; readonly servers: readonly RefusedTmux[] }
  /** `path`: its own. `reason`: a clause. */
  | { readonly kind: 'unseen'; readonly path: string; readonly reason: string };

/** What may be sockets in a folder, or, of one that is not trusted, which servers are not asked because of that. */
export const listTmuxFolder = async (host: MacHost, folder: string): Promise<TmuxFolder> => {
  const place = await judgeTmuxFolder(host, folder);
  if (place.kind === 'missing') return { kind: 'sockets', paths: [], notAll: null };
  if (place.kind === 'refused' && place.problem === 'unreadable')
    return { kind: 'unseen', path: folder, reason: asClause(place.reason) };
  if (place.kind === 'refused') return { kind: 'refused', servers: await serversIn(host, folder, place) };
  const listed = await readBoundedFolder(host, folder, mostNames);
  if (listed.kind === 'unreadable') return { kind: 'unseen', path: folder, reason: listed.reason };
  const paths = listed.kind === 'names' ? listed.names.map((name) => `${folder}/${name}`) : [];
  return { kind: 'sockets', paths, notAll: whyNotWhole(folder, listed) };
};

const serversIn = async (host: MacHost, folder: string, place: RefusedPlace): Promise<readonly RefusedTmux[]> => {
  const refusal = (path: string) => refusedTmux(path, folderClauses[place.problem], place);
  if (place.problem === 'wrong-kind') return [];
  const listed = place.problem === 'is-a-link' ? null : await readBoundedFolder(host, folder, mostNames);
  if (listed?.kind === 'none') return [];
  if (listed?.kind !== 'names') return [refusal(folder)];
  const paths = listed.names.map((name) => `${folder}/${name}`);
  const found = await Promise.all(paths.map((path) => statusOf(onDisk(host, path))));
  // What macOS does not let be seen may be a server's as well.
  const mayBeSocket = (one: PathStatus | undefined) =>
    one?.kind === 'unreadable' || (one?.kind === 'found' && one.status.isSocket());
  return paths
    .filter((_, index) => mayBeSocket(found[index]))
    .slice(0, mostRefused)
    .map(refusal);
};

const judgeTmuxFolder = (host: MacHost, folder: string) =>
  judgePlace(host, folder, { kind: 'folder', others: 'nothing' });

const refusedTmux = (path: string, clause: string, { reason }: RefusedPlace): RefusedTmux => ({
  kind: 'refused',
  path,
  isLink: false,
  grounds: `its socket ${clause}: not asked`,
  reason,
});

const folderClauses: Readonly<Record<PlaceProblem, string>> = {
  'another-user': 'lies in a folder of another user',
  'others-can-write': 'lies in a folder that others can write',
  'others-can-read': 'lies in a folder that is not closed to others',
  'is-a-link': 'lies in a folder that is only a link',
  'leads-nowhere': 'lies in a folder that is only a link',
  'wrong-kind': 'lies in something that is no folder',
  unreadable: 'lies in a folder that cannot be looked at',
};

const socketClauses: Readonly<Record<PlaceProblem, string>> = {
  ...folderClauses,
  'another-user': 'belongs to another user',
  'is-a-link': 'is only a link',
};
