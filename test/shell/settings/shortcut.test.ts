import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../../electron/contract/app-state';
import { success } from '../../../electron/core/outcome';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import type { LockReading } from '../../../electron/core/words/reading';
import { followShortcuts, type Shortcuts } from '../../../electron/shell/settings/shortcut';
import { shortcutPresses } from '../../../electron/shell/settings/shortcut-presses';
import type { PopoverContents } from '../../../electron/shell/windows/popover';
import { loginPath, readings } from '../../core/sample-facts';
import { awakeHold } from '../sample-hold-state';

const heldSnapshot = () => buildSnapshot(readings({ hold: awakeHold() }), null, 0);
const names = ['shortcut', 'keepUnlockedShortcut'] as const;

describe('a shortcut that works in every app', () => {
  let chosen: string | null;
  let listeners: (() => void)[];
  let chosenToKeep: string | null;
  const shortcuts = { register: vi.fn((_accelerator: string, _press: () => void) => true), unregister: vi.fn() };
  const presses = { shortcut: vi.fn(), keepUnlockedShortcut: vi.fn() };
  const log = vi.fn();
  const follow = (): Shortcuts =>
    followShortcuts({
      ...{ shortcuts, log, presses },
      preferences: {
        current: () => ({ ...defaultPreferences, shortcut: chosen, keepUnlockedShortcut: chosenToKeep }),
        subscribe: (listener) => listeners.push(listener),
      },
    });
  const choose = (shortcut: string | null): void => {
    chosen = shortcut;
    for (const listener of listeners) listener();
  };

  beforeEach(() => {
    vi.clearAllMocks();
    shortcuts.register.mockReturnValue(true);
    chosen = null;
    listeners = [];
    chosenToKeep = null;
  });

  it('is none until one is chosen', () => {
    expect(follow().problem('shortcut')).toBeNull();
    choose(null);
    expect(shortcuts.register).not.toHaveBeenCalled();
    expect(shortcuts.unregister).not.toHaveBeenCalled();
  });

  it('is taken at the start and whenever it is chosen anew, and given back for another or for none', () => {
    chosen = 'Control+Alt+L';
    follow();
    expect(shortcuts.register).toHaveBeenCalledExactlyOnceWith('Control+Alt+L', expect.any(Function));
    choose('Control+Alt+L');
    expect(shortcuts.register).toHaveBeenCalledOnce();
    choose('Control+Alt+K');
    expect(shortcuts.unregister).toHaveBeenLastCalledWith('Control+Alt+L');
    expect(shortcuts.register).toHaveBeenLastCalledWith('Control+Alt+K', expect.any(Function));
    choose(null);
    expect(shortcuts.unregister).toHaveBeenLastCalledWith('Control+Alt+K');
    expect(shortcuts.register).toHaveBeenCalledTimes(2);
  });

  it('does what it is for', () => {
    chosen = 'Control+Alt+L';
    chosenToKeep = 'Control+Alt+U';
    follow();
    for (const [, press] of shortcuts.register.mock.calls) press();
    expect(presses.shortcut).toHaveBeenCalledOnce();
    expect(presses.keepUnlockedShortcut).toHaveBeenCalledOnce();
  });

  it('is told apart from its neighbour: what both are is the first one’s, until one of them is another', () => {
    chosen = 'Control+Alt+L';
    chosenToKeep = 'Control+Alt+L';
    const known = follow();
    expect(shortcuts.register).toHaveBeenCalledExactlyOnceWith('Control+Alt+L', presses.shortcut);
    expect(known.problem('keepUnlockedShortcut')).toBe('⌃⌥L opens Latchkey already. Choose another shortcut.');
    expect(known.problem('shortcut')).toBeNull();
    choose('Control+Alt+K');
    expect(shortcuts.register).toHaveBeenLastCalledWith('Control+Alt+L', presses.keepUnlockedShortcut);
    expect(known.problem('keepUnlockedShortcut')).toBeNull();
  });

  it('changes places with its neighbour', () => {
    chosen = 'Control+Alt+L';
    chosenToKeep = 'Control+Alt+K';
    const known = follow();
    chosenToKeep = 'Control+Alt+L';
    choose('Control+Alt+K');
    expect(names.map(known.problem)).toEqual([null, null]);
    expect(shortcuts.register.mock.calls.slice(2)).toEqual([
      ['Control+Alt+K', presses.shortcut],
      ['Control+Alt+L', presses.keepUnlockedShortcut],
    ]);
  });

  it.each([
    [
      'is taken',
      () => shortcuts.register.mockReturnValue(false),
      'macOS or another app has ⌃⌥L already. Choose another shortcut.',
    ],
    [
      'is not understood',
      () =>
        shortcuts.register.mockImplementation(() => {
          throw new TypeError('conversion failure');
        }),
      'macOS does not take ⌃⌥L as a shortcut. Choose another one.',
    ],
  ])('that %s is said with what to do, until another one works', (_what, break_, sentence) => {
    break_();
    const shortcut = follow();
    choose('Control+Alt+L');
    expect(shortcut.problem('shortcut')).toBe(sentence);
    shortcuts.register.mockReturnValue(true);
    choose('Control+Alt+K');
    expect(shortcut.problem('shortcut')).toBeNull();
    expect(shortcuts.unregister).not.toHaveBeenCalled();
  });

  it('leaves nothing broken where it cannot be given back', () => {
    chosen = 'Control+Alt+L';
    const shortcut = follow();
    shortcuts.unregister.mockImplementationOnce(() => {
      throw new Error('no');
    });
    choose('Control+Alt+K');
    expect(shortcut.problem('shortcut')).toBeNull();
    expect(log).toHaveBeenCalledOnce();
  });
});

