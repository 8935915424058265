import type { Stats } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { type Beacon, beaconAge, longestBeaconCharacters, parseBeacon } from '../core/beacon';
import { formatOutsideText } from '../core/format-outside-text';
import type { MacHost } from './host';
import { onDisk } from './host';
import { toMacPath } from './mac-path';
import { readOwnFile } from './own-file';
import { beaconFolder } from './support-folder';

export interface RefusedBeacon {
  /** Its name, made safe to show; the folder's path where the whole folder was refused. */
  readonly file: string;
  readonly reason: string;
}

export interface BeaconReadings {
  /** Fresh ones only, the newest first. */
  readonly beacons: readonly Beacon[];
  /** What was not believed, stale ones included; at most 100 are named. */
  readonly refused: readonly RefusedBeacon[];
}

export interface BeaconReadingOptions {
  /** Whose files count. Default: the user that this process runs as. */
  readonly ownerUid?: number;
}

const mostBeacons = 500;
const mostNamesRead = 2000;
const mostRefusalsNamed = 100;
const openTogether = 16;

/**
 * Reads what the shell helpers report from inside remote sessions. Whatever lies in the folder, this neither fails nor
 * follows it elsewhere, waits for it, or reads much of it.
 */
export const readBeacons = async (host: MacHost, options: BeaconReadingOptions = {}): Promise<BeaconReadings> => {
  const ownerUid = options.ownerUid ?? process.getuid?.() ?? host.uid;
  const folder = beaconFolder(host);
  const listed = await listFolder(onDisk(host, folder), ownerUid);
  if (listed === 'none') return { beacons: [], refused: [] };
  if (typeof listed === 'string') return { beacons: [], refused: [{ file: folder, reason: listed }] };

  const readings: Reading[] = [];
  for (let at = 0; at < listed.files.length; at += openTogether) {
    const some = listed.files.slice(at, at + openTogether);
    readings.push(...(await Promise.all(some.map((file) => readOne(host, file, ownerUid)))));
  }
  return {
    beacons: readings.flatMap((reading) => ('beacon' in reading ? [reading.beacon] : [])),
    refused: [
      ...(listed.isCut ? [{ file: folder, reason: 'It holds more files than Latchkey reads.' }] : []),
      ...readings.flatMap((reading) => ('refused' in reading ? [reading.refused] : [])),
    ].slice(0, mostRefusalsNamed),
  };
};

type Reading = { readonly beacon: Beacon } | { readonly refused: RefusedBeacon };

interface Listing {
  /** Paths on disk, the newest first. */
  readonly files: readonly string[];
  readonly isCut: boolean;
}

const listFolder = async (folder: string, ownerUid: number): Promise<Listing | 'none' | string> => {
  const found = await lstat(folder).catch(() => null);
  if (found === null) return 'none';
  if (!found.isDirectory()) return 'It is not a folder, or a link to one.';
  if (found.uid !== ownerUid) return 'It belongs to another user.';
  if ((found.mode & 0o022) !== 0) return 'Other users can write into it.';
  try {
    const { names, isCut } = await readNames(folder);
    const newest = (await datedFiles(folder, names)).sort((one, other) => other.changedMs - one.changedMs);
    return { files: newest.slice(0, mostBeacons).map(({ file }) => file), isCut: isCut || newest.length > mostBeacons };
  } catch {
    return 'It cannot be read.';
  }
};

/** Only what is named like a beacon: the helper's unfinished files and marks lie there, too. */
const readNames = async (folder: string): Promise<{ names: readonly string[]; isCut: boolean }> => {
  const names: string[] = [];
  const entries = await opendir(folder);
  for await (const { name } of entries) {
    if (names.length >= mostNamesRead) return { names, isCut: true };
    if (name.endsWith('.json') && !name.startsWith('.')) names.push(name);
  }
  return { names, isCut: false };
};

const datedFiles = async (folder: string, names: readonly string[]) => {
  const dated: { file: string; changedMs: number }[] = [];
  for (let at = 0; at < names.length; at += openTogether) {
    const some = names.slice(at, at + openTogether).map(async (name) => {
      const status: Stats | null = await lstat(`${folder}/${name}`).catch(() => null);
      return status === null ? [] : [{ file: `${folder}/${name}`, changedMs: status.mtimeMs }];
    });
    dated.push(...(await Promise.all(some)).flat());
  }
  return dated;
};

const readOne = async (host: MacHost, file: string, ownerUid: number): Promise<Reading> => {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const refused = (reason: string): Reading => ({ refused: { file: formatOutsideText(name), reason } });
  const text = await readOwnFile(file, { ownerUid, largestBytes: longestBeaconCharacters });
  if (!text.ok) return refused(text.reason);
  const parsed = parseBeacon(text.value);
  if (!parsed.ok) return refused(parsed.reason);
  const beacon = parsed.value;
  if (name !== `shell-${beacon.pid}.json`) return refused('It is not named after the shell that it speaks of.');
  const age = beaconAge(beacon, host.now());
  if (age.kind === 'from-the-future') return refused('It claims to come from the future.');
  if (age.kind === 'stale') return refused(`It is ${Math.floor(age.ageMs / 60_000)} minutes old.`);
  return { beacon: inMacPaths(host, beacon) };
};

/** A shell on the simulated Mac knows its home by the path on disk. */
const inMacPaths = (host: MacHost, beacon: Beacon): Beacon => ({
  ...beacon,
  keychainPath: toMacPath(host, beacon.keychainPath),
  tmuxSocket: beacon.tmuxSocket === null ? null : toMacPath(host, beacon.tmuxSocket),
});
