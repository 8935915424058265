/** The parts of a look that cost more than a call in this process, each with a beat of its own. */
export type Part = 'keychain-list' | 'remote-access' | 'sessions' | 'beacons' | 'credentials';

export interface BeatConditions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly popoverVisible: boolean;
  readonly powerSource: 'ac' | 'battery' | 'unknown';
}

const beatsMs: Record<Part, { readonly visible: number; readonly hidden: number }> = {
  'keychain-list': { visible: 60_000, hidden: 300_000 },
  'remote-access': { visible: 30_000, hidden: 300_000 },
  sessions: { visible: 10_000, hidden: 30_000 },
  beacons: { visible: 3_000, hidden: 15_000 },
  credentials: { visible: 15_000, hidden: 60_000 },
};

/** Whether a part is to be read again. One that was never read, or was read "in the future" before the clock was set back, is. */
export const isDue = (part: Part, lastReadAt: number | null, conditions: BeatConditions): boolean => {
  if (lastReadAt === null || conditions.now < lastReadAt) return true;
  const beat = beatsMs[part];
  const beatMs = conditions.popoverVisible
    ? beat.visible
    : beat.hidden * (conditions.powerSource === 'battery' ? 2 : 1);
  return conditions.now - lastReadAt >= beatMs;
};
