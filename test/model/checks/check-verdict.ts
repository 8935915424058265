import type { Snapshot } from '../../../electron/core/words/snapshot';
import { desktop } from '../world/keychains';
import type { World } from '../world/world';
import { lagOf } from './lag';

/**
 * "You can go" where the model loses a login. Of each keychain the model asks what becomes of it with nobody there: whatever
 * locks by itself will. How the verdict weighs its places is not asked, only whether any of them keeps everything.
 */
export const checkVerdict = ({ verdict }: Snapshot, world: World): readonly string[] => {
  if (verdict.level === 'unlock-first') return checkUnlockFirst(verdict.primary, world);
  if (verdict.level !== 'go' || world.clock.steady() < world.liesUntilMs) return [];
  const lag = lagOf(world);
  const now = world.clock.steady();
  const couldGo = (lagMs: number) => world.keepsTrack.between(world.clock.ago(lagMs), now).includes(true);
  const longestMs = Math.max(lag.sessionsMs, lag.credentialsMs, lag.listMs);
  return couldGo(longestMs) ? [] : [`"${verdict.sentence}", and everywhere something is lost.`];
};

const checkUnlockFirst = (primary: Snapshot['verdict']['primary'], world: World): readonly string[] => {
  const now = world.clock.steady();
  const path = 'keychainPath' in primary ? primary.keychainPath : '';
  const were = world.keychains.lockTrack(path, desktop).between(world.clock.ago(lagOf(world).locksMs), now);
  return were.includes('locked') ? [] : [`"Unlock first", and ${path} was ${were.join()}.`];
};
