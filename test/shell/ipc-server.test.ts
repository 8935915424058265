import type { WebFrameMain } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '../../electron/contract/contract';
import { requestVerbs, serveContract } from '../../electron/shell/ipc-server';
import { createHandlerDoubles, createIpcDouble, eventFrom, popoverId } from './ipc-double';

const path = '/Users/alice/Library/Keychains/login.keychain-db';

const goodPayloads: Partial<Record<string, unknown>> = {
  unlock: { keychainPath: path },
  lock: { keychainPath: path },
  setAutoLock: { keychainPath: path, lockOnSleep: true, idleTimeoutSeconds: 300 },
  readExpiry: { tool: 'claude-code' },
  copyCommand: { command: 'unlock-over-ssh' },
  setEndDate: { tool: 'gh', account: 'alice@github.com', endsOn: '2027-02-28' },
  openUnlockPrompt: { sessionId: 'tmux-server:/private/tmp/tmux-501/default' },
  setDesktopTmuxAtLogin: { enabled: true },
  setShellHelper: { shell: 'zsh', installed: true },
  setPreferences: { showTitle: true },
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
  ['setPreferences', { notifications: 'yes' }],
  ['setPreferences', { showTitle: true, isAdmin: true }],
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
  let contentsId: number | null;
  const log = vi.fn();

  beforeEach(() => {
    ipc = createIpcDouble();
    handlers = createHandlerDoubles(requestVerbs);
    contentsId = popoverId;
    log.mockReset();
    serveContract({ ipcMain: ipc.ipcMain, popoverContentsId: () => contentsId, handlers, log });
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

  const strangers: readonly (readonly [string, Parameters<typeof eventFrom>[0], number | null])[] = [
    ['a sub-frame of the popover', { frame: { parent: {} as WebFrameMain } }, popoverId],
    ['another origin', { frame: { origin: 'https://example.com' } }, popoverId],
    ['an origin that begins alike', { frame: { origin: 'app://latchkey.example' } }, popoverId],
    ['an opaque origin', { frame: { origin: 'null' } }, popoverId],
    ['a frame that has gone', { frame: null }, popoverId],
    ['another window', { contentsId: 8 }, popoverId],
    ['the popover after it was destroyed', {}, null],
  ];
  it.each(strangers)('refuses every verb from %s', async (_who, change, living) => {
    contentsId = living;
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
