import type { HoldJournal } from '../../../electron/core/hold/hold-journal';
import { failure, success } from '../../../electron/core/outcome';
import type { HoldJournalDoor } from '../../../electron/system/hold/hold-doors';

/** The hold's journal as it lies on the disk: it outlives whoever wrote it. */
export interface DiskJournal {
  journal: HoldJournal | null;
  /** Who has the lock; the kernel takes it from whoever has died. */
  keeper: object | null;
}

/**
 * @param keeper the process that this door is of.
 * @param write waits as long as the disk takes, and says whether it takes anything.
 */
export const journalDoor = (disk: DiskJournal, keeper: object, write: () => Promise<boolean>): HoldJournalDoor => ({
  claim() {
    if (disk.keeper !== null && disk.keeper !== keeper) return Promise.resolve(success('elsewhere'));
    disk.keeper = keeper;
    return Promise.resolve(success('claimed'));
  },
  release() {
    if (disk.keeper === keeper) disk.keeper = null;
  },
  read: () => Promise.resolve(disk.journal ? { kind: 'journal', journal: disk.journal } : { kind: 'none' }),
  async write(journal) {
    if (!(await write())) return failure('not-written', 'The disk is full.');
    disk.journal = journal;
    return success(undefined);
  },
  async remove() {
    if (!(await write())) return failure('not-removed', 'The disk takes nothing.');
    disk.journal = null;
    return success(undefined);
  },
  hasLeftovers: () => Promise.resolve(false),
  setAside: () => Promise.resolve(failure('not-set-aside', 'There is nothing to set aside.')),
  listSetAside: () => Promise.resolve({ kind: 'none' }),
  requestEnd: () => Promise.resolve(success(undefined)),
  takeEndRequest: () => Promise.resolve(null),
});
