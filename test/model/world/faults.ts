import type { ModelClock } from './clock';
import { createTrack, type Track } from './track';

/** What may fail by itself. */
export const faultyParts = [
  'lock',
  'list',
  'sessions',
  'beacons',
  'access',
  'anvil',
  'brook',
  'settings-write',
  'journal-write',
] as const;

export type FaultyPart = (typeof faultyParts)[number];

/** `unread`: answers that it cannot. `throws`: breaks, as no door should. `hangs`: answers nothing for a while. */
export type Fault = 'none' | 'unread' | 'throws' | 'hangs';

export const hangMs = 9_000;

export interface ModelFaults {
  set(part: FaultyPart, fault: Fault): void;
  of(part: FaultyPart): Fault;
  track(part: FaultyPart): Track<Fault>;
  clear(): void;
}

export const createModelFaults = (clock: Pick<ModelClock, 'steady'>): ModelFaults => {
  const tracks = new Map(faultyParts.map((part) => [part, createTrack<Fault>('none')]));
  const track = (part: FaultyPart) => tracks.get(part) ?? createTrack<Fault>('none');
  const set = (part: FaultyPart, fault: Fault) => track(part).set(fault, clock.steady());
  return {
    ...{ set, track },
    of: (part) => track(part).now(),
    clear() {
      for (const part of faultyParts) set(part, 'none');
    },
  };
};
