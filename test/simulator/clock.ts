import { readFileSync } from 'node:fs';
import { replaceFile, statePath } from './mac-files';

/** `ticking` runs at real speed from where it is set; a frozen one stands until it is moved. */
export interface ClockReading {
  readonly simulatedMs: number;
  /** The real time at which it showed that; null when it stands. */
  readonly realMs: number | null;
}

const clockFile = (root: string): string => statePath(root, 'clock');

export const readClock = (root: string): ClockReading => {
  const [simulated, real] = readFileSync(clockFile(root), 'utf8').trim().split(' ');
  return { simulatedMs: Number(simulated), realMs: real === '-' ? null : Number(real) };
};

export const writeClock = (root: string, { simulatedMs, realMs }: ClockReading): void =>
  replaceFile(clockFile(root), `${Math.round(simulatedMs)} ${realMs ?? '-'}\n`);

/** @returns milliseconds since 1970 on the simulated Mac */
export const simulatedNow = (root: string): number => {
  const { simulatedMs, realMs } = readClock(root);
  return realMs === null ? simulatedMs : simulatedMs + (Date.now() - realMs);
};
