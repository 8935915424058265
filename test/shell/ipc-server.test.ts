import type { WebFrameMain } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '../../electron/contract/contract';
import { requestVerbs, serveContract } from '../../electron/shell/ipc-server';
import { createHandlerDoubles, createIpcDouble, eventFrom, popoverId } from './ipc-double';

const path = '/Users/alice/Library/Keychains/login.keychain-db';

const settingsId = 8;

const goodPayloads: Partial<Record<string, unknown>> = {
  unlock: { keychainPath: path },
  lock: { keychainPath: path },
  setAutoLock: { keychainPath: path, lockOnSleep: true, idleTimeoutSeconds: 300 },
  undoAutoLock: { keychainPath: path },
  readExpiry: { tool: 'claude-code' },
  copyCommand: { command: 'unlock-over-ssh' },
  setEndDate: { tool: 'gh', account: 'alice@github.com', endsOn: '2027-02-28' },
  openUnlockPrompt: { sessionId: 'tmux-server:/private/tmp/tmux-501/default' },
  setDesktopTmuxAtLogin: { enabled: true },
  setShellHelper: { shell: 'zsh', installed: true },
  diagnose: { tool: 'gh', symptom: 'login-loop', message: 'X Failed to log in', network: false },
  diagnoseAgain: { cause: 'desktop-locked', cure: 'unlock-desktop' },
  copyCureCommand: { cause: 'ssh-login-locked', cure: 'unlock-in-ssh-login' },
  openSettingsPane: { cause: 'clock-wrong', cure: 'set-clock' },
  setPreferences: { showTitle: true },
  startHold: { end: { kind: 'back', afterMinutesAway: 10 }, keepAwake: true, relock: 'always', keychainPaths: [path] },
  endHold: { relock: false },
  resolveHoldConflict: { keychainPath: path, decision: 'leave' },
  getHistory: { dayStartsAt: '2026-09-09T22:00:00.000Z' },
  openSystemSettings: { pane: 'notifications' },
  setLaunchAtLogin: { enabled: true },
  resizePopover: { heightPixels: 400 },
};

/** Refused by every verb. */
const neverGood: readonly unknown[] = [
  null,
  0,
  '',
  path,
  true,
  [],
  [path],
  { keychainPath: 7 },
  { __proto__: null, x: 1 },
];

