import type { PowerMonitor } from 'electron';
import type { Monitor, Power } from '../../monitor/monitor';

export type PowerEvents = Pick<PowerMonitor, 'on' | 'isOnBatteryPower'>;

/** Tells the monitor what the machine goes through. What follows from it (look now, wait, rest) is the monitor's policy. */
export const followPower = (power: PowerEvents, monitor: Pick<Monitor, 'hint' | 'setPower'>): void => {
  let source: Power['source'] = readPowerSource(power);
  let screenLocked = false;
  const tell = (): void => monitor.setPower({ source, screenLocked });
  const sourceIs = (next: Power['source']): void => {
    source = next;
    tell();
  };
  const screenIs = (locked: boolean): void => {
    screenLocked = locked;
    tell();
    monitor.hint(locked ? 'screen-locked' : 'screen-unlocked');
  };

  tell();
  power.on('on-ac', () => sourceIs('ac'));
  power.on('on-battery', () => sourceIs('battery'));
  power.on('lock-screen', () => screenIs(true));
  power.on('unlock-screen', () => screenIs(false));
  power.on('suspend', () => monitor.hint('suspended'));
  power.on('resume', () => monitor.hint('resumed'));
  power.on('user-did-become-active', () => monitor.hint('became-active'));
};

/** What the Mac draws from now; unknown where it cannot be told. */
export const readPowerSource = (power: PowerEvents): Power['source'] => {
  try {
    return power.isOnBatteryPower() ? 'battery' : 'ac';
  } catch {
    return 'unknown';
  }
};
