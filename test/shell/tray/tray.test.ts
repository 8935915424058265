import { EventEmitter } from 'node:events';
import type { Menu, NativeImage } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type TrayIcon, type TrayModel, trayIcons } from '../../../electron/core/state/tray-model';
import { createTrayView, type TrayPort, type TrayView, trayGuid } from '../../../electron/shell/tray/tray';

const image = (name: string): NativeImage => ({ name }) as unknown as NativeImage;
const images = Object.fromEntries(trayIcons.map((icon) => [icon, image(icon)])) as Record<TrayIcon, NativeImage>;
const locked: TrayModel = { icon: 'locked', title: '', tooltip: 'It is locked.' };

describe('the tray', () => {
  const events = new EventEmitter();
  const calls = {
    setImage: vi.fn(),
    setTitle: vi.fn(),
    setToolTip: vi.fn(),
    setIgnoreDoubleClickEvents: vi.fn(),
    popUpContextMenu: vi.fn(),
    getBounds: vi.fn(() => ({ x: 0, y: 900, width: 0, height: 0 })),
  };
  const createTray = vi.fn(() => ({ ...calls, on: events.on.bind(events) }) as unknown as TrayPort);
  const onClick = vi.fn();
  const menu = { items: [] } as unknown as Menu;
  let tray: TrayView;

  beforeEach(() => {
    events.removeAllListeners();
    for (const double of [...Object.values(calls), createTray, onClick]) double.mockClear();
    tray = createTrayView({ createTray, images, menu: () => menu, onClick });
  });

  it('begins as unknown, under an identity that keeps its place in the menu bar', () => {
    expect(createTray).toHaveBeenCalledExactlyOnceWith(images.unknown, trayGuid);
    expect(trayGuid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(calls.setIgnoreDoubleClickEvents).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('sets what changed, once', () => {
    for (let times = 0; times < 3; times += 1) tray.show(locked);
    expect(calls.setImage).toHaveBeenCalledExactlyOnceWith(images.locked);
    expect(calls.setToolTip).toHaveBeenCalledExactlyOnceWith('It is locked.');
    expect(calls.setTitle).not.toHaveBeenCalled();
    tray.show({ ...locked, title: 'Locked' });
    expect(calls.setImage).toHaveBeenCalledOnce();
    expect(calls.setTitle).toHaveBeenCalledExactlyOnceWith('Locked', { fontType: 'monospacedDigit' });
    tray.show(locked);
    expect(calls.setTitle).toHaveBeenLastCalledWith('', { fontType: 'monospacedDigit' });
  });

  it('tells where it was clicked by the click itself', () => {
    const icon = { x: 700, y: 0, width: 30, height: 25 };
    events.emit('click', {}, icon);
    expect(onClick).toHaveBeenCalledExactlyOnceWith(icon);
    expect(calls.popUpContextMenu).not.toHaveBeenCalled();
  });

  it('pops its menu up on a right click only', () => {
    events.emit('right-click', {}, {});
    expect(calls.popUpContextMenu).toHaveBeenCalledExactlyOnceWith(menu);
    expect(onClick).not.toHaveBeenCalled();
  });
});