const badPayloads: readonly (readonly [string, unknown])[] = [
  ['unlock', { keychainPath: 'login.keychain-db' }],
  ['unlock', { keychainPath: `/${'x'.repeat(2000)}` }],
  ['unlock', { keychainPath: path, password: 'no password passes through the app' }],
  ['lock', {}],
  ['setAutoLock', { keychainPath: path, lockOnSleep: true }],
  ['setAutoLock', { keychainPath: path, idleTimeoutSeconds: 300 }],
  ['setAutoLock', { keychainPath: path, lockOnSleep: 1, idleTimeoutSeconds: 300 }],
  ['setAutoLock', { keychainPath: path, lockOnSleep: true, idleTimeoutSeconds: 59 }],
  ['setAutoLock', { keychainPath: path, lockOnSleep: true, idleTimeoutSeconds: 2_147_483_647 }],
  ['setAutoLock', { keychainPath: path, lockOnSleep: true, idleTimeoutSeconds: Number.NaN }],
  ['readExpiry', { tool: 'gh' }],
  ['copyCommand', { command: 'rm -rf /' }],
  ['copyCommand', { command: 'unlock-over-ssh', text: 'rm -rf /' }],
  ['copyCommand', { command: 'restart-claude-code' }],
  ['copyCommand', { command: 'restart-claude-code', pid: '101' }],
  ['copyCommand', { command: 'make-setup-token', pid: 101 }],
  ['setEndDate', { tool: 'gh' }],
  ['setEndDate', { tool: 'gh', endsOn: '2027-02-29' }],
  ['setEndDate', { tool: 'gh', endsOn: '28.02.2027' }],
  ['setEndDate', { tool: 'gh', endsOn: '2027-02-28', token: 'no token passes through the app' }],
  ['setEndDate', { tool: '', endsOn: null }],
  ['setEndDate', { tool: 'gh', account: 'x'.repeat(513), endsOn: null }],
  ['openUnlockPrompt', { sessionId: '' }],
  ['openUnlockPrompt', { sessionId: 'x'.repeat(513) }],
  ['openUnlockPrompt', { sessionId: 'tmux-server:/x', command: 'rm -rf /' }],
  ['setDesktopTmuxAtLogin', { enabled: true, path: '/x' }],
  ['setPreferences', { showTitle: 'yes' }],
  ['diagnose', { tool: '' }],
  ['diagnose', { tool: 'x'.repeat(65) }],
  ['diagnose', { symptom: 'boredom' }],
  ['diagnose', { message: '' }],
  ['diagnose', { message: 'x'.repeat(65_537) }],
  ['diagnose', { network: 'yes' }],
  ['diagnose', { hosts: ['example.com'] }],
  ['diagnoseAgain', { cause: 'desktop-locked' }],
  ['copyCureCommand', { command: 'rm -rf /' }],
  ['copyCureCommand', { cause: 'desktop-locked', cure: 'rm -rf /' }],
  ['copyCureCommand', { cause: 'bad luck', cure: 'unlock-desktop' }],
  ['openSettingsPane', { cause: 'clock-wrong', cure: 'set-clock', url: 'file:///Applications' }],
  ['setPreferences', { notifications: 'yes' }],
  ['setPreferences', { networkChecks: 'yes' }],
  ['setPreferences', { showTitle: true, isAdmin: true }],
  ['setPreferences', { historyDays: -1 }],
  ['setPreferences', { historyDays: 1.5 }],
  ['setPreferences', { beat: 'frantic' }],
  ['setPreferences', { shortcut: 'L' }],
  ['setPreferences', { shortcut: '' }],
  ['setPreferences', { mutedNotifications: ['x'] }],
  ['setPreferences', { mutedNotifications: Array.from({ length: 9 }, () => 'login-ends') }],
  ['openSystemSettings', { pane: 'x-apple.systempreferences:anything' }],
  ['openSystemSettings', { pane: 'notifications', address: 'https://example.com' }],
  ['setPreferences', { onQuitDuringHold: 'ask' }],
  ['startHold', { end: { kind: 'at', at: 'tonight' }, keepAwake: false, relock: 'always' }],
  ['startHold', { end: { kind: 'open', at: 1 }, keepAwake: false, relock: 'always' }],
  ['startHold', { end: { kind: 'open' }, keepAwake: false, relock: 'never' }],
  ['startHold', { end: { kind: 'open' }, keepAwake: false, relock: 'always', keychainPaths: ['login'] }],
  ['endHold', { relock: 1 }],
  ['resolveHoldConflict', { keychainPath: path, decision: 'both' }],
  ['getHistory', {}],
  ['getHistory', { dayStartsAt: 'yesterday' }],
  ['getHistory', { dayStartsAt: 1_789_021_800_250 }],
  ['getHistory', { dayStartsAt: '2026-09-09T22:00:00.000Z', path: '/etc' }],
  ['setPreferences', { expiryThresholds: { login: [60] } }],
  ['setPreferences', { expiryThresholds: { login: [60, 120], session: [], certificate: [] } }],
  ['setPreferences', { expiryThresholds: { login: [0.5], session: [], certificate: [] } }],
  ['setPreferences', { expiryThresholds: { login: '60', session: [], certificate: [] } }],
  ['setLaunchAtLogin', { enabled: 'true' }],
  ['resizePopover', { heightPixels: 100_000 }],
  ['resizePopover', { heightPixels: 99.5 }],
];

