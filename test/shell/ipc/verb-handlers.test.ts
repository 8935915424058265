import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../../electron/contract/app-state';
import { defaultExpiryThresholds } from '../../../electron/core/credentials/expiry-thresholds';
import type { HistoryDay } from '../../../electron/core/history/history-day';
import { failure, type Outcome, success } from '../../../electron/core/outcome';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import type { DesktopTmux } from '../../../electron/core/sessions/desktop-tmux';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { nothingYet } from '../../../electron/core/state/monitor-state';
import type { Monitor } from '../../../electron/monitor/monitor';
import { copyTextTo } from '../../../electron/shell/ipc/command-to-copy';
import type { VerbHandlers } from '../../../electron/shell/ipc/verb-call';
import { verbHandlers } from '../../../electron/shell/ipc/verb-handlers';
import { credential, loginPath, readings } from '../../core/sample-facts';

const attachCommand = 'ssh -t mac.local /opt/homebrew/bin/tmux -L latchkey attach -t latchkey';
const desktopTmux: DesktopTmux = {
  state: 'running',
  reason: 'So it is.',
  attachCommand,
  launchAgent: { installed: false, path: '/Users/alice/Library/LaunchAgents/x.plist', plist: null },
};
const aDay = { recording: 'on' } as HistoryDay;
const done = () => vi.fn(() => Promise.resolve(success(undefined)));

