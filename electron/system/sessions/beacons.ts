import {
  type Beacon,
  beaconAge,
  beaconClockSkewMs,
  longestBeaconCharacters,
  parseBeacon,
} from '../../core/sessions/beacon';
import { formatOutsideText } from '../../core/text/format-outside-text';
import { midSentence } from '../../core/text/mid-sentence';
import { folderEntries } from '../files/bounded-folder';
import { readOwnFile, statusOf } from '../files/own-file';
import { findFolder, type OwnFolder } from '../files/own-folder';
import { beaconFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';
import { toMacPath } from '../mac/mac-path';

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
  /** Why the folder itself was not read, as a sentence; null where it was, or where there is none. */
  readonly folderProblem: string | null;
}

export interface BeaconReadingOptions {
  /** Whose files count. Default: the user that this process runs as. */
  readonly ownerUid?: number;
}

const mostBeacons = 500;
/** Of beacons, to see how old each is. */
const mostNamesRead = 10_000;
/** Of whatever lies there: what is no beacon costs a glance at its name, and keeps none of them out. */
const mostNamesSeen = 100_000;
const mostRefusalsNamed = 100;
const openTogether = 16;

/**
 * Reads what the shell helpers report from inside remote sessions. Whatever lies in the folder, this neither fails nor
 * follows it elsewhere, waits for it, or reads much of it.
 */
export const readBeacons = async (host: MacHost, options: BeaconReadingOptions = {}): Promise<BeaconReadings> => {
  const folder = beaconFolder(host);
  const found = await findFolder(host, folder, options);
  const without = (reason: string): BeaconReadings => ({
    beacons: [],
    refused: [{ file: folder, reason }],
    folderProblem: `The reports in ${folder} were not read: ${midSentence(reason)}`,
  });
  if (found.kind === 'missing') return { beacons: [], refused: [], folderProblem: null };
  if (found.kind === 'refused') return without(found.reason);
  const listed = await listFolder(found.folder, host.now());
  if (typeof listed === 'string') return without(listed);

  const readings: Reading[] = [];
  for (let at = 0; at < listed.files.length; at += openTogether) {
    const some = listed.files.slice(at, at + openTogether);
    readings.push(...(await Promise.all(some.map((file) => readOne(host, found.folder, file)))));
  }
  return {
    beacons: readings.flatMap((reading) => ('beacon' in reading ? [reading.beacon] : [])),
    refused: [
      ...(listed.isCut ? [{ file: folder, reason: 'It holds more files than Latchkey reads.' }] : []),
      ...listed.strangers.map((name) => ({
        file: formatOutsideText(name),
        reason: 'It is not named after a shell.',
      })),
      ...readings.flatMap((reading) => ('refused' in reading ? [reading.refused] : [])),
    ].slice(0, mostRefusalsNamed),
    folderProblem: null,
  };
};

type Reading = { readonly beacon: Beacon } | { readonly refused: RefusedBeacon };

interface Listing {
  /** Names, the newest first. */
  readonly files: readonly string[];
  /** Names of reports that no shell has. */
  readonly strangers: readonly string[];
  readonly isCut: boolean;
}

const listFolder = async ({ path }: OwnFolder, nowMs: number): Promise<Listing | string> => {
  try {
    const { names, strangers, isCut } = await readNames(path);
    const isFuture = ({ changedMs }: DatedFile) => (changedMs > nowMs + beaconClockSkewMs ? 1 : 0);
    // What dates itself into the future comes after all that does not, so that it pushes none of those out.
    const newest = (await datedFiles(path, names)).sort(
      (one, other) => isFuture(one) - isFuture(other) || other.changedMs - one.changedMs,
    );
    const files = newest.slice(0, mostBeacons).map(({ file }) => file);
    return { files, strangers, isCut: isCut || newest.length > mostBeacons };
  } catch {
    return 'It cannot be read.';
  }
};

/** Only what is named like a beacon: the helper's unfinished files and marks lie there, too. */
const readNames = async (folder: string) => {
  const names: string[] = [];
  const strangers: string[] = [];
  let seen = 0;
  for await (const name of folderEntries(folder)) {
    seen += 1;
    if (names.length >= mostNamesRead || seen > mostNamesSeen) return { names, strangers, isCut: true };
    if (/^shell-\d{1,7}\.json$/.test(name)) names.push(name);
    else if (strangers.length < mostRefusalsNamed && name.endsWith('.json') && !name.startsWith('.'))
      strangers.push(name);
  }
  return { names, strangers, isCut: false };
};

interface DatedFile {
  readonly file: string;
  readonly changedMs: number;
}

const datedFiles = async (folder: string, names: readonly string[]) => {
  const dated: DatedFile[] = [];
  for (let at = 0; at < names.length; at += openTogether) {
    const some = names.slice(at, at + openTogether).map(async (name) => {
      const status = await statusOf(`${folder}/${name}`);
      return status === null ? [] : [{ file: name, changedMs: status.mtimeMs }];
    });
    dated.push(...(await Promise.all(some)).flat());
  }
  return dated;
};

const readOne = async (host: MacHost, folder: OwnFolder, name: string): Promise<Reading> => {
  const refused = (reason: string): Reading => ({ refused: { file: formatOutsideText(name), reason } });
  const text = await readOwnFile(folder, name, { largestBytes: longestBeaconCharacters });
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
