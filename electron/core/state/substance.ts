import type { Snapshot } from '../words/snapshot';

/**
 * What a snapshot says, apart from when it was taken: two of the same substance are no news to anybody. The one rule for
 * what the monitor publishes, what a page is told and what `latchkey watch` prints.
 */
export const substanceOf = (snapshot: Snapshot | null): string => JSON.stringify({ ...snapshot, takenAt: '' });
