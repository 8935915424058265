/** How often Latchkey looks at the lock states while nobody is looking at it, as the user has chosen it. */
export type Beat = 'relaxed' | 'normal' | 'quick';

export const beats: readonly Beat[] = ['relaxed', 'normal', 'quick'];
export const defaultBeat: Beat = 'normal';

/** The parts of a look that cost more than a call within the app. */
export type Part = 'keychain-list' | 'remote-access' | 'sessions' | 'beacons' | 'credentials';

export const allParts: readonly Part[] = ['keychain-list', 'remote-access', 'sessions', 'beacons', 'credentials'];

const secondMs = 1_000;
const minuteMs = 60 * secondMs;

/** From one look at the lock states to the next, with the popover hidden. */
export const hiddenLooksMs: Readonly<
  Record<Beat, { readonly onPower: number; readonly onBattery: number; readonly screenLocked: number }>
> = {
  relaxed: { onPower: 15 * secondMs, onBattery: 30 * secondMs, screenLocked: 60 * secondMs },
  normal: { onPower: 5 * secondMs, onBattery: 15 * secondMs, screenLocked: 30 * secondMs },
  quick: { onPower: 2 * secondMs, onBattery: 5 * secondMs, screenLocked: 15 * secondMs },
};

/** The same with the popover open, and in the moments after a wake or a change. */
export const promptLooksMs = { visible: secondMs, justWoke: 3 * secondMs, justChanged: 2 * secondMs } as const;

/**
 * Where the framework cannot be loaded a look costs two children: at least this long, whatever the beat. A minute while
 * nobody looks leaves room for `ps` within four children a minute.
 */
export const childLooksMs = { visible: 3 * secondMs, justWokeOrChanged: 15 * secondMs, hidden: minuteMs } as const;

export interface PartInterval {
  /** Read again after this long although nothing tells of a change; null: only what tells of one has it read again. */
  readonly beat: { readonly visible: number; readonly hidden: number } | null;
  /** The soonest that a changed file has it read again. */
  readonly soonest: { readonly visible: number; readonly hidden: number };
}

const fileLook = { visible: secondMs, hidden: 5 * secondMs } as const;

/**
 * On battery the hidden beats are twice as long. `ps` is the one child of a Mac at rest, twice a minute while nobody looks;
 * who is logged in is asked along with it, so a busy utmpx makes at most four children a minute of it.
 */
export const partIntervalsMs: Readonly<Record<Part, PartInterval>> = {
  'keychain-list': { beat: null, soonest: fileLook },
  'remote-access': { beat: null, soonest: fileLook },
  sessions: {
    beat: { visible: 10 * secondMs, hidden: 30 * secondMs },
    soonest: { visible: 3 * secondMs, hidden: 30 * secondMs },
  },
  beacons: { beat: { visible: 3 * secondMs, hidden: 15 * secondMs }, soonest: fileLook },
  credentials: { beat: { visible: 15 * secondMs, hidden: minuteMs }, soonest: fileLook },
};

export const batteryFactor = 2;

/** What has no beat and could not be read is asked again after this long, for nothing else would tell of it. */
export const unreadAgainMs = { visible: minuteMs, hidden: 15 * minuteMs } as const;

/** The popover is opened more often than that by somebody who goes to and fro: what was asked this recently is not asked anew. */
export const openingAgainMs = 30 * secondMs;

/** A file may be written in pieces: so long a hint waits before the file is compared. */
export const hintSettlesMs = 300;

/** At most one look because of files in this span, whatever writes to them. */
export const fileLooksMs = fileLook;

/** What no watch tells of (a file that is missing, a folder, an event that was lost) is compared this often. */
export const fileComparisonsMs = { visible: 3 * secondMs, hidden: 15 * secondMs } as const;
