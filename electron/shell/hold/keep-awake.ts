import type { PowerSaveBlocker } from 'electron';
import type { Hold } from '../../core/words/hold';
import type { Monitor } from '../../monitor/monitor';
import { type PowerEvents, readPowerSource } from '../app/power';

export interface KeepAwakeOptions {
  readonly blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>;
  readonly power: PowerEvents;
  readonly monitor: Pick<Monitor, 'state' | 'subscribe'>;
}

/**
 * Keeps the Mac from sleeping by itself while a hold of this app's asks for it and the Mac is on power. The screen may go
 * dark. It is no help against a closed lid or against Sleep in the Apple menu: macOS sleeps then whatever an app asserts
 * (`prevent-app-suspension` is IOKit's PreventUserIdleSystemSleep).
 *
 * @returns ends it.
 */
export const followKeepAwake = ({ blocker, power, monitor }: KeepAwakeOptions): (() => void) => {
  let assertion: number | null = null;
  // Where it cannot be told, the battery is spared.
  let isOnPower = readPowerSource(power) === 'ac';

  const set = (wanted: boolean): void => {
    if (wanted && assertion === null) assertion = blocker.start('prevent-app-suspension');
    if (wanted || assertion === null) return;
    blocker.stop(assertion);
    assertion = null;
  };
  const follow = (): void => {
    const hold = monitor.state().snapshot?.hold;
    set(isOnPower && hold !== undefined && asksForIt(hold));
  };
  power.on('on-ac', () => {
    isOnPower = true;
    follow();
  });
  power.on('on-battery', () => {
    isOnPower = false;
    follow();
  });
  monitor.subscribe(follow);
  follow();
  return () => set(false);
};

const asksForIt = (hold: Hold): boolean => hold.state === 'on' && hold.keepAwake && !hold.isElsewhere;
