import { describe, expect, it } from 'vitest';
import type { HoldSlot } from '../../../electron/monitor/hold/hold-slot';
import { createHoldWatch } from '../../../electron/monitor/hold/hold-watch';
import type { FolderNames } from '../../../electron/system/files/bounded-folder';
import { createFakeHoldJournal } from '../fake-hold-journal';

const slot = { own: () => null } as HoldSlot;

describe('journals that were set aside', () => {
  it('stand as they were known while their folder cannot be listed, and why is told', async () => {
    const kept = ['/hold-unreadable-1.json'];
    let listed: FolderNames = { kind: 'unreadable', reason: 'macOS answered EIO' };
    const watch = createHoldWatch({ ...createFakeHoldJournal(), listSetAside: async () => listed }, slot);
    const seen = async () => {
      await watch.look();
      return [watch.setAside(), watch.setAsideTrouble()];
    };
    expect(await seen()).toEqual([[], 'macOS answered EIO']);
    listed = { kind: 'names', names: kept, isCut: false };
    expect(await seen()).toEqual([kept, null]);
    listed = { kind: 'unreadable', reason: 'macOS answered EIO' };
    expect(await seen()).toEqual([kept, 'macOS answered EIO']);
    listed = { kind: 'none' };
    expect(await seen()).toEqual([[], null]);
  });
});
