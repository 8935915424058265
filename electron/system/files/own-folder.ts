import { closeSync, constants, fchmodSync, mkdirSync, openSync } from 'node:fs';
import { failure, type Outcome, success } from '../../core/outcome';
import { codeOfError } from '../../core/text/code-of-error';
import type { MacHost } from '../mac/host';
import { fileOwner, onDisk } from '../mac/host';
import { judgePlace, judgePlaceNow, type Place, type PlaceRule, type RefusedPlace } from './trusted-place';

declare const wasJudged: unique symbol;

/**
 * A folder of the user's that was found trustworthy. There is no other way to get one than to have it judged, and what
 * reads and writes the user's own files takes nothing else.
 */
export interface OwnFolder {
  readonly macPath: string;
  /** On disk. */
  readonly path: string;
  readonly ownerUid: number;
  readonly [wasJudged]: true;
}

export type FolderReading =
  | { readonly kind: 'folder'; readonly folder: OwnFolder }
  | { readonly kind: 'missing' }
  | RefusedPlace;

export type FolderOptions = Partial<Pick<PlaceRule, 'others' | 'ownerUid'>>;

export type FolderProblem = 'not-trusted' | 'not-made';

/** Changes nothing. By default others may look into it, and may not write to it. */
export const findFolder = async (
  host: MacHost,
  macPath: string,
  options: FolderOptions = {},
): Promise<FolderReading> => {
  const place = await judgePlace(host, macPath, { kind: 'folder', others: 'reading', ...options });
  return place.kind === 'trusted' ? { kind: 'folder', folder: judged(host, macPath, options) } : place;
};

/**
 * Makes the folder where it is not there, with those above it. It is closed to others: one of the user's own that was open
 * is closed now. What others may have put there meanwhile is not the user's, and `readOwnFile` tells that.
 */
export const makeClosedFolder = async (host: MacHost, macPath: string): Promise<Outcome<OwnFolder, FolderProblem>> => {
  const place = await judgePlace(host, macPath, { kind: 'folder', others: 'nothing' });
  return place.kind === 'trusted' ? success(judged(host, macPath)) : makeClosedFolderNow(host, macPath);
};

/** The same without waiting, for what has to be done at once. */
export const makeClosedFolderNow = (host: MacHost, macPath: string): Outcome<OwnFolder, FolderProblem> =>
  make(host, macPath, { kind: 'folder', others: 'nothing' }, 0o700);

/** Makes a folder of the user's in which not only Latchkey has files. One that others can write to is refused. */
export const makeSharedFolder = (host: MacHost, macPath: string): Outcome<OwnFolder, FolderProblem> =>
  make(host, macPath, { kind: 'folder', others: 'reading' }, 0o755);

const make = (host: MacHost, macPath: string, rule: PlaceRule, mode: number): Outcome<OwnFolder, FolderProblem> => {
  const path = onDisk(host, macPath);
  let place = judgePlaceNow(host, macPath, rule);
  try {
    if (place.kind === 'missing') {
      mkdirSync(path, { recursive: true, mode });
      place = judgePlaceNow(host, macPath, rule);
    }
    if (isOnlyOpen(place, macPath) && rule.others === 'nothing') {
      close(path, mode);
      place = judgePlaceNow(host, macPath, rule);
    }
  } catch (error) {
    return failure('not-made', `${macPath} could not be made: macOS answered ${codeOfError(error)}.`);
  }
  if (place.kind === 'trusted') return success(judged(host, macPath));
  return failure('not-trusted', place.kind === 'missing' ? `${macPath} has gone again.` : place.reason);
};

const isOnlyOpen = (place: Place, macPath: string): boolean =>
  place.kind === 'refused' &&
  place.at === macPath &&
  (place.problem === 'others-can-write' || place.problem === 'others-can-read');

/** The very folder that is there now, and no link that has taken its place. */
const close = (path: string, mode: number): void => {
  const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    fchmodSync(folder, mode);
  } finally {
    closeSync(folder);
  }
};

const judged = (host: MacHost, macPath: string, { ownerUid = fileOwner(host) }: FolderOptions = {}): OwnFolder =>
  ({ macPath, path: onDisk(host, macPath), ownerUid }) as OwnFolder;
