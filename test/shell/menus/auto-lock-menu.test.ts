import { describe, expect, it } from 'vitest';
import type { UndoOffer } from '../../../electron/core/words/pending';
import type { RemoteAccess } from '../../../electron/core/words/session';
import { autoLockMenu } from '../../../electron/shell/menus/auto-lock-menu';
import type { MenuFacts } from '../../../electron/shell/menus/menu-item';
import { keychain, loginPath, remoteAccess } from '../../core/sample-facts';
import { awakeHold } from '../sample-hold-state';
import { commandOf, itemCalled, lockedLock, menuFacts, readMenu, underWay, unknownLock } from './sample-menu';

const after15Min = { lockOnSleep: true, idleTimeoutSeconds: 900 };
const timed = keychain({ autoLock: { ...after15Min, source: 'session' } });
const lockedTimed = keychain({ autoLock: { ...after15Min, source: 'file' }, lock: lockedLock });
const presets = [
  ...['Never', '1 minute', '5 minutes', '✓ 15 minutes', '30 minutes', '1 hour', '4 hours', '8 hours', 'Other…'],
];
const travelling: RemoteAccess = {
  ...remoteAccess,
  systemSleep: { source: 'ac', acMinutes: 10, batteryMinutes: 10 },
};
const withAccess = (access: RemoteAccess): MenuFacts => {
  const facts = menuFacts();
  return { ...facts, snapshot: { ...facts.snapshot, remoteAccess: access } };
};
const undo = (changedAt: string, keychainPath = loginPath): UndoOffer => ({
  ...{ keychainPath, changedAt },
  restores: { lockOnSleep: false, idleTimeoutSeconds: 300 },
});

describe('the menu of auto-lock', () => {
  it('ticks what is set', () => {
    expect(readMenu(autoLockMenu(timed, menuFacts()))).toEqual([...presets, '', '✓ Also on Sleep']);
  });

  it('changes one of the two settings and leaves the other', () => {
    const menu = autoLockMenu(timed, menuFacts());
    const target = { kind: 'set-auto-lock', keychainPath: loginPath, unlocksFirst: false };
    expect(commandOf(menu, 'Never')).toEqual({ ...target, settings: { lockOnSleep: true, idleTimeoutSeconds: null } });
    expect(commandOf(menu, 'Also on Sleep')).toEqual({
      ...target,
      settings: { lockOnSleep: false, idleTimeoutSeconds: 900 },
    });
  });

  it('keeps a timeout that is none of the usual in its place among them', () => {
    const odd = keychain({ autoLock: { lockOnSleep: false, idleTimeoutSeconds: 600, source: 'session' } });
    expect(readMenu(autoLockMenu(odd, menuFacts())).slice(2, 5)).toEqual(['5 minutes', '✓ 10 minutes', '15 minutes']);
  });

  it('asks the page for another one, and has some more in the menu bar', () => {
    expect(commandOf(autoLockMenu(timed, menuFacts()), 'Other…')).toEqual({ kind: 'choose-time' });
    const other = itemCalled(autoLockMenu(timed, menuFacts({ asksForTime: 'in-the-menu' })), 'Other');
    if (other.kind !== 'submenu') throw new Error('it is no menu of its own');
    expect(commandOf(other.items, '2 hours')).toMatchObject({ settings: { idleTimeoutSeconds: 7200 } });
  });

  it('unlocks first where the keychain is locked, and says so before anybody chooses', () => {
    const menu = autoLockMenu(lockedTimed, menuFacts());
    expect(readMenu(menu)).toEqual(['– Unlock and Change…', '', ...presets, '', '✓ Also on Sleep']);
    for (const label of ['5 minutes', 'Also on Sleep'])
      expect(commandOf(menu, label)).toMatchObject({ unlocksFirst: true });
  });

  it('shows what comes back, and changes nothing, while Keep Unlocked is on', () => {
    const held = keychain({ autoLock: { lockOnSleep: false, idleTimeoutSeconds: null, source: 'session' } });
    const menu = readMenu(autoLockMenu(held, menuFacts({}, awakeHold())));
    expect(menu.slice(0, 2)).toEqual(['– Can be changed once Keep Unlocked has ended', '']);
    expect(menu).toEqual(expect.arrayContaining(['– ✓ 5 minutes', '– ✓ Also on Sleep', '– Never']));
    expect(menu.filter((line) => line !== '' && !line.startsWith('– '))).toEqual([]);
  });

  it('is free for a keychain that is not kept', () => {
    const elsewhere = awakeHold({ keychains: [{ path: '/other', restores: after15Min, wasLocked: false }] });
    expect(readMenu(autoLockMenu(timed, menuFacts({}, elsewhere)))).toEqual([...presets, '', '✓ Also on Sleep']);
  });

  it('recommends what would fit this Mac, and nothing where it is so already', () => {
    const label = 'Use Recommended (no timeout, on sleep)';
    expect(commandOf(autoLockMenu(timed, withAccess(travelling)), label)).toMatchObject({
      settings: { lockOnSleep: true, idleTimeoutSeconds: null },
    });
    const fitting = keychain({ autoLock: { lockOnSleep: true, idleTimeoutSeconds: null, source: 'session' } });
    expect(readMenu(autoLockMenu(fitting, withAccess(travelling))).join()).not.toContain('Recommended');
  });

  it.each([
    ['is offered for a day', undo('2026-11-20T12:00:00Z'), true],
    ['is over after that', undo('2026-11-18T12:00:00Z'), false],
    ['is not that of another keychain', undo('2026-11-20T12:00:00Z', '/other'), false],
  ])('takes the last change back: it %s', (_what, offer, isOffered) => {
    const label = 'Undo (back to 5 min after last use, not on sleep)';
    expect(readMenu(autoLockMenu(timed, menuFacts({ undos: [offer] }))).includes(label)).toBe(isOffered);
    if (!isOffered) return;
    const ofLocked = autoLockMenu(lockedTimed, menuFacts({ undos: [offer] }));
    expect(commandOf(ofLocked, label)).toEqual({
      ...{ kind: 'undo-auto-lock', keychainPath: loginPath, unlocksFirst: true },
    });
  });

  it('offers nothing where nothing is known', () => {
    const untold = keychain({ autoLock: { source: 'unknown', reason: 'No answer.' } });
    expect(readMenu(autoLockMenu(untold, menuFacts()))).toEqual(['– The present settings are not known']);
    const silent = readMenu(autoLockMenu({ ...timed, lock: unknownLock }, menuFacts()));
    expect(silent[0]).toBe('– Can be changed once the keychain answers');
    expect(silent).toContain('– Never');
  });

  it('takes no second order while the first is under way', () => {
    const menu = readMenu(autoLockMenu(timed, menuFacts({ pending: [underWay('set-auto-lock')] })));
    expect(menu).toContain('– Never');
  });
});
