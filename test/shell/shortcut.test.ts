import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPreferences } from '../../electron/shell/preferences-file';
import { followShortcut, type Shortcut } from '../../electron/shell/shortcut';

describe('the shortcut that opens the popover', () => {
  let chosen: string | null;
  let listeners: (() => void)[];
  let isShown: boolean;
  const shortcuts = { register: vi.fn((_accelerator: string, _press: () => void) => true), unregister: vi.fn() };
  const popover = { open: vi.fn(), hide: vi.fn(), visibleContents: () => (isShown ? ({} as never) : null) };
  const log = vi.fn();
  const follow = (): Shortcut =>
    followShortcut({
      ...{ shortcuts, log, popover: () => popover },
      preferences: {
        current: () => ({ ...defaultPreferences, shortcut: chosen }),
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
    isShown = false;
  });

  it('is none until one is chosen', () => {
    expect(follow().problem()).toBeNull();
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

  it('opens the popover, and closes one that is open', () => {
    chosen = 'Control+Alt+L';
    follow();
    const press = shortcuts.register.mock.lastCall?.[1];
    press?.();
    expect(popover.open).toHaveBeenCalledExactlyOnceWith(null);
    isShown = true;
    press?.();
    expect(popover.hide).toHaveBeenCalledOnce();
    expect(popover.open).toHaveBeenCalledOnce();
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
    expect(shortcut.problem()).toBe(sentence);
    shortcuts.register.mockReturnValue(true);
    choose('Control+Alt+K');
    expect(shortcut.problem()).toBeNull();
    expect(shortcuts.unregister).not.toHaveBeenCalled();
  });

  it('leaves nothing broken where it cannot be given back', () => {
    chosen = 'Control+Alt+L';
    const shortcut = follow();
    shortcuts.unregister.mockImplementationOnce(() => {
      throw new Error('no');
    });
    choose('Control+Alt+K');
    expect(shortcut.problem()).toBeNull();
    expect(log).toHaveBeenCalledOnce();
  });
});
