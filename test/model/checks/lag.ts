import { hangMs } from '../world/faults';
import type { World } from '../world/world';

/**
 * How long what is shown may lag behind, as docs/architecture.md promises it (*When it looks*), written down here once more
 * and not taken from the code. A part that hangs holds up its own next reading, and nothing else.
 */
export interface Lag {
  readonly locksMs: number;
  readonly sessionsMs: number;
  readonly beaconsMs: number;
  readonly credentialsMs: number;
  readonly listMs: number;
}

/** A timer's own grain, and what a slow tool takes. */
const slackMs = 500;
/** After a wake it looks so soon, whoever looks at it. */
const afterWakeMs = 3_000;

export const lagOf = ({ power, isPopoverVisible }: Pick<World, 'power' | 'isPopoverVisible'>): Lag => {
  const onBattery = power.source === 'battery' ? 2 : 1;
  const hiddenLook = power.screenLocked ? 30_000 : power.source === 'battery' ? 15_000 : 5_000;
  const look = isPopoverVisible ? afterWakeMs : hiddenLook;
  const part = (visibleMs: number, hiddenMs: number) =>
    (isPopoverVisible ? visibleMs : hiddenMs * onBattery) + look + 2 * hangMs + slackMs;
  return {
    locksMs: look + slackMs,
    sessionsMs: part(10_000, 30_000),
    beaconsMs: part(3_000, 15_000),
    credentialsMs: part(15_000, 60_000),
    // Its file is compared so often where nothing tells of it.
    listMs: part(5_000, 20_000),
  };
};
