import type { HoldJournal } from '../../core/hold/hold-journal';
import type { Standing } from '../../core/hold/hold-view';
import type { HoldJournalDoor } from '../../system/hold/hold-doors';
import type { HoldSlot } from './hold-slot';

/** What stands on the disk, kept by another process or by nobody. */
export type SeenHold = { readonly journal: HoldJournal; readonly standing: Standing } | null;

export interface HoldWatch {
  /** Looks at the disk, unless this process keeps the hold; changes nothing there. */
  look(): Promise<void>;
  seen(): SeenHold;
  /** Why the journal that lies there cannot be read; null where it can, or none does. */
  trouble(): string | null;
  /** macOS paths of journals that were set aside. */
  setAside(): readonly string[];
  /** Why it is not known whether there are such; null where it is. */
  setAsideTrouble(): string | null;
  /** What was seen is this process's now. */
  forget(): void;
  /** Something was set aside. */
  lookForSetAside(): void;
}

export const createHoldWatch = (holdJournal: HoldJournalDoor, slot: HoldSlot): HoldWatch => {
  let seen: SeenHold = null;
  let trouble: string | null = null;
  /** Null: not looked for yet. They go when the user removes them. */
  let setAside: readonly string[] | null = null;
  let setAsideTrouble: string | null = null;
  return {
    async look() {
      if (slot.own()) return;
      const reading = await holdJournal.read();
      trouble = reading.kind === 'garbled' || reading.kind === 'unreadable' ? reading.reason : null;
      seen = null;
      if (reading.kind === 'journal') {
        const claimed = await holdJournal.claim();
        const isElsewhere = claimed.ok && claimed.value === 'elsewhere';
        if (!isElsewhere) holdJournal.release();
        seen = { journal: reading.journal, standing: { kind: isElsewhere ? 'elsewhere' : 'left' } };
      }
      if (setAside !== null && setAside.length === 0) return;
      const listed = await holdJournal.listSetAside();
      setAsideTrouble = listed.kind === 'unreadable' ? listed.reason : null;
      // One that could not be listed is looked into again, and those that were known stand.
      if (listed.kind !== 'unreadable') setAside = listed.kind === 'names' ? listed.names : [];
    },
    seen: () => seen,
    trouble: () => trouble,
    setAside: () => setAside ?? [],
    setAsideTrouble: () => setAsideTrouble,
    forget() {
      seen = null;
    },
    lookForSetAside() {
      setAside = null;
    },
  };
};
