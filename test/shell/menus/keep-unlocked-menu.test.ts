import { describe, expect, it } from 'vitest';
import { defaultKeepUnlockedChoice } from '../../../electron/core/hold/keep-unlocked-choice';
import { keepUnlockedMenu } from '../../../electron/shell/menus/keep-unlocked-menu';
import { keychain, loginPath } from '../../core/sample-facts';
import { awakeHold } from '../sample-hold-state';
import { commandOf, itemCalled, lockedLock, menuFacts, readMenu, underWay, unknownLock } from './sample-menu';

const exposure = [
  '– Until 18:20 the login keychain stays unlocked through idle',
  "– time and sleep: whoever reaches this desktop's session, here",
  '– or through its tmux servers, can use its logins.',
];
const switches = ['', 'Keep Awake', 'Lock at the End', ''];

describe('the menu of Keep Unlocked', () => {
  it('offers the lengths, the two switches, and says what the present choice exposes', () => {
    expect(readMenu(keepUnlockedMenu(keychain(), menuFacts()))).toEqual([
      ...['1 Hour', '4 Hours', 'Until Tonight', 'Until I’m Back', 'Until…'],
      ...[...switches, ...exposure],
    ]);
  });

  it('says that the dialog of the system comes first where the keychain is locked', () => {
    expect(readMenu(keepUnlockedMenu(keychain({ lock: lockedLock }), menuFacts())).slice(0, 5)).toEqual([
      'Unlock and Keep Unlocked 1 Hour',
      'Unlock and Keep Unlocked 4 Hours',
      'Unlock and Keep Unlocked Until Tonight',
      'Unlock and Keep Unlocked Until I’m Back',
      'Unlock and Keep Unlocked Until…',
    ]);
  });

  it('keeps a length that is none of the usual among them, and shows the key beside what it does', () => {
    const keepUnlocked = { ...defaultKeepUnlockedChoice, length: { kind: 'hours' as const, hours: 2 } };
    const menu = keepUnlockedMenu(keychain(), menuFacts({ keepUnlocked }));
    expect(readMenu(menu).slice(0, 3)).toEqual(['2 Hours', '1 Hour', '4 Hours']);
    const withKey = menu.flatMap((item) => (item.kind === 'command' && item.accelerator ? [item] : []));
    expect(withKey).toMatchObject([{ label: '2 Hours', accelerator: 'CmdOrCtrl+K' }]);
  });

  it('starts what is chosen for this keychain, with both switches as they are, and remembers it', () => {
    const keepUnlocked = { ...defaultKeepUnlockedChoice, keepAwake: true, lockAtEnd: true };
    expect(commandOf(keepUnlockedMenu(keychain(), menuFacts({ keepUnlocked })), '1 Hour')).toEqual({
      kind: 'keep-unlocked',
      request: {
        keychainPaths: [loginPath],
        end: { kind: 'at', at: '2026-11-20T14:20:00.000Z' },
        ...{ keepAwake: true, relock: 'always' },
      },
      remembered: { ...keepUnlocked, length: { kind: 'hours', hours: 1 } },
    });
  });

  it('turns a switch over and starts nothing', () => {
    const menu = keepUnlockedMenu(keychain(), menuFacts());
    expect(commandOf(menu, 'Keep Awake')).toEqual({
      kind: 'prefer-keep-unlocked',
      choice: { ...defaultKeepUnlockedChoice, keepAwake: true },
    });
    const ticked = { ...defaultKeepUnlockedChoice, lockAtEnd: true };
    const other = keepUnlockedMenu(keychain(), menuFacts({ keepUnlocked: ticked }));
    expect(readMenu(other)).toContain('✓ Lock at the End');
    expect(commandOf(other, 'Lock at the End')).toMatchObject({ choice: { lockAtEnd: false } });
  });

  it('asks the page for a time of one’s own', () => {
    expect(commandOf(keepUnlockedMenu(keychain(), menuFacts()), 'Until…')).toEqual({ kind: 'choose-time' });
  });

  it.each([
    ['Europe/Berlin', '15:00', '2026-11-20T14:00:00.000Z', '02:00'],
    ['Asia/Kathmandu', '20:00', '2026-11-20T14:15:00.000Z', '07:00'],
  ])('has the next hours in the menu bar, where no page is (%s)', (timeZone, first, at, last) => {
    const facts = menuFacts({ asksForTime: 'in-the-menu' });
    const until = itemCalled(keepUnlockedMenu(keychain(), { ...facts, now: { ...facts.now, timeZone } }), 'Until');
    if (until.kind !== 'submenu') throw new Error('it is no menu of its own');
    const hours = readMenu(until.items);
    expect([hours.length, hours[0], hours.at(-1)]).toEqual([12, first, last]);
    expect(commandOf(until.items, first)).toMatchObject({ request: { end: { kind: 'at', at } }, remembered: null });
  });

  it.each<[string, readonly string[]]>([
    ['the lock state is not known', readMenu(keepUnlockedMenu(keychain({ lock: unknownLock }), menuFacts()))],
    ...(['unlock', 'lock', 'start-hold', 'end-hold'] as const).map((kind): [string, readonly string[]] => [
      `${kind} is under way`,
      readMenu(keepUnlockedMenu(keychain(), menuFacts({ pending: [underWay(kind)] }))),
    ]),
  ])('starts nothing while %s', (_when, menu) => {
    expect(menu.slice(0, 5).filter((line) => !line.startsWith('– '))).toEqual([]);
  });

  it('ends what is on, and says until when and what it exposes', () => {
    const hold = awakeHold({ end: { kind: 'at', at: '2026-11-20T17:20:00.000Z' }, relock: 'always' });
    const menu = keepUnlockedMenu(keychain(), menuFacts({}, hold));
    expect(readMenu(menu)).toEqual([
      ...['– Unlocked until 18:20', 'End Now', '', '– ✓ Keep Awake', '– ✓ Lock at the End', ''],
      ...exposure,
    ]);
    expect(commandOf(menu, 'End Now')).toEqual({ kind: 'end-hold' });
  });

  it('puts back what still waits for it', () => {
    const menu = keepUnlockedMenu(keychain(), menuFacts({}, { ...awakeHold(), state: 'restoring', problems: [] }));
    expect(readMenu(menu)).toEqual([
      ...['– Its settings are still to be put back', 'Put Back Now', '', '– ✓ Keep Awake', '– Lock at the End'],
    ]);
  });

  it('never says "hold" to anybody', () => {
    const menus = [menuFacts(), menuFacts({}, awakeHold())].map((facts) => keepUnlockedMenu(keychain(), facts));
    expect(menus.flatMap(readMenu).join('\n')).not.toMatch(/\bhold/i);
  });
});
