import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../electron/contract/app-state';
import { buildSnapshot } from '../../electron/core/build-snapshot';
import type { DesktopTmux } from '../../electron/core/desktop-tmux';
import { defaultExpiryThresholds } from '../../electron/core/expiry-thresholds';
import type { HistoryDay } from '../../electron/core/history-day';
import { nothingYet } from '../../electron/core/monitor-state';
import { failure, type Outcome, success } from '../../electron/core/outcome';
import type { Monitor } from '../../electron/monitor/monitor';
import { copyTextTo } from '../../electron/shell/clipboard';
import type { VerbHandlers } from '../../electron/shell/ipc-server';
import { defaultPreferences } from '../../electron/shell/preferences-file';
import { verbHandlers } from '../../electron/shell/verb-handlers';
import { credential, loginPath, readings } from '../core/sample-facts';

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
    },
    history: {
      day: vi.fn(() => Promise.resolve(aDay)),
      erase: vi.fn((): Promise<Outcome<number>> => Promise.resolve(success(3))),
    },
    loginItem: { set: vi.fn() },
    popover: { hide: vi.fn(), resize: vi.fn() },
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
        ...{ startHold: done(), endHold: done(), resolveHoldConflict: done(), leaveHoldOn: done(), readHold: vi.fn() },
        ...{ setShellHelper: done(), readShellHelpers: vi.fn(() => Promise.resolve()) },
      },
    };
    handlers = verbHandlers({ ...ports, monitor: monitor as Monitor, appState });
  });

  it('passes the keychain and both auto-lock settings on, and gives nothing of the outcome back', async () => {
    await expect(handlers.unlock({ keychainPath: loginPath })).resolves.toBeUndefined();
    expect(monitor.actions.unlock).toHaveBeenCalledExactlyOnceWith(loginPath);
    await handlers.setAutoLock({ keychainPath: loginPath, lockOnSleep: true, idleTimeoutSeconds: null });
    expect(monitor.actions.setAutoLock).toHaveBeenCalledExactlyOnceWith(loginPath, {
      lockOnSleep: true,
      idleTimeoutSeconds: null,
    });
  });

  it('passes the shell and what is wished for it on', async () => {
    await handlers.setShellHelper({ shell: 'zsh', installed: true });
    expect(monitor.actions.setShellHelper).toHaveBeenCalledExactlyOnceWith('zsh', true);
  });

  it('refuses a path that is no keychain of the snapshot', () => {
    const stranger = { keychainPath: '/Users/alice/Documents/diary.txt' };
    expect(() => handlers.unlock(stranger)).toThrow(RangeError);
    expect(() => handlers.lock(stranger)).toThrow(RangeError);
    expect(() => handlers.setAutoLock({ ...stranger, lockOnSleep: true, idleTimeoutSeconds: 60 })).toThrow(RangeError);
    expect(monitor.actions.unlock).not.toHaveBeenCalled();
  });

  it('copies the command for the login keychain; the page only says which command', async () => {
    await handlers.copyCommand({ command: 'unlock-over-ssh' });
    expect(ports.copyText).toHaveBeenCalledExactlyOnceWith(`security unlock-keychain ${loginPath}`);
  });

  it('copies the line that attaches to the tmux server of the desktop, where there is one', async () => {
    await handlers.copyCommand({ command: 'attach-desktop-tmux' });
    expect(ports.copyText).toHaveBeenCalledExactlyOnceWith(attachCommand);
    shown = { ...desktopTmux, attachCommand: null };
    expect(() => handlers.copyCommand({ command: 'attach-desktop-tmux' })).toThrow(RangeError);
    shown = null;
    expect(() => handlers.copyCommand({ command: 'attach-desktop-tmux' })).toThrow(RangeError);
  });

  it('keeps the end date of a token that the page was shown, and of nothing else', async () => {
    await handlers.setEndDate({ tool: 'gh', account: 'alice', endsOn: '2027-02-28' });
    expect(monitor.actions.setEndDate).toHaveBeenCalledExactlyOnceWith({ tool: 'gh', account: 'alice' }, '2027-02-28');
    await handlers.setEndDate({ tool: 'gh', account: 'alice', endsOn: null });
    expect(monitor.actions.setEndDate).toHaveBeenLastCalledWith({ tool: 'gh', account: 'alice' }, null);
    const strangers = [{ tool: 'gh', account: 'eve' }, { tool: 'gh' }, { tool: 'claude-code' }, { tool: 'npm' }];
    for (const stranger of strangers) {
      expect(() => handlers.setEndDate({ ...stranger, endsOn: '2027-02-28' })).toThrow(RangeError);
    }
    expect(monitor.actions.setEndDate).toHaveBeenCalledTimes(2);
  });

  it('acts for remote sessions, and gives nothing of the outcome back', async () => {
    await expect(handlers.testFreshLogin(undefined)).resolves.toBeUndefined();
    await expect(handlers.openUnlockPrompt({ sessionId: 'tmux-server:/x' })).resolves.toBeUndefined();
    await expect(handlers.startDesktopTmux(undefined)).resolves.toBeUndefined();
    await expect(handlers.setDesktopTmuxAtLogin({ enabled: true })).resolves.toBeUndefined();
    expect(monitor.actions.testFreshLogin).toHaveBeenCalledOnce();
    expect(monitor.actions.openUnlockPrompt).toHaveBeenCalledExactlyOnceWith('tmux-server:/x');
    expect(monitor.actions.startDesktopTmux).toHaveBeenCalledOnce();
    expect(monitor.actions.setDesktopTmuxAtLogin).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('reaches the shell for what is the shell’s', () => {
    handlers.setPreferences({ showTitle: true });
    expect(ports.settings.preferences.change).toHaveBeenCalledExactlyOnceWith({ showTitle: true });
    handlers.setPreferences({ notifications: false });
    expect(ports.settings.preferences.change).toHaveBeenLastCalledWith({ notifications: false });
    handlers.setPreferences({ historyDays: 0 });
    expect(ports.settings.preferences.change).toHaveBeenLastCalledWith({ historyDays: 0 });
    const expiryThresholds = { login: [60], session: [], certificate: [] };
    handlers.setPreferences({ expiryThresholds });
    expect(ports.settings.preferences.change).toHaveBeenLastCalledWith({ expiryThresholds });
    handlers.setPreferences({ networkChecks: true });
    expect(ports.settings.preferences.change).toHaveBeenLastCalledWith({ networkChecks: true });
    handlers.setPreferences({});
    expect(ports.settings.preferences.change).toHaveBeenLastCalledWith({});
    handlers.setLaunchAtLogin({ enabled: true });
    expect(ports.loginItem.set).toHaveBeenCalledExactlyOnceWith(true);
    handlers.resizePopover({ heightPixels: 321 });
    expect(ports.popover.resize).toHaveBeenCalledExactlyOnceWith(321);
    expect(handlers.getState(undefined)).toEqual({ appVersion: '1.2.3' });
  });

  it('puts the choices back to how they came, but keeps the history and its length', () => {
    handlers.resetSettings(undefined);
    expect(ports.settings.preferences.change).toHaveBeenCalledExactlyOnceWith({
      ...{ showTitle: false, notifications: true, onQuitDuringHold: 'put-back' },
      ...{ mutedNotifications: [], beat: 'normal', shortcut: null },
      ...{ expiryThresholds: defaultExpiryThresholds, networkChecks: false },
    });
    expect(ports.history.erase).not.toHaveBeenCalled();
    expect(ports.loginItem.set).not.toHaveBeenCalled();
  });

  it('shows and saves a diagnostic, and opens a pane of System Settings, with what came of it', async () => {
    expect(handlers.previewDiagnostic(undefined)).toBe('the text');
    await expect(handlers.saveDiagnostic(undefined)).resolves.toEqual({ kind: 'saved' });
    await expect(handlers.openSystemSettings({ pane: 'focus' })).resolves.toEqual({ ok: true });
    expect(ports.settings.openPane).toHaveBeenCalledExactlyOnceWith('focus');
  });

  it('keeps unlocked, ends that and takes the user’s word, and gives the outcome back: the command line shows no state', async () => {
    const request = { end: { kind: 'back', afterMinutesAway: 10 }, keepAwake: false, relock: 'as-before' } as const;
    await expect(handlers.startHold({ ...request, keychainPaths: undefined })).resolves.toEqual(success(undefined));
    expect(monitor.actions.startHold).toHaveBeenCalledExactlyOnceWith(request);
    await handlers.startHold({ ...request, keychainPaths: [loginPath] });
    expect(monitor.actions.startHold).toHaveBeenLastCalledWith({ ...request, keychainPaths: [loginPath] });
    vi.mocked(monitor.actions.endHold).mockResolvedValue(failure('waits-for-unlock', 'It is locked.'));
    await expect(handlers.endHold({ relock: true })).resolves.toEqual(failure('waits-for-unlock', 'It is locked.'));
    expect(monitor.actions.endHold).toHaveBeenCalledExactlyOnceWith({ relock: true });
    await handlers.resolveHoldConflict({ keychainPath: loginPath, decision: 'leave' });
    expect(monitor.actions.resolveHoldConflict).toHaveBeenCalledExactlyOnceWith(loginPath, 'leave');
  });

  it('asks the history for the day of a moment, in the time zone of this computer', async () => {
    vi.stubEnv('TZ', 'Pacific/Auckland');
    await expect(handlers.getHistory({ dayStartsAt: '2026-09-09T12:00:00.000Z' })).resolves.toBe(aDay);
    expect(ports.history.day).toHaveBeenCalledExactlyOnceWith(Date.UTC(2026, 8, 9, 12), 'Pacific/Auckland');
  });

  it('erases the history, and says what stands in the way', async () => {
    await expect(handlers.eraseHistory(undefined)).resolves.toEqual({ problem: null });
    ports.history.erase.mockResolvedValue(failure('not-removed', 'A folder is in the way.'));
    await expect(handlers.eraseHistory(undefined)).resolves.toEqual({ problem: 'A folder is in the way.' });
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
