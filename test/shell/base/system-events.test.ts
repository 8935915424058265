import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { becomeMenuBarApp, followLifecycle } from '../../../electron/shell/app/lifecycle';
import { followPower, type PowerEvents } from '../../../electron/shell/app/power';
import { eventually } from '../../vitest/patience';

describe('what the machine goes through', () => {
  const setUp = (isOnBatteryPower: () => boolean = () => false) => {
    const events = new EventEmitter();
    const monitor = { hint: vi.fn(), setPower: vi.fn() };
    followPower({ on: events.on.bind(events), isOnBatteryPower } as unknown as PowerEvents, monitor);
    return { events, monitor };
  };

  it.each([
    ['suspend', 'suspended'],
    ['resume', 'resumed'],
    ['lock-screen', 'screen-locked'],
    ['unlock-screen', 'screen-unlocked'],
    ['user-did-become-active', 'became-active'],
  ])('reaches the monitor: %s', (event, hint) => {
    const { events, monitor } = setUp();
    events.emit(event);
    expect(monitor.hint).toHaveBeenCalledExactlyOnceWith(hint);
  });

  it('tells the power source at the start and on each change, together with the screen lock', () => {
    const { events, monitor } = setUp();
    expect(monitor.setPower).toHaveBeenLastCalledWith({ source: 'ac', screenLocked: false });
    events.emit('on-battery');
    expect(monitor.setPower).toHaveBeenLastCalledWith({ source: 'battery', screenLocked: false });
    events.emit('lock-screen');
    expect(monitor.setPower).toHaveBeenLastCalledWith({ source: 'battery', screenLocked: true });
    events.emit('unlock-screen');
    events.emit('on-ac');
    expect(monitor.setPower).toHaveBeenLastCalledWith({ source: 'ac', screenLocked: false });
  });

  it('does not guess the power source where it cannot be asked', () => {
    const { monitor } = setUp(() => {
      throw new Error('no power supply');
    });
    expect(monitor.setPower).toHaveBeenCalledExactlyOnceWith({ source: 'unknown', screenLocked: false });
  });
});

describe('the life of the app', () => {
  const setUp = (unsaved: () => Promise<void> | null = () => null) => {
    const events = new EventEmitter();
    const doubles = { openPopover: vi.fn(), stop: vi.fn(), afterQuit: vi.fn(), log: vi.fn(), quit: vi.fn() };
    const app = { on: events.on.bind(events), quit: doubles.quit } as unknown as Pick<App, 'on' | 'quit'>;
    followLifecycle({ app, unsaved, ...doubles });
    const beforeQuit = (): boolean => {
      const preventDefault = vi.fn();
      events.emit('before-quit', { preventDefault });
      return preventDefault.mock.calls.length > 0;
    };
    return { events, ...doubles, beforeQuit };
  };
  afterEach(() => vi.useRealTimers());

  it.each(['second-instance', 'activate'])('opens the popover when it is opened again: %s', (event) => {
    const { events, openPopover } = setUp();
    events.emit(event);
    expect(openPopover).toHaveBeenCalledOnce();
  });

  it('says the last word once it has really quit, and not while it can still be held up', () => {
    const { events, beforeQuit, afterQuit } = setUp();
    beforeQuit();
    expect(afterQuit).not.toHaveBeenCalled();
    events.emit('quit', {}, 0);
    expect(afterQuit).toHaveBeenCalledExactlyOnceWith(0);
  });

  it('goes on without a window', () => {
    const { events, quit } = setUp();
    expect(events.emit('window-all-closed')).toBe(true);
    expect(quit).not.toHaveBeenCalled();
  });

  it('does not hold up quitting, and so the user’s logout, when all is saved', () => {
    const { beforeQuit, stop } = setUp();
    expect(beforeQuit()).toBe(false);
    expect(stop).toHaveBeenCalledOnce();
  });

  it('saves what is unsaved, then quits', async () => {
    const { beforeQuit, quit } = setUp(() => Promise.resolve());
    expect(beforeQuit()).toBe(true);
    await eventually(() => expect(quit).toHaveBeenCalledOnce());
    expect(beforeQuit()).toBe(false);
  });

  it('is not ended by a second quit while it saves, and stops what it has started only then', async () => {
    let saved = () => {};
    const unsaved = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          saved = resolve;
        }),
    );
    const { beforeQuit, quit, stop } = setUp(unsaved);
    expect([beforeQuit(), beforeQuit()]).toEqual([true, true]);
    expect(unsaved).toHaveBeenCalledOnce();
    expect(stop).not.toHaveBeenCalled();
    saved();
    await eventually(() => expect(quit).toHaveBeenCalledOnce());
    expect(beforeQuit()).toBe(false);
    expect(stop).toHaveBeenCalledOnce();
  });

  it('quits all the same when saving hangs', async () => {
    vi.useFakeTimers();
    const { beforeQuit, quit } = setUp(() => new Promise<void>(() => undefined));
    beforeQuit();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(quit).toHaveBeenCalledOnce();
  });

  it('takes no place in the Dock on macOS, and has Electron make no menu of its own anywhere', () => {
    const [setActivationPolicy, setApplicationMenu] = [vi.fn(), vi.fn()];
    becomeMenuBarApp({ setActivationPolicy }, { setApplicationMenu }, 'darwin');
    expect(setActivationPolicy).toHaveBeenCalledExactlyOnceWith('accessory');
    becomeMenuBarApp({ setActivationPolicy }, { setApplicationMenu }, 'linux');
    expect(setActivationPolicy).toHaveBeenCalledOnce();
    expect(setApplicationMenu.mock.calls).toEqual([[null], [null]]);
  });
});
