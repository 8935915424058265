import type { HoldJournal } from '../../electron/core/hold/hold-journal';
import { success } from '../../electron/core/outcome';
import type { HoldJournalDoor } from '../../electron/system/hold/hold-doors';

/** A journal in memory, and a lock that nobody else has. */
export const createFakeHoldJournal = (): HoldJournalDoor => {
  let journal: HoldJournal | null = null;
  let request: { relock: boolean } | null = null;
  const done = () => Promise.resolve(success(undefined));
  return {
    claim: () => Promise.resolve(success('claimed')),
    release: () => {},
    read: () => Promise.resolve(journal ? { kind: 'journal', journal } : { kind: 'none' }),
    write(next) {
      journal = next;
      return done();
    },
    remove() {
      journal = null;
      return done();
    },
    hasLeftovers: () => Promise.resolve(false),
    setAside: () => Promise.resolve(success('/hold-unreadable.json')),
    listSetAside: () => Promise.resolve({ kind: 'none' }),
    requestEnd(relock) {
      request = { relock };
      return done();
    },
    takeEndRequest() {
      const taken = request;
      request = null;
      return Promise.resolve(taken);
    },
  };
};
