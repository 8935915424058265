import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../electron/contract/app-state';
import { buildSnapshot } from '../../electron/core/build-snapshot';
import { defaultExpiryThresholds } from '../../electron/core/expiry-thresholds';
import { type MonitorState, nothingYet } from '../../electron/core/monitor-state';
import { createAnnouncer } from '../../electron/shell/announcer';
import { present } from '../../electron/shell/presentation';
import { loginPath, readings } from '../core/sample-facts';

const idle: MonitorState = { ...nothingYet, snapshot: buildSnapshot(readings(), null, 0) };
const unlocking = (phase: 'running' | 'settling'): MonitorState => ({
  ...idle,
  pending: [{ kind: 'unlock', phase, keychainPath: loginPath, startedAt: '2026-11-20T10:00:00Z' }],
});

describe('icon and popover as two projections of one state', () => {
  let state: MonitorState;
  let showTitle: boolean;
  let listeners: (() => void)[];
  const tray = { show: vi.fn() };
  const popover = { takeFocusBack: vi.fn() };
  const announce = vi.fn();
  const publish = (next: MonitorState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  beforeEach(() => {
    for (const double of [tray.show, popover.takeFocusBack, announce]) double.mockClear();
    state = { ...idle, snapshot: null };
    showTitle = false;
    listeners = [];
    const subscribe = (listener: (next: MonitorState) => void) => {
      listeners.push(() => listener(state));
      return () => undefined;
    };
    present({
      monitor: { state: () => state, subscribe },
      preferences: {
        current: () => ({ showTitle, notifications: true, expiryThresholds: defaultExpiryThresholds }),
        subscribe,
      },
      loginItem: { subscribe },
      notifications: { subscribe },
      appState: () => ({ ...state }) as AppState,
      ...{ tray, popover, announce },
    });
  });

  it('shows an icon before the first look is done', () => {
    expect(tray.show).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ icon: 'unknown' }));
  });

  it('gives both every new state', () => {
    publish(idle);
    expect(tray.show).toHaveBeenLastCalledWith(expect.objectContaining({ icon: 'unlocked', title: '' }));
    expect(announce).toHaveBeenLastCalledWith('stateChanged', state);
    showTitle = true;
    publish(idle);
    expect(tray.show).toHaveBeenLastCalledWith(expect.objectContaining({ title: 'Unlocked' }));
  });

  it('takes the focus back once, when the system’s dialog has gone', () => {
    publish(unlocking('running'));
    publish(unlocking('running'));
    expect(popover.takeFocusBack).not.toHaveBeenCalled();
    publish(unlocking('settling'));
    publish(idle);
    expect(popover.takeFocusBack).toHaveBeenCalledOnce();
  });
});

describe('announcements', () => {
  it('go to the page that is on the screen, and to nobody else', () => {
    const page = { send: vi.fn(), isDestroyed: () => isDestroyed };
    let isDestroyed = false;
    let visible: typeof page | null = page;
    const announce = createAnnouncer(() => visible);
    announce('popoverShown', { page: 'status' });
    expect(page.send).toHaveBeenCalledExactlyOnceWith('popoverShown', { page: 'status' });
    visible = null;
    announce('popoverShown', { page: 'status' });
    visible = page;
    isDestroyed = true;
    announce('popoverShown', { page: 'status' });
    expect(page.send).toHaveBeenCalledOnce();
  });
});
