import { defaultKeepUnlockedChoice } from '../../../electron/core/hold/keep-unlocked-choice';
import type { Hold } from '../../../electron/core/words/hold';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { PendingAction } from '../../../electron/core/words/pending';
import type { MenuCommand, MenuFacts, MenuItem } from '../../../electron/shell/menus/menu-item';
import { remoteAccess } from '../../core/sample-facts';

/** 14:20 in Berlin, in winter. */
export const nowMs = Date.parse('2026-11-20T13:20:00Z');

export const menuFacts = (changes: Partial<MenuFacts> = {}, hold: Hold = { state: 'off' }): MenuFacts => ({
  snapshot: { hold, keychains: [], remoteAccess },
  ...{ pending: [], undos: [], keepUnlocked: defaultKeepUnlockedChoice },
  ...{ now: { nowMs, timeZone: 'Europe/Berlin' }, asksForTime: 'on-a-page' },
  ...changes,
});

export const underWay = (kind: PendingAction['kind']): PendingAction => ({
  ...{ kind, phase: 'running', startedAt: '2026-11-20T13:19:00Z' },
  target: { kind: 'everything' },
});

/** A menu as somebody reads it: `✓` before what is ticked, `–` before what cannot be chosen, `▸` before what opens. */
export const readMenu = (items: readonly MenuItem[]): readonly string[] =>
  items.map((item) => {
    if (item.kind === 'separator') return '';
    if (item.kind === 'text') return `– ${item.label}`;
    if (item.kind === 'submenu') return `▸ ${item.label}`;
    return `${item.enabled ? '' : '– '}${item.checked ? '✓ ' : ''}${item.label}`;
  });

export const itemCalled = (items: readonly MenuItem[], label: string) => {
  const found = items.find((item) => item.kind !== 'separator' && item.label === label);
  if (found === undefined || found.kind === 'separator' || found.kind === 'text')
    throw new Error(`the menu has no "${label}" to choose`);
  return found;
};

export const commandOf = (items: readonly MenuItem[], label: string): MenuCommand => {
  const item = itemCalled(items, label);
  if (item.kind !== 'command') throw new Error(`"${label}" opens a menu of its own`);
  return item.command;
};

export const lockedLock: Keychain['lock'] = { state: 'locked', session: 'desktop' };
export const unknownLock: Keychain['lock'] = { state: 'unknown', reason: 'No way to look.', session: 'desktop' };
