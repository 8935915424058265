import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { codeOfError } from '../../core/text/code-of-error';
import type { MacHost } from '../mac/host';
import { fileOwner, onDisk } from '../mac/host';
import { toMacPath } from '../mac/mac-path';

export interface PlaceRule {
  readonly kind: 'file' | 'folder' | 'socket';
  /** What the mode may allow everybody else. `anything`: its folder keeps them out. */
  readonly others: 'nothing' | 'reading' | 'anything';
  /** Whether it may be a link of the user's own; a link on the way there may be one in any case. Default: refused. */
  readonly link?: 'refused' | 'followed';
  /** Whose it has to be. Default: the user that this process runs as. */
  readonly ownerUid?: number;
}

export type PlaceProblem =
  | 'another-user'
  | 'others-can-write'
  | 'others-can-read'
  | 'is-a-link'
  | 'leads-nowhere'
  | 'wrong-kind'
  | 'unreadable';

export interface RefusedPlace {
  readonly kind: 'refused';
  readonly problem: PlaceProblem;
  /** macOS path of what is wrong: the place itself, or a folder above it. */
  readonly at: string;
  /** A sentence. */
  readonly reason: string;
}

export interface TrustedPlace {
  readonly kind: 'trusted';
  /** On disk, without a link in it. */
  readonly path: string;
  readonly status: Stats;
}

export type Place = TrustedPlace | RefusedPlace | { readonly kind: 'missing' };

/**
 * Whether only the user and root decide what lies at this path: the thing itself is the user's and of the kind that was
 * wanted, and every folder from the top of the disk down to it is the user's or root's and nobody else can write there.
 * In a sticky folder such as `/private/tmp` others can make things, and cannot replace those of the user or root. While
 * that is so, what was looked at here is what is opened after it. An ACL (`chmod +a`) is not seen: Node has no call for it.
 */
export const judgePlace = async (host: MacHost, macPath: string, rule: PlaceRule): Promise<Place> => {
  const walk = walkTo(host, macPath, rule);
  let step = walk.next();
  while (!step.done) step = walk.next(await lookAt(step.value));
  return step.value;
};

/** The same without waiting, for what has to be done at once. */
export const judgePlaceNow = (host: MacHost, macPath: string, rule: PlaceRule): Place => {
  const walk = walkTo(host, macPath, rule);
  let step = walk.next();
  while (!step.done) step = walk.next(lookNow(step.value));
  return step.value;
};

/** What lies somewhere on the way; a text is macOS's error code. */
type Look = { readonly status: Stats; readonly target: string | null } | string;

const lookAt = async (path: string): Promise<Look> => {
  try {
    const status = await lstat(path);
    return { status, target: status.isSymbolicLink() ? await readlink(path) : null };
  } catch (error) {
    return codeOfError(error);
  }
};

const lookNow = (path: string): Look => {
  try {
    const status = lstatSync(path);
    return { status, target: status.isSymbolicLink() ? readlinkSync(path) : null };
  } catch (error) {
    return codeOfError(error);
  }
};

/** As many as macOS follows (MAXSYMLINKS). */
const mostLinks = 32;
const sticky = 0o1000;

/** Goes down from the top of the disk, asks for one look after the other, and ends with what it has found. */
function* walkTo(host: MacHost, macPath: string, rule: PlaceRule): Generator<string, Place, Look> {
  const ownerUid = rule.ownerUid ?? fileOwner(host);
  const above: string[] = [];
  const ahead = ['', ...partsOf(onDisk(host, macPath))];
  let links = 0;
  let isLinked = false;
  for (;;) {
    const name = ahead.shift() ?? '';
    if (name === '..') {
      if (above.length > 1) above.pop();
      // A link to `..` ends at a folder that was on the way.
      if (ahead.length === 0) ahead.push(basename(above.pop() ?? '/'));
      continue;
    }
    const path = name === '' ? '/' : `${above.at(-1) === '/' ? '' : above.at(-1)}/${name}`;
    const look = yield path;
    const at = toMacPath(host, path);
    const isLast = ahead.length === 0;
    if (look === 'ENOENT') return isLinked ? refused('leads-nowhere', at) : { kind: 'missing' };
    if (typeof look === 'string') return refused('unreadable', at, look);
    const { status, target } = look;
    if (target !== null) {
      if (isLast && rule.link !== 'followed') return refused('is-a-link', at);
      if (status.uid !== ownerUid && status.uid !== 0) return refused('another-user', at);
      links += 1;
      isLinked ||= isLast;
      if (links > mostLinks) return refused('leads-nowhere', at);
      if (target.startsWith('/')) above.length = 1;
      ahead.unshift(...partsOf(target));
      continue;
    }
    const problem = isLast ? problemOfPlace(status, rule, ownerUid) : problemOfFolder(status, ownerUid);
    if (problem !== null) return refused(problem, at, isLast ? rule.kind : 'folder');
    if (isLast) return { kind: 'trusted', path, status };
    above.push(path);
  }
}

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '' && part !== '.');

const problemOfFolder = (status: Stats, ownerUid: number): PlaceProblem | null => {
  if (!status.isDirectory()) return 'wrong-kind';
  if (status.uid !== ownerUid && status.uid !== 0) return 'another-user';
  return (status.mode & 0o022) !== 0 && (status.mode & sticky) === 0 ? 'others-can-write' : null;
};

const problemOfPlace = (status: Stats, { kind, others }: PlaceRule, ownerUid: number): PlaceProblem | null => {
  const isWanted = { file: status.isFile(), folder: status.isDirectory(), socket: status.isSocket() }[kind];
  if (!isWanted) return 'wrong-kind';
  if (status.uid !== ownerUid) return 'another-user';
  if (others !== 'anything' && (status.mode & 0o022) !== 0) return 'others-can-write';
  return others === 'nothing' && (status.mode & 0o077) !== 0 ? 'others-can-read' : null;
};

const sentences: Readonly<Record<PlaceProblem, (at: string, detail: string) => string>> = {
  'another-user': (at) => `${at} belongs to another user.`,
  'others-can-write': (at) => `Other users can write to ${at}; chmod go-w takes that away.`,
  'others-can-read': (at) => `${at} is not closed to other users; chmod go-rwx closes it.`,
  'is-a-link': (at) => `${at} is a link.`,
  'leads-nowhere': (at) => `A link leads to ${at}, and nothing is there.`,
  'wrong-kind': (at, wanted) => `${at} is not a ${wanted}.`,
  unreadable: (at, code) => `${at} cannot be looked at: macOS answered ${code}.`,
};

/** @param detail what was wanted, or macOS's error code, where the sentence tells it */
const refused = (problem: PlaceProblem, at: string, detail = ''): RefusedPlace => ({
  kind: 'refused',
  problem,
  at,
  reason: sentences[problem](at, detail),
});
