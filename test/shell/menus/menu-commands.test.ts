import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultKeepUnlockedChoice } from '../../../electron/core/hold/keep-unlocked-choice';
import { failure, type Outcome, success } from '../../../electron/core/outcome';
import { runMenuCommand } from '../../../electron/shell/menus/menu-commands';
import type { MenuCommand } from '../../../electron/shell/menus/menu-item';
import { eventually } from '../../vitest/patience';

const settings = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const request = { end: { kind: 'open' }, keepAwake: false, relock: 'as-before' } as const;
const done = () => vi.fn((): Promise<Outcome<void>> => Promise.resolve(success(undefined)));

describe('what is chosen in a menu', () => {
  const actions = {
    ...{ unlock: done(), lock: done(), cancelUnlock: vi.fn(), startHold: done(), endHold: done() },
    ...{ setAutoLock: done(), undoAutoLock: done() },
  };
  const ports = { preferences: { change: vi.fn() }, openSettings: vi.fn(), quit: vi.fn() };
  const hint = vi.fn();
  const run = runMenuCommand({ ...ports, monitor: { actions, hint } });
  const everything = { ...actions, ...ports, hint, change: ports.preferences.change };

  beforeEach(() => vi.clearAllMocks());

  it.each<[MenuCommand, Exclude<keyof typeof everything, 'preferences'>, readonly unknown[]]>([
    [{ kind: 'unlock', keychainPath: '/k' }, 'unlock', ['/k']],
    [{ kind: 'lock', keychainPath: '/k' }, 'lock', ['/k']],
    [{ kind: 'cancel-unlock' }, 'cancelUnlock', []],
    [{ kind: 'end-hold' }, 'endHold', []],
    [{ kind: 'keep-unlocked', request, remembered: null }, 'startHold', [request]],
    [
      { kind: 'prefer-keep-unlocked', choice: defaultKeepUnlockedChoice },
      'change',
      [{ keepUnlocked: defaultKeepUnlockedChoice }],
    ],
    [{ kind: 'set-auto-lock', keychainPath: '/k', settings, unlocksFirst: false }, 'setAutoLock', ['/k', settings]],
    [{ kind: 'undo-auto-lock', keychainPath: '/k', unlocksFirst: false }, 'undoAutoLock', ['/k']],
    [{ kind: 'refresh' }, 'hint', ['user-asked']],
    [{ kind: 'settings' }, 'openSettings', []],
    [{ kind: 'quit' }, 'quit', []],
  ])('is done, and nothing else: %j', (command, wanted, values) => {
    run(command);
    expect(everything[wanted]).toHaveBeenCalledExactlyOnceWith(...values);
    const called = [...Object.values(actions), hint, ports.openSettings, ports.quit, ports.preferences.change];
    expect(called.reduce((sum, double) => sum + double.mock.calls.length, 0)).toBe(1);
  });

  it('is remembered where it is a length', () => {
    run({ kind: 'keep-unlocked', request, remembered: defaultKeepUnlockedChoice });
    expect(ports.preferences.change).toHaveBeenCalledExactlyOnceWith({ keepUnlocked: defaultKeepUnlockedChoice });
    expect(actions.startHold).toHaveBeenCalledOnce();
  });

  it.each<[MenuCommand, 'setAutoLock' | 'undoAutoLock']>([
    [{ kind: 'set-auto-lock', keychainPath: '/k', settings, unlocksFirst: true }, 'setAutoLock'],
    [{ kind: 'undo-auto-lock', keychainPath: '/k', unlocksFirst: true }, 'undoAutoLock'],
  ])('waits for the dialog of the system, and is dropped with it: %j', async (command, change) => {
    let answer = (_outcome: Outcome<void>) => {};
    actions.unlock.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    run(command);
    expect(actions[change]).not.toHaveBeenCalled();
    answer(failure('cancelled', 'Nobody typed a password.'));
    await eventually(() => expect(actions.unlock).toHaveResolved());
    expect(actions[change]).not.toHaveBeenCalled();
    run(command);
    answer(success(undefined));
    await eventually(() => expect(actions[change]).toHaveBeenCalledOnce());
  });
});