describe('what a press does', () => {
  const popover = { open: vi.fn(), hide: vi.fn(), visibleContents: vi.fn((): PopoverContents | null => null) };
  const startHold = vi.fn(() => Promise.resolve(success(undefined)));
  const stateOf = (lock: LockReading, pending: readonly { kind: 'unlock' }[] = []) => {
    const keychains = readings().keychains.map((one) => ({ ...one, lock }));
    return {
      snapshot: buildSnapshot(readings({ keychains }), null, 0),
      pending: pending as unknown as AppState['pending'],
      preferences: defaultPreferences,
    };
  };
  const press = (state: ReturnType<typeof stateOf> | { readonly snapshot: null }) =>
    shortcutPresses({
      ...{ startHold, popover: () => popover, now: () => Date.parse('2026-09-10T09:00:00.000Z') },
      appState: () => ({ pending: [], preferences: defaultPreferences, ...state }),
    });

  beforeEach(() => vi.clearAllMocks());

  it('opens the popover, and closes one that is open', () => {
    const { shortcut } = press(stateOf({ state: 'unlocked' }));
    shortcut();
    expect(popover.open).toHaveBeenCalledExactlyOnceWith(null);
    popover.visibleContents.mockReturnValueOnce({} as PopoverContents);
    shortcut();
    expect(popover.hide).toHaveBeenCalledOnce();
    expect(popover.open).toHaveBeenCalledOnce();
  });

  it.each(['locked', 'unlocked'] as const)('keeps a keychain that is %s unlocked as the button does', (state) => {
    press(stateOf({ state })).keepUnlockedShortcut();
    expect(startHold).toHaveBeenCalledExactlyOnceWith({
      ...{ keychainPaths: [loginPath], end: { kind: 'at', at: '2026-09-10T13:00:00.000Z' } },
      ...{ keepAwake: false, relock: 'as-before' },
    });
    expect(popover.open).not.toHaveBeenCalled();
  });

  it.each([
    ['nothing is known yet', { snapshot: null }],
    ['the keychain does not answer', stateOf({ state: 'unknown', reason: 'It was busy.' })],
    ['something is under way', stateOf({ state: 'locked' }, [{ kind: 'unlock' }])],
    ['it is kept already', { ...stateOf({ state: 'unlocked' }), snapshot: heldSnapshot() }],
  ])('shows the popover instead while %s', (_when, state) => {
    press(state).keepUnlockedShortcut();
    expect(popover.open).toHaveBeenCalledExactlyOnceWith(null);
    expect(startHold).not.toHaveBeenCalled();
  });
});
