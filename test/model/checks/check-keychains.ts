import type { Keychain } from '../../../electron/core/words/keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { desktop } from '../world/keychains';
import type { World } from '../world/world';
import { lagOf } from './lag';

/** Promise 3 for the keychains' own rows: the model's state within a beat, or unknown where there is a reason. */
export const checkKeychains = (snapshot: Snapshot, world: World): readonly string[] => [
  ...snapshot.keychains.flatMap((keychain) => [...checkLock(keychain, world), ...checkSettings(keychain, world)]),
  ...checkList(snapshot, world),
];

const span = ({ clock }: Pick<World, 'clock'>, lagMs: number) => [clock.ago(lagMs), clock.steady()] as const;

const checkLock = ({ path, lock }: Keychain, world: World): readonly string[] => {
  const lately = span(world, lagOf(world).locksMs);
  if (lock.state === 'unknown') {
    const mayBe =
      world.faults
        .track('lock')
        .between(...lately)
        .some((fault) => fault !== 'none') ||
      world.keychains
        .thereTrack(path)
        .between(...lately)
        .includes(false);
    return mayBe && lock.reason !== '' ? [] : [`${path} is unknown for no reason (${lock.reason}).`];
  }
  const were = world.keychains.lockTrack(path, desktop).between(...lately);
  return were.includes(lock.state) ? [] : [`${path} is told as ${lock.state}, and was ${were.join()}.`];
};

/** What is told of the file may be another thing than what the session runs on, where that cannot be asked. */
const checkSettings = ({ path, autoLock, lock }: Keychain, { keychains, ...world }: World): readonly string[] => {
  if (autoLock.source === 'unknown') return [];
  const { lockOnSleep, idleTimeoutSeconds } = autoLock;
  const told = JSON.stringify({ lockOnSleep, idleTimeoutSeconds });
  const isInForce = autoLock.source === 'session' || lock.state === 'unlocked';
  const track = isInForce ? keychains.settingsTrack(path) : keychains.storedTrack(path);
  const were = track.between(...span(world, lagOf(world).locksMs));
  return were.includes(told) ? [] : [`The settings of ${path} are told as ${told}, and were ${were.join()}.`];
};

const checkList = ({ keychains, unread, awaited }: Snapshot, world: World): readonly string[] => {
  const isUnread = unread?.some(({ part }) => part === 'keychain-list') ?? false;
  if (isUnread || awaited?.includes('keychain-list')) return [];
  const told = JSON.stringify(keychains.map(({ path }) => path));
  const were = world.listTrack.between(...span(world, lagOf(world).listMs));
  return were.includes(told) ? [] : [`The keychains are told as ${told}, and were ${were.join()}.`];
};
