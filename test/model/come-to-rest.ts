import { startApp } from './app-life';
import { act } from './steps/act';
import { happen } from './steps/happen';
import type { Run } from './steps/run';
import { desktop } from './world/keychains';
import { loginPath, workPath } from './world/paths';

/**
 * Everything that fails works again, everything that waits is answered, whoever wants a decision gets one. After that
 * nothing is left of what was.
 *
 * @returns what is, all the same.
 */
export const comeToRest = async (run: Run): Promise<readonly string[]> => {
  const { world } = run;
  world.faults.clear();
  Object.assign(world, { isSlow: false, tellsOfFiles: true });
  for (const { answer } of world.dialogs) answer('cancelled');
  // Nobody touches a file while a hold begins in it.
  await world.clock.run(1_000);
  if (!world.keychains.find(workPath).isThere) {
    await happen({ kind: 'created', settings: { lockOnSleep: false, idleTimeoutSeconds: null } }, run);
  }
  run.app ??= startApp(world);
  await act({ kind: 'popover', isVisible: true }, run);
  await world.clock.run(60_000);
  for (const path of [loginPath, workPath]) {
    world.keychains.unlock(path, desktop);
    await world.clock.run(2_000);
  }
  await act({ kind: 'click-end-hold' }, run);
  await world.clock.run(5_000);
  for (const path of [loginPath, workPath]) {
    world.keychains.unlock(path, desktop);
    await act({ kind: 'click-decide', path, decision: 'put-back' }, run);
    await world.clock.run(5_000);
  }
  await act({ kind: 'click-look' }, run);
  await world.clock.run(5_000);
  return whatIsLeft(run);
};

const whatIsLeft = ({ world, app }: Run): readonly string[] => {
  const { snapshot, pending } = app?.monitor.state() ?? { snapshot: null, pending: [] };
  if (snapshot === null) return ['Nothing was ever shown.'];
  const left = [
    ...pending.map(({ kind }) => `${kind} is still pending.`),
    ...(snapshot.unread ?? []).map(({ part, reason }) => `${part} is still unread: ${reason}`),
    ...(snapshot.awaited ?? []).map((part) => `${part} is still awaited.`),
  ];
  if (snapshot.hold.state !== 'off') left.push(`The hold is still ${JSON.stringify(snapshot.hold)}.`);
  if (world.disk.journal !== null) left.push('The journal still lies there.');
  for (const { path, lock } of snapshot.keychains) {
    const is = world.keychains.isUnlocked(path, desktop) ? 'unlocked' : 'locked';
    if (lock.state !== is) left.push(`${path} is ${is}, and told as ${lock.state}.`);
  }
  return left;
};