describe('what a verb does', () => {
  let monitor: Pick<Monitor, 'actions' | 'hint' | 'state'>;
  let handlers: VerbHandlers;
  let shown: DesktopTmux | null;
  const ports = {
    settings: {
      preferences: { change: vi.fn(), current: () => defaultPreferences },
      diagnostic: { preview: vi.fn(() => 'the text'), save: vi.fn(() => Promise.resolve({ kind: 'saved' as const })) },
      openPane: vi.fn(() => Promise.resolve(success(undefined))),
      openCurePane: vi.fn(() => Promise.resolve()),
      openReleases: vi.fn(() => Promise.resolve()),
      uninstaller: {
        uninstall: vi.fn(() => Promise.resolve({ parts: [], isStopped: false })),
        eraseIfAsked: vi.fn(),
      },
    },
    history: {
      day: vi.fn(() => Promise.resolve(aDay)),
      erase: vi.fn((): Promise<Outcome<number>> => Promise.resolve(success(3))),
    },
    loginItem: { set: vi.fn() },
    popover: { hide: vi.fn(), resize: vi.fn() },
    menus: {
      keepUnlocked: vi.fn(() => Promise.resolve(null)),
      autoLock: vi.fn(() => Promise.resolve('choose-time' as const)),
    },
    settingsWindow: { resize: vi.fn() },
    copyText: vi.fn(() => Promise.resolve()),
    openSettings: vi.fn(),
    quit: vi.fn(),
  };
  const appState = (): AppState => ({ appVersion: '1.2.3' }) as AppState;

  beforeEach(() => {
    vi.clearAllMocks();
    shown = desktopTmux;
    const credentials = [credential({ tool: 'gh', account: 'alice', mayEnterEndDate: true }), credential()];
    const snapshot = buildSnapshot(readings({ credentials }), null, 0);
    monitor = {
      state: () => ({ ...nothingYet, snapshot, desktopTmux: shown }),
      hint: vi.fn(),
      actions: {
        ...{ unlock: done(), lock: done(), lockAll: done(), setAutoLock: done(), undoAutoLock: done() },
        readUndos: vi.fn(() => Promise.resolve()),
        ...{ readExpiry: done(), setEndDate: done(), cancelUnlock: vi.fn() },
        checkAppAccess: done(),
        ...{ testFreshLogin: done(), openUnlockPrompt: done(), startDesktopTmux: done() },
        ...{ setDesktopTmuxAtLogin: done(), readDesktopTmux: vi.fn(() => Promise.resolve()) },
        ...{
          startHold: done(),
          startHoldOfUnlocked: done(),
          endHold: done(),
          resolveHoldConflict: done(),
          leaveHoldOn: done(),
          readHold: vi.fn(),
        },
        ...{ setShellHelper: done(), readShellHelpers: vi.fn(() => Promise.resolve()) },
        ...{ installCommand: done(), readCommandLink: vi.fn(() => Promise.resolve()) },
      },
    };
    handlers = verbHandlers({ ...ports, monitor: monitor as Monitor, appState });
  });

  it('passes the keychain and both auto-lock settings on, and gives nothing of the outcome back', async () => {
    await expect(handlers['keychain.unlock']({ keychainPath: loginPath })).resolves.toBeUndefined();
    expect(monitor.actions.unlock).toHaveBeenCalledExactlyOnceWith(loginPath);
    await handlers['autoLock.set']({ keychainPath: loginPath, lockOnSleep: true, idleTimeoutSeconds: null });
    expect(monitor.actions.setAutoLock).toHaveBeenCalledExactlyOnceWith(loginPath, {
      lockOnSleep: true,
      idleTimeoutSeconds: null,
    });
  });

  it('passes the shell and what is wished for it on', async () => {
    await handlers['sessions.setShellHelper']({ shell: 'zsh', installed: true });
    expect(monitor.actions.setShellHelper).toHaveBeenCalledExactlyOnceWith('zsh', true);
  });

  it('opens a menu for a keychain where the page says, and answers with what that comes to', async () => {
    const place = { keychainPath: loginPath, xPixels: 10, yPixels: 20 };
    await expect(handlers['menus.keepUnlocked'](place)).resolves.toBeNull();
    await expect(handlers['menus.autoLock'](place)).resolves.toBe('choose-time');
    expect(ports.menus.keepUnlocked).toHaveBeenCalledExactlyOnceWith(place);
    expect(ports.menus.autoLock).toHaveBeenCalledExactlyOnceWith(place);
  });

  it('refuses a path that is no keychain of the snapshot', () => {
    const stranger = { keychainPath: '/Users/alice/Documents/diary.txt' };
    expect(() => handlers['keychain.unlock'](stranger)).toThrow(RangeError);
    expect(() => handlers['keychain.lock'](stranger)).toThrow(RangeError);
    expect(() => handlers['menus.autoLock']({ ...stranger, xPixels: 0, yPixels: 0 })).toThrow(RangeError);
    expect(() => handlers['menus.keepUnlocked']({ ...stranger, xPixels: 0, yPixels: 0 })).toThrow(RangeError);
    expect(() => handlers['autoLock.set']({ ...stranger, lockOnSleep: true, idleTimeoutSeconds: 60 })).toThrow(
      RangeError,
    );
    expect(monitor.actions.unlock).not.toHaveBeenCalled();
  });

  it('copies the line that attaches to the tmux server of the desktop, where there is one', async () => {
    await handlers['commands.copy']({ command: 'attach-desktop-tmux' });
    expect(ports.copyText).toHaveBeenCalledExactlyOnceWith(attachCommand);
    shown = { ...desktopTmux, attachCommand: null };
    expect(() => handlers['commands.copy']({ command: 'attach-desktop-tmux' })).toThrow(RangeError);
    shown = null;
    expect(() => handlers['commands.copy']({ command: 'attach-desktop-tmux' })).toThrow(RangeError);
  });

  it('keeps the end date of a token that the page was shown, and of nothing else', async () => {
    await handlers['credentials.setEndDate']({ tool: 'gh', account: 'alice', endsOn: '2027-02-28' });
    expect(monitor.actions.setEndDate).toHaveBeenCalledExactlyOnceWith({ tool: 'gh', account: 'alice' }, '2027-02-28');
    await handlers['credentials.setEndDate']({ tool: 'gh', account: 'alice', endsOn: null });
    expect(monitor.actions.setEndDate).toHaveBeenLastCalledWith({ tool: 'gh', account: 'alice' }, null);
    const strangers = [{ tool: 'gh', account: 'eve' }, { tool: 'gh' }, { tool: 'claude-code' }, { tool: 'npm' }];
    for (const stranger of strangers) {
      expect(() => handlers['credentials.setEndDate']({ ...stranger, endsOn: '2027-02-28' })).toThrow(RangeError);
    }
    expect(monitor.actions.setEndDate).toHaveBeenCalledTimes(2);
  });

  it('acts for remote sessions, and gives nothing of the outcome back', async () => {
    await expect(handlers['sessions.testFreshLogin'](undefined)).resolves.toBeUndefined();
    await expect(handlers['sessions.openUnlockPrompt']({ sessionId: 'tmux-server:/x' })).resolves.toBeUndefined();
    await expect(handlers['sessions.startDesktopTmux'](undefined)).resolves.toBeUndefined();
    await expect(handlers['sessions.setDesktopTmuxAtLogin']({ enabled: true })).resolves.toBeUndefined();
    expect(monitor.actions.testFreshLogin).toHaveBeenCalledOnce();
    expect(monitor.actions.openUnlockPrompt).toHaveBeenCalledExactlyOnceWith('tmux-server:/x');
    expect(monitor.actions.startDesktopTmux).toHaveBeenCalledOnce();
    expect(monitor.actions.setDesktopTmuxAtLogin).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('reaches the shell for what is the shell’s', () => {
    handlers['preferences.set']({ showTitle: true });
    expect(ports.settings.preferences.change).toHaveBeenCalledExactlyOnceWith({ showTitle: true });
    handlers['preferences.set']({ notifications: false });
    expect(ports.settings.preferences.change).toHaveBeenLastCalledWith({ notifications: false });
    handlers['preferences.set']({ historyDays: 0 });
    expect(ports.settings.preferences.change).toHaveBeenLastCalledWith({ historyDays: 0 });
    const expiryThresholds = { login: [60], session: [], certificate: [] };
    handlers['preferences.set']({ expiryThresholds });
    expect(ports.settings.preferences.change).toHaveBeenLastCalledWith({ expiryThresholds });
    handlers['preferences.set']({ networkChecks: true });
    expect(ports.settings.preferences.change).toHaveBeenLastCalledWith({ networkChecks: true });
    handlers['preferences.set']({});
    expect(ports.settings.preferences.change).toHaveBeenLastCalledWith({});
    handlers['preferences.setLaunchAtLogin']({ enabled: true });
    expect(ports.loginItem.set).toHaveBeenCalledExactlyOnceWith(true);
    handlers['app.resizePopover']({ heightPixels: 321 });
    expect(ports.popover.resize).toHaveBeenCalledExactlyOnceWith(321);
    handlers['app.resizeSettings']({ heightPixels: 432 });
    expect(ports.settingsWindow.resize).toHaveBeenCalledExactlyOnceWith(432);
    expect(handlers['state.get'](undefined)).toEqual({ appVersion: '1.2.3' });
  });

  it('puts the choices back to how they came, but keeps the history and its length, and welcomes nobody twice', () => {
    handlers['preferences.reset'](undefined);
    expect(ports.settings.preferences.change).toHaveBeenCalledExactlyOnceWith({
      ...{ showTitle: false, notifications: true, onQuitDuringHold: 'put-back' },
      ...{ mutedNotifications: [], beat: 'normal', shortcut: null },
      ...{ expiryThresholds: defaultExpiryThresholds, networkChecks: false, newVersions: false },
      keepUnlocked: { length: { kind: 'hours', hours: 4 }, keepAwake: false, lockAtEnd: false },
      keepUnlockedShortcut: null,
    });
    expect(ports.history.erase).not.toHaveBeenCalled();
    expect(ports.loginItem.set).not.toHaveBeenCalled();
  });

  it('shows and saves a diagnostic, and opens a pane of System Settings, with what came of it', async () => {
    expect(handlers['diagnostic.preview'](undefined)).toBe('the text');
    await expect(handlers['diagnostic.save'](undefined)).resolves.toEqual({ kind: 'saved' });
    await expect(handlers['app.openSystemSettings']({ pane: 'focus' })).resolves.toEqual({ ok: true });
    await handlers['app.openReleases'](undefined);
    expect(ports.settings.openReleases).toHaveBeenCalledOnce();
    await expect(handlers['app.uninstall']({ supportFolder: true })).resolves.toEqual([
      'Nothing of Latchkey was found to take out.',
    ]);
    expect(ports.settings.uninstaller.uninstall).toHaveBeenCalledExactlyOnceWith({ supportFolder: true });
    expect(ports.settings.openPane).toHaveBeenCalledExactlyOnceWith('focus');
  });

  it('keeps unlocked, ends that and takes the user’s word, and gives the outcome back: the command line shows no state', async () => {
    const request = { end: { kind: 'back', afterMinutesAway: 10 }, keepAwake: false, relock: 'as-before' } as const;
    await expect(handlers['hold.start'](request)).resolves.toEqual(success(undefined));
    expect(monitor.actions.startHold).toHaveBeenCalledExactlyOnceWith(request);
    await handlers['hold.start']({ ...request, keychainPaths: [loginPath] });
    expect(monitor.actions.startHold).toHaveBeenLastCalledWith({ ...request, keychainPaths: [loginPath] });
    vi.mocked(monitor.actions.endHold).mockResolvedValue(failure('waits-for-unlock', 'It is locked.'));
    await expect(handlers['hold.end']({ relock: true })).resolves.toEqual(failure('waits-for-unlock', 'It is locked.'));
    expect(monitor.actions.endHold).toHaveBeenCalledExactlyOnceWith({ relock: true });
    await handlers['hold.resolveConflict']({ keychainPath: loginPath, decision: 'leave' });
    expect(monitor.actions.resolveHoldConflict).toHaveBeenCalledExactlyOnceWith(loginPath, 'leave');
  });

  it('asks the history for the day of a moment, in the time zone of this computer', async () => {
    vi.stubEnv('TZ', 'Pacific/Auckland');
    await expect(handlers['history.getDay']({ dayStartsAt: '2026-09-09T12:00:00.000Z' })).resolves.toBe(aDay);
    expect(ports.history.day).toHaveBeenCalledExactlyOnceWith(Date.UTC(2026, 8, 9, 12), 'Pacific/Auckland');
  });

  it('erases the history, and says what stands in the way', async () => {
    await expect(handlers['history.erase'](undefined)).resolves.toEqual({ problem: null });
    ports.history.erase.mockResolvedValue(failure('not-removed', 'A folder is in the way.'));
    await expect(handlers['history.erase'](undefined)).resolves.toEqual({ problem: 'A folder is in the way.' });
  });

  it.each([
    ['a clipboard that answers at once', () => undefined],
    ['a clipboard that promises', () => Promise.resolve()],
  ])('copies through %s', async (_which, write) => {
    const writeText = vi.fn(write);
    await copyTextTo({ writeText })('a command');
    expect(writeText).toHaveBeenCalledExactlyOnceWith('a command');
  });

  it('says so when the clipboard refuses', async () => {
    const copy = copyTextTo({ writeText: () => Promise.reject(new Error('no clipboard')) });
    await expect(copy('a command')).rejects.toThrow('no clipboard');
  });
});
