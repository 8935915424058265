/** How often Latchkey looks while nobody is looking at it. */
export type Beat = 'relaxed' | 'normal' | 'quick';

export interface BeatPauses {
  /** On power, with the screen unlocked. */
  readonly calmMs: number;
  readonly onBatteryMs: number;
  readonly screenLockedMs: number;
}

/** The open popover has its own pace, as have the moments after a change or a wake. */
export const beatPauses: Readonly<Record<Beat, BeatPauses>> = {
  relaxed: { calmMs: 15_000, onBatteryMs: 30_000, screenLockedMs: 60_000 },
  normal: { calmMs: 5_000, onBatteryMs: 15_000, screenLockedMs: 30_000 },
  quick: { calmMs: 2_000, onBatteryMs: 5_000, screenLockedMs: 15_000 },
};

export const defaultBeat: Beat = 'normal';

export const beats: readonly Beat[] = ['relaxed', 'normal', 'quick'];
