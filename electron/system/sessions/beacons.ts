import { failure, type Outcome, success } from '../../core/outcome';
import {
  type Beacon,
  beaconAge,
  beaconClockSkewMs,
  longestBeaconCharacters,
  parseBeacon,
} from '../../core/sessions/beacon';
import { midSentence } from '../../core/text/mid-sentence';
import { type Reading, read, unread } from '../../core/words/reading';
import { folderEntries } from '../files/bounded-folder';
import { fewAtATime } from '../files/few-at-a-time';
import { readOwnFile, statusOf } from '../files/own-file';
import { findFolder, type OwnFolder } from '../files/own-folder';
import { beaconFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';
import { toMacPath } from '../mac/mac-path';

export interface BeaconReadingOptions {
  /** Whose files count. Default: the user that this process runs as. */
  readonly ownerUid?: number;
}

const mostBeacons = 500;
/** Of beacons, to see how old each is. */
const mostNamesRead = 10_000;
/** Of whatever lies there: what is no beacon costs a glance at its name, and keeps none of them out. */
const mostNamesSeen = 100_000;
const openTogether = 16;

/**
 * Reads what the shell helpers report from inside remote sessions: fresh ones only, the newest first. Whatever lies in the
 * folder, this follows it nowhere, waits for nothing, and reads not much of it; what is not believed is no report.
 */
export const readBeacons = async (
  host: MacHost,
  options: BeaconReadingOptions = {},
): Promise<Reading<readonly Beacon[]>> => {
  const found = await findFolder(host, beaconFolder(host), options);
  const notRead = (reason: string) =>
    unread(`The reports in ${beaconFolder(host)} were not read: ${midSentence(reason)}`);
  if (found.kind === 'missing') return read([]);
  if (found.kind === 'refused') return notRead(found.reason);
  const names = await newestNames(found.folder, host.now());
  if (!names.ok) return notRead(names.reason);
  const newest = names.value.slice(0, mostBeacons);
  const beacons = await fewAtATime(newest, openTogether, (name) => readBeacon(host, found.folder, name));
  const doubt =
    names.value.length > newest.length
      ? `${beaconFolder(host)} holds more files than Latchkey reads. Only the newest reports that it met count: remove what is no report.`
      : null;
  return read(
    beacons.flatMap((beacon) => (beacon.ok ? [beacon.value] : [])),
    doubt,
  );
};

const newestNames = async ({ path }: OwnFolder, nowMs: number): Promise<Outcome<readonly string[], 'unreadable'>> => {
  try {
    const dated = await fewAtATime(await beaconNames(path), openTogether, async (name) => ({
      name,
      found: await statusOf(`${path}/${name}`),
    }));
    // Of one that cannot be seen nobody knows how old it is: its turn comes last, and ends in a refusal.
    const there = dated.flatMap(({ name, found }) =>
      found.kind === 'absent' ? [] : [{ name, changedMs: found.kind === 'found' ? found.status.mtimeMs : 0 }],
    );
    // What dates itself into the future comes after all that does not, so that it pushes none of those out.
    const isFuture = ({ changedMs }: { readonly changedMs: number }) => (changedMs > nowMs + beaconClockSkewMs ? 1 : 0);
    there.sort((one, other) => isFuture(one) - isFuture(other) || other.changedMs - one.changedMs);
    return success(there.map(({ name }) => name));
  } catch {
    return failure('unreadable', 'It cannot be read.');
  }
};

/** What is named like a beacon: the helper's unfinished files and marks lie there, too. */
const beaconNames = async (folder: string): Promise<readonly string[]> => {
  const names: string[] = [];
  let seen = 0;
  for await (const name of folderEntries(folder)) {
    seen += 1;
    if (names.length >= mostNamesRead || seen > mostNamesSeen) break;
    if (/^shell-\d{1,7}\.json$/.test(name)) names.push(name);
  }
  return names;
};

type BeaconRefusal = 'not-readable' | 'not-a-beacon' | 'of-another-shell' | 'from-the-future' | 'stale';

/** One report, or why it is not believed. */
export const readBeacon = async (
  host: MacHost,
  folder: OwnFolder,
  name: string,
): Promise<Outcome<Beacon, BeaconRefusal>> => {
  const text = await readOwnFile(folder, name, { largestBytes: longestBeaconCharacters });
  if (!text.ok) return failure('not-readable', text.reason);
  const parsed = parseBeacon(text.value);
  if (!parsed.ok) return failure('not-a-beacon', parsed.reason);
  const beacon = parsed.value;
  if (name !== `shell-${beacon.pid}.json`)
    return failure('of-another-shell', 'It is not named after the shell that it speaks of.');
  const age = beaconAge(beacon, host.now());
  if (age.kind === 'from-the-future') return failure('from-the-future', 'It claims to come from the future.');
  return age.kind === 'stale' ? failure('stale', 'It is too old.') : success(inMacPaths(host, beacon));
};

/** A shell on the simulated Mac knows its home by the path on disk. */
const inMacPaths = (host: MacHost, beacon: Beacon): Beacon => ({
  ...beacon,
  keychainPath: toMacPath(host, beacon.keychainPath),
  tmuxSocket: beacon.tmuxSocket === null ? null : toMacPath(host, beacon.tmuxSocket),
});
