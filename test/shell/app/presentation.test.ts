import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../../electron/contract/app-state';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { type MonitorState, nothingYet } from '../../../electron/core/state/monitor-state';
import { present } from '../../../electron/shell/app/presentation';
import { createAnnouncer } from '../../../electron/shell/base/announcer';
import { loginPath, readings } from '../../core/sample-facts';

const idle: MonitorState = { ...nothingYet, snapshot: buildSnapshot(readings(), null, 0) };
const unlocking = (phase: 'running' | 'settling'): MonitorState => ({
  ...idle,
  pending: [
    { kind: 'unlock', phase, target: { kind: 'keychain', path: loginPath }, startedAt: '2026-11-20T10:00:00Z' },
  ],
});

describe('icon and popover as two projections of one state', () => {
  let state: MonitorState;
  let showTitle: boolean;
  let listeners: (() => void)[];
  let announcements: Pick<AppState['announcements'][number], 'isNew'>[];
  const tray = { show: vi.fn() };
  const popover = { takeFocusBack: vi.fn(), warm: vi.fn() };
  const announce = vi.fn();
  const publish = (next: MonitorState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  beforeEach(() => {
    for (const double of [tray.show, popover.takeFocusBack, popover.warm, announce]) double.mockClear();
    state = { ...idle, snapshot: null };
    showTitle = false;
    announcements = [];
    listeners = [];
    const subscribe = (listener: (next: MonitorState) => void) => {
      listeners.push(() => listener(state));
      return () => undefined;
    };
    present({
      monitor: { state: () => state, subscribe },
      preferences: {
        current: () => ({ ...defaultPreferences, showTitle }),
        subscribe,
      },
      loginItem: { subscribe },
      notifications: { subscribe },
      chosen: { newVersions: { subscribe } },
      appState: () => ({ ...state, announcements }) as unknown as AppState,
      ...{ tray, popover, announce },
    });
  });

  it('shows an icon before the first look is done', () => {
    expect(tray.show).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ icon: 'unknown' }));
  });

  it('gives both every new state', () => {
    publish(idle);
    expect(tray.show).toHaveBeenLastCalledWith(expect.objectContaining({ icon: 'unlocked', title: '' }));
    expect(announce).toHaveBeenLastCalledWith('state.changed', { ...state, announcements });
    showTitle = true;
    publish(idle);
    expect(tray.show).toHaveBeenLastCalledWith(expect.objectContaining({ title: 'Unlocked' }));
  });

  it('has the popover made unseen once, when the first look is complete and its icon is shown', () => {
    const half = { ...idle, snapshot: buildSnapshot(readings({ awaited: ['credentials'] }), null, 0) };
    publish(half);
    expect(popover.warm).not.toHaveBeenCalled();
    popover.warm.mockImplementationOnce(() =>
      expect(tray.show).toHaveBeenLastCalledWith(expect.objectContaining({ icon: 'unlocked' })),
    );
    publish(idle);
    publish(unlocking('running'));
    expect(popover.warm).toHaveBeenCalledOnce();
  });

  it('counts the announcements that nobody has seen yet beside the icon', () => {
    announcements = [{ isNew: true }, { isNew: false }, { isNew: true }];
    publish(idle);
    expect(tray.show.mock.lastCall?.[0].tooltip).toMatch(/ · 2 new announcements$/);
    announcements = [{ isNew: false }];
    publish(idle);
    expect(tray.show.mock.lastCall?.[0].tooltip).not.toContain('announcement');
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
  const word = { ...idle } as unknown as AppState;

  it('go to each page that is on the screen, and to nobody else', () => {
    const pageOf = (isDestroyed: () => boolean) => ({ send: vi.fn(), isDestroyed });
    let isDestroyed = false;
    const [popoverPage, settingsPage] = [pageOf(() => isDestroyed), pageOf(() => false)];
    let isVisible = true;
    const announce = createAnnouncer(
      () => (isVisible ? popoverPage : null),
      () => settingsPage,
    );
    announce('state.changed', word);
    expect(popoverPage.send).toHaveBeenCalledExactlyOnceWith('state.changed', word);
    expect(settingsPage.send).toHaveBeenCalledExactlyOnceWith('state.changed', word);
    isVisible = false;
    announce('state.changed', word);
    isVisible = true;
    isDestroyed = true;
    announce('state.changed', word);
    expect(popoverPage.send).toHaveBeenCalledOnce();
    expect(settingsPage.send).toHaveBeenCalledTimes(3);
  });
});