describe('the IPC server', () => {
  let ipc: ReturnType<typeof createIpcDouble>;
  let handlers: ReturnType<typeof createHandlerDoubles>;
  let contentsIds: readonly number[];
  const log = vi.fn();

  beforeEach(() => {
    ipc = createIpcDouble();
    handlers = createHandlerDoubles(requestVerbs);
    contentsIds = [popoverId, settingsId];
    log.mockReset();
    serveContract({ ipcMain: ipc.ipcMain, ownContentsIds: () => contentsIds, handlers, log });
  });

  it('listens to exactly the requests of the contract', () => {
    const requests = Object.entries(contract).filter(([, { direction }]) => direction === 'renderer-to-main');
    expect(ipc.channels().sort()).toEqual(requests.map(([verb]) => verb).sort());
  });

  it.each(requestVerbs)('hands a good "%s" to its handler and gives back what that says', async (verb) => {
    handlers[verb].mockReturnValue('the answer' as never);
    await expect(ipc.say(verb, eventFrom({}), goodPayloads[verb])).resolves.toBe('the answer');
    expect(handlers[verb]).toHaveBeenCalledExactlyOnceWith(goodPayloads[verb]);
  });

  it('hears the settings window as it hears the popover', async () => {
    await ipc.say('refresh', eventFrom({ contentsId: settingsId }));
    expect(handlers.refresh).toHaveBeenCalledOnce();
  });

  const strangers: readonly (readonly [string, Parameters<typeof eventFrom>[0], readonly number[]])[] = [
    ['a sub-frame of the popover', { frame: { parent: {} as WebFrameMain } }, [popoverId]],
    ['another origin', { frame: { origin: 'https://example.com' } }, [popoverId]],
    ['an origin that begins alike', { frame: { origin: 'app://latchkey.example' } }, [popoverId]],
    ['an opaque origin', { frame: { origin: 'null' } }, [popoverId]],
    ['a frame that has gone', { frame: null }, [popoverId]],
    ['another window', { contentsId: 9 }, [popoverId, settingsId]],
    ['the popover after it was destroyed', {}, [settingsId]],
    ['the settings window after it was closed', { contentsId: settingsId }, [popoverId]],
    ['a window of ours while none lives', {}, []],
  ];
  it.each(strangers)('refuses every verb from %s', async (_who, change, living) => {
    contentsIds = living;
    for (const verb of requestVerbs) {
      await expect(ipc.say(verb, eventFrom(change), goodPayloads[verb])).rejects.toThrow('Latchkey did not do this.');
      expect(handlers[verb]).not.toHaveBeenCalled();
    }
  });

  it.each(requestVerbs)('refuses "%s" with a payload of a wrong kind', async (verb) => {
    for (const payload of neverGood) await expect(ipc.say(verb, eventFrom({}), payload)).rejects.toThrow();
    await expect(ipc.say(verb, eventFrom({}), goodPayloads[verb], 'one more')).rejects.toThrow();
    expect(handlers[verb]).not.toHaveBeenCalled();
  });

  it.each(badPayloads)('refuses "%s" with %j', async (verb, payload) => {
    await expect(ipc.say(verb, eventFrom({}), payload)).rejects.toThrow('Latchkey did not do this.');
    expect(handlers[verb as keyof typeof handlers]).not.toHaveBeenCalled();
  });

  it('tells the page nothing about a handler that failed, and the log no value', async () => {
    handlers.lock.mockRejectedValue(new TypeError(`cannot lock ${path}`));
    await expect(ipc.say('lock', eventFrom({}), { keychainPath: path })).rejects.toThrow(
      /^Latchkey did not do this\.$/,
    );
    expect(log).toHaveBeenCalledExactlyOnceWith('refused "lock": its handler failed: TypeError');
  });

  it('logs a refusal without the payload', async () => {
    await expect(ipc.say('unlock', eventFrom({}), { keychainPath: path, password: 'hunter2' })).rejects.toThrow();
    expect(log.mock.calls.flat().join()).not.toMatch(/hunter2|alice/);
  });
});
