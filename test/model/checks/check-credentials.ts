import type { Snapshot } from '../../../electron/core/words/snapshot';
import type { FaultyPart } from '../world/faults';
import { substanceOf, tools } from '../world/logins';
import type { World } from '../world/world';
import { lagOf } from './lag';

/** Promises 3 and 7 for the logins: each as its files say it, or marked. */
export const checkCredentials = ({ credentials, awaited }: Snapshot, world: World): readonly string[] => {
  if (awaited?.includes('credentials')) return [];
  const { clock, loginTracks } = world;
  return tools.flatMap((tool) => {
    const row = credentials.find((one) => one.tool === tool);
    if (row === undefined) return [`The login of ${tool} is not told of.`];
    if (row.unread) return [];
    const were = loginTracks.get(tool)?.between(clock.ago(lagOf(world).credentialsMs), clock.steady()) ?? [];
    const told = substanceOf(row);
    return were.includes(told) ? [] : [`The login of ${tool} is told as ${told}, and was ${were.join(' or ')}.`];
  });
};

const partsRead: readonly (readonly [part: FaultyPart, unread: string, tool?: string])[] = [
  ['sessions', 'sessions'],
  ['beacons', 'beacons'],
  ['anvil', 'credentials', 'anvil'],
  ['brook', 'credentials', 'brook'],
];

/** Promise 7: what has not answered for so long is told as unread, and what answers is not. */
export const checkUnread = (
  { unread = [], awaited = [] }: Snapshot,
  world: World,
  appStartedAtMs: number,
): readonly string[] =>
  partsRead.flatMap(([part, name, tool]) => {
    const lag = lagOf(world);
    const lagMs = { sessions: lag.sessionsMs, beacons: lag.beaconsMs, credentials: lag.credentialsMs }[name] ?? 0;
    const now = world.clock.steady();
    if (world.clock.ago(lagMs) < appStartedAtMs || awaited.some((one) => one === name)) return [];
    const faults = world.faults.track(part).between(world.clock.ago(lagMs), now);
    const isTold = unread.some((one) => one.part === name && one.tool === tool);
    if (isTold && !faults.some((fault) => fault !== 'none')) return [`${part} is told as unread, and was read.`];
    if (!isTold && !faults.includes('none')) return [`${part} could not be read for long, and nothing says so.`];
    return [];
  });
