import { vi } from 'vitest';
import type { MacDoors } from '../../electron/system/doors';

/** Listens from here on at every way in which a look can ask for items. @returns what was asked for since */
export const searchesOf = ({ security, itemListing }: MacDoors): (() => readonly unknown[]) => {
  const spies = [vi.spyOn(security, 'findItem'), vi.spyOn(security, 'findInternetItem'), vi.spyOn(itemListing, 'list')];
  return () => spies.flatMap(({ mock }): readonly unknown[] => mock.calls);
};

/** As on a Mac on which neither a listing nor the security tool says what there is. */
export const noSearchAnswers = [
  { tool: 'Security.framework', when: 'SecItemCopyMatching', exit: 77 },
  { tool: 'security', when: 'find-generic-password', exit: 77 },
] as const;
