import { sameAutoLock } from '../../../electron/core/auto-lock/auto-lock';
import type { AppLife } from '../app-life';
import type { World } from '../world/world';

/** More than an idle app ever waits for; what grows with each step is a leak. */
const mostTimers = 20;
const mostFollowed = 40;

/** Promises 1, 2 and 6, and what one process may keep going at a time. What was done wrong at a door stands in the ledger. */
export const checkPromises = (world: World, app: AppLife | null): readonly string[] => {
  const complaints = world.ledger.complaints.splice(0);
  if (app && app.timers > mostTimers) complaints.push(`${app.timers} timers wait.`);
  if (app && app.followed.size > mostFollowed) complaints.push(`${app.followed.size} files are followed.`);
  return [...complaints, ...checkSettingsOutsideAHold(world)];
};

/** Where no hold is noted on the disk and none is under way, every keychain has what the user wants it to have. */
const checkSettingsOutsideAHold = ({ ledger, disk, keychains }: World): readonly string[] => {
  if (disk.journal !== null || ledger.hasClick('start-hold') || ledger.hasClick('end-hold')) return [];
  const wrong = keychains.all.flatMap(({ path, isThere, stored }) => {
    const wish = ledger.wishFor(path);
    return !isThere || wish === undefined || sameAutoLock(wish, stored)
      ? []
      : [`${path} has ${JSON.stringify(stored)}, and the user wants ${JSON.stringify(wish)}.`];
  });
  if (wrong.length === 0) ledger.holdIsOver();
  return wrong;
};
