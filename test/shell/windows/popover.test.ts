import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPopover, type Popover } from '../../../electron/shell/windows/popover';
import { createWindowDouble, type WindowDouble } from '../popover-double';

const icon = { x: 800, y: 0, width: 30, height: 25 };
const minuteMs = 60_000;

describe('the life of the popover', () => {
  let windows: WindowDouble[];
  let popover: Popover;
  let dialogIsOpen: boolean;
  let onMake: () => void;
  const onShow = vi.fn();
  const onHide = vi.fn();
  const giveActivityBack = vi.fn();
  const place = vi.fn(() => ({ x: 1, y: 2, width: 360, height: 300 }));
  const latest = (): WindowDouble => {
    const window = windows.at(-1);
    if (!window) throw new Error('no window was made');
    return window;
  };
  const openAndShow = (): WindowDouble => {
    popover.toggle(icon);
    latest().becomeReady();
    return latest();
  };

  beforeEach(() => {
    vi.useFakeTimers();
    for (const double of [onShow, onHide, giveActivityBack, place]) double.mockClear();
    windows = [];
    dialogIsOpen = false;
    onMake = () => undefined;
    popover = createPopover({
      createWindow: () => {
        windows.push(createWindowDouble(windows.length + 1));
        onMake();
        return latest().window;
      },
      place,
      staysOpenOnBlur: () => dialogIsOpen,
      onShow,
      onHide,
      giveActivityBack,
      now: Date.now,
      log: () => undefined,
    });
  });
  afterEach(() => vi.useRealTimers());

  it('has no window before the first click', () => {
    expect(windows).toHaveLength(0);
    expect(popover.contentsId()).toBeNull();
    expect(popover.visibleContents()).toBeNull();
  });

  it('shows the window only when its page is ready, under the icon, after the page was told', () => {
    popover.toggle(icon);
    expect(latest().calls.show).not.toHaveBeenCalled();
    latest().becomeReady();
    expect(place).toHaveBeenCalledWith(icon, 480);
    expect(latest().calls.setBounds).toHaveBeenCalledWith({ x: 1, y: 2, width: 360, height: 300 });
    expect(onShow).toHaveBeenCalledOnce();
    expect(onShow.mock.invocationCallOrder[0]).toBeLessThan(latest().calls.show.mock.invocationCallOrder[0] ?? 0);
    expect(popover.visibleContents()?.id).toBe(1);
  });

  it('is the one that is being made for whoever asks meanwhile', () => {
    onMake = () => popover.open(null);
    popover.warm();
    expect(windows).toHaveLength(1);
    latest().becomeReady();
    expect(popover.visibleContents()?.id).toBe(1);
  });

  it('hides on a second click and shows the same window on a third', () => {
    const window = openAndShow();
    popover.toggle(icon);
    expect(window.calls.hide).toHaveBeenCalledOnce();
    expect(popover.visibleContents()).toBeNull();
    popover.toggle(icon);
    expect(window.calls.show).toHaveBeenCalledTimes(2);
    expect(windows).toHaveLength(1);
  });

  it('gives the activity back when it is hidden with the focus, after its window is gone, and not when others took it', () => {
    const window = openAndShow();
    popover.toggle(icon);
    expect(giveActivityBack).toHaveBeenCalledOnce();
    expect(window.calls.hide.mock.invocationCallOrder[0]).toBeLessThan(
      giveActivityBack.mock.invocationCallOrder[0] ?? 0,
    );
    popover.hide();
    expect(giveActivityBack).toHaveBeenCalledOnce();
    popover.toggle(icon);
    window.blur();
    vi.advanceTimersByTime(60);
    expect(window.calls.hide).toHaveBeenCalledTimes(2);
    expect(giveActivityBack).toHaveBeenCalledOnce();
  });

  it('is not reopened by the click that took its focus away', () => {
    const window = openAndShow();
    window.blur();
    vi.advanceTimersByTime(60);
    expect(window.calls.hide).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(90);
    popover.toggle(icon);
    expect(window.calls.show).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(100);
    popover.toggle(icon);
    expect(window.calls.show).toHaveBeenCalledTimes(2);
  });

  it('stays open while the unlock dialog has the focus, and closes on the next blur', () => {
    const window = openAndShow();
    dialogIsOpen = true;
    window.blur();
    vi.advanceTimersByTime(1_000);
    expect(window.calls.hide).not.toHaveBeenCalled();
    dialogIsOpen = false;
    popover.takeFocusBack();
    expect(window.calls.focus).toHaveBeenCalledTimes(2);
    window.blur();
    vi.advanceTimersByTime(60);
    expect(window.calls.hide).toHaveBeenCalledOnce();
  });

  it('is not hidden by a loss of focus that is over when it is heard of', () => {
    const window = openAndShow();
    window.reportOldBlur();
    vi.advanceTimersByTime(1_000);
    expect(window.calls.hide).not.toHaveBeenCalled();
  });

  it('hides once when the click that takes the focus arrives at once', () => {
    const window = openAndShow();
    window.blur();
    popover.toggle(icon);
    vi.advanceTimersByTime(1_000);
    expect(window.calls.hide).toHaveBeenCalledOnce();
    expect(popover.visibleContents()).toBeNull();
  });

  it('is not shown when it was hidden before its page was ready', () => {
    popover.toggle(icon);
    popover.hide();
    latest().becomeReady();
    expect(latest().calls.show).not.toHaveBeenCalled();
  });

  it('keeps its window however long it is out of sight', () => {
    const window = openAndShow();
    popover.hide();
    vi.advanceTimersByTime(24 * 60 * minuteMs);
    expect(window.isDestroyed()).toBe(false);
    popover.toggle(icon);
    expect(window.calls.show).toHaveBeenCalledTimes(2);
    expect(windows).toHaveLength(1);
  });

  it('is made unseen, once, and a click only shows it', () => {
    popover.warm();
    popover.warm();
    latest().becomeReady();
    expect(latest().calls.show).not.toHaveBeenCalled();
    expect([onShow.mock.calls.length, popover.visibleContents()]).toEqual([0, null]);
    popover.toggle(icon);
    expect(latest().calls.show).toHaveBeenCalledOnce();
    expect(windows).toHaveLength(1);
  });

  it('is made again unseen a few seconds after it has gone, and once where a click comes before', () => {
    openAndShow();
    vi.advanceTimersByTime(minuteMs);
    latest().window.destroy();
    vi.advanceTimersByTime(2_000);
    expect(windows).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(windows).toHaveLength(2);
    latest().becomeReady();
    expect(latest().calls.show).not.toHaveBeenCalled();
    vi.advanceTimersByTime(minuteMs);
    latest().window.destroy();
    openAndShow();
    vi.advanceTimersByTime(minuteMs);
    expect(windows).toHaveLength(3);
  });

  it('is not made again unseen, over and over, where it goes at once', () => {
    popover.warm();
    vi.advanceTimersByTime(minuteMs);
    latest().window.destroy();
    vi.advanceTimersByTime(5_000);
    expect(windows).toHaveLength(2);
    latest().window.destroy();
    vi.advanceTimersByTime(60 * minuteMs);
    expect(windows).toHaveLength(2);
    expect(openAndShow()).toBe(windows[2]);
  });

  it.each(['before it was ready', 'while it was visible', 'while it was hidden'])(
    'makes a new window when the old one was deleted %s',
    (moment) => {
      popover.toggle(icon);
      const first = latest();
      if (moment !== 'before it was ready') first.becomeReady();
      if (moment === 'while it was hidden') popover.hide();
      first.window.destroy();
      expect(popover.contentsId()).toBeNull();
      expect(onHide).toHaveBeenCalledTimes(moment === 'before it was ready' ? 0 : 1);
      expect(openAndShow()).not.toBe(first);
      expect(popover.visibleContents()?.id).toBe(2);
    },
  );

  it('comes back by itself when its page dies or freezes after a while', async () => {
    const first = openAndShow();
    vi.advanceTimersByTime(minuteMs);
    first.crash();
    await vi.advanceTimersByTimeAsync(1);
    expect(first.isDestroyed()).toBe(true);
    latest().becomeReady();
    expect(popover.visibleContents()?.id).toBe(2);
    vi.advanceTimersByTime(minuteMs);
    latest().freeze();
    expect(windows).toHaveLength(3);
  });

  it('does not bring back a page that dies at once, over and over', async () => {
    openAndShow().crash();
    await vi.runOnlyPendingTimersAsync();
    expect(windows).toHaveLength(1);
    expect(popover.contentsId()).toBeNull();
    expect(onHide).toHaveBeenCalledOnce();
  });

  it('gives a window back whose page does not load', async () => {
    popover.toggle(icon);
    latest().failToLoad('page');
    await vi.runOnlyPendingTimersAsync();
    expect(popover.contentsId()).toBeNull();
  });

  it('keeps a window whose page was refused a frame or another place to go', async () => {
    popover.toggle(icon);
    latest().failToLoad('frame');
    latest().becomeReady();
    latest().failToLoad('page');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(popover.visibleContents()?.id).toBe(1);
  });

  it('opens without a click on the icon too', () => {
    popover.open(null);
    latest().becomeReady();
    expect(onShow).toHaveBeenCalledOnce();
    expect(place).toHaveBeenCalledWith(null, 480);
  });

  it('keeps the height that its content asked for, also in the next window', () => {
    openAndShow();
    popover.resize(333);
    expect(place).toHaveBeenLastCalledWith(icon, 333);
    latest().window.destroy();
    openAndShow();
    expect(place).toHaveBeenLastCalledWith(icon, 333);
  });
});
