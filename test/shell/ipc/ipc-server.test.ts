import type { WebFrameMain } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isBusy } from '../../../electron/contract/busy';
import { contract } from '../../../electron/contract/contract';
import { requestVerbs } from '../../../electron/contract/verbs';
import { serveContract } from '../../../electron/shell/ipc/ipc-server';
import { eventually } from '../../vitest/patience';
import { createHandlerDoubles, createIpcDouble, eventFrom, popoverId } from '../ipc-double';

const path = '/Users/alice/Library/Keychains/login.keychain-db';

const settingsId = 8;

const goodPayloads: Partial<Record<string, unknown>> = {
  'keychain.unlock': { keychainPath: path },
  'keychain.lock': { keychainPath: path },
  'autoLock.set': { keychainPath: path, lockOnSleep: true, idleTimeoutSeconds: 300 },
  'autoLock.undo': { keychainPath: path },
  'credentials.readExpiry': { tool: 'claude-code' },
  'commands.copy': { command: 'help', shown: 'security unlock-keychain' },
  'credentials.setEndDate': { tool: 'gh', account: 'alice@github.com', endsOn: '2027-02-28' },
  'sessions.openUnlockPrompt': { sessionId: 'tmux-server:/private/tmp/tmux-501/default' },
  'sessions.setDesktopTmuxAtLogin': { enabled: true },
  'sessions.setShellHelper': { shell: 'zsh', installed: true },
  'diagnosis.ask': { tool: 'gh', symptom: 'login-loop', message: 'X Failed to log in', network: false },
  'diagnosis.askAgain': { cause: 'desktop-locked', cure: 'unlock-desktop' },
  'diagnosis.copyCommand': { cause: 'ssh-login-locked', cure: 'unlock-in-ssh-login' },
  'diagnosis.openPane': { cause: 'clock-wrong', cure: 'set-clock' },
  'preferences.set': { showTitle: true },
  'hold.start': {
    end: { kind: 'back', afterMinutesAway: 10 },
    keepAwake: true,
    relock: 'always',
    keychainPaths: [path],
  },
  'hold.end': { relock: false },
  'hold.resolveConflict': { keychainPath: path, decision: 'leave' },
  'menus.keepUnlocked': { keychainPath: path, xPixels: 320, yPixels: 140 },
  'menus.autoLock': { keychainPath: path, xPixels: 0, yPixels: 2000 },
  'history.getDay': { dayStartsAt: '2026-09-09T22:00:00.000Z' },
  'app.openSystemSettings': { pane: 'notifications' },
  'app.uninstall': { supportFolder: true },
  'preferences.setLaunchAtLogin': { enabled: true },
  'app.resizePopover': { heightPixels: 400 },
  'app.resizeSettings': { heightPixels: 400 },
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
  new Map(),
  new Date(0),
  new Uint8Array(0),
];

const badPayloads: readonly (readonly [string, unknown])[] = [
  ['hold.start', { keychainPaths: new Uint8Array(4), end: { kind: 'open' }, keepAwake: false, relock: 'always' }],
  ['keychain.unlock', { keychainPath: 'login.keychain-db' }],
  ['keychain.unlock', { keychainPath: `/${'x'.repeat(2000)}` }],
  ['keychain.unlock', { keychainPath: path, password: 'no password passes through the app' }],
  ['keychain.lock', {}],
  ['autoLock.set', { keychainPath: path, lockOnSleep: true }],
  ['autoLock.set', { keychainPath: path, idleTimeoutSeconds: 300 }],
  ['autoLock.set', { keychainPath: path, lockOnSleep: 1, idleTimeoutSeconds: 300 }],
  ['autoLock.set', { keychainPath: path, lockOnSleep: true, idleTimeoutSeconds: 59 }],
  ['autoLock.set', { keychainPath: path, lockOnSleep: true, idleTimeoutSeconds: 2_147_483_647 }],
  ['autoLock.set', { keychainPath: path, lockOnSleep: true, idleTimeoutSeconds: Number.NaN }],
  ['menus.autoLock', { keychainPath: path, xPixels: 10 }],
  ['menus.autoLock', { keychainPath: path, xPixels: -1, yPixels: 0 }],
  ['menus.keepUnlocked', { keychainPath: path, xPixels: 0, yPixels: 2001 }],
  ['menus.keepUnlocked', { keychainPath: path, xPixels: 0.5, yPixels: 0 }],
  ['credentials.readExpiry', { tool: 'gh' }],
  ['commands.copy', { command: 'rm -rf /' }],
  ['commands.copy', { command: 'help' }],
  ['commands.copy', { command: 'make-setup-token', shown: 'rm -rf /' }],
  ['commands.copy', { command: 'restart-claude-code' }],
  ['commands.copy', { command: 'restart-claude-code', pid: '101' }],
  ['commands.copy', { command: 'make-setup-token', pid: 101 }],
  ['credentials.setEndDate', { tool: 'gh' }],
  ['credentials.setEndDate', { tool: 'gh', endsOn: '2027-02-29' }],
  ['credentials.setEndDate', { tool: 'gh', endsOn: '28.02.2027' }],
  ['credentials.setEndDate', { tool: 'gh', endsOn: '2027-02-28', token: 'no token passes through the app' }],
  ['credentials.setEndDate', { tool: '', endsOn: null }],
  ['credentials.setEndDate', { tool: 'gh', account: 'x'.repeat(513), endsOn: null }],
  ['sessions.openUnlockPrompt', { sessionId: '' }],
  ['sessions.openUnlockPrompt', { sessionId: 'x'.repeat(513) }],
  ['sessions.openUnlockPrompt', { sessionId: 'tmux-server:/x', command: 'rm -rf /' }],
  ['sessions.setDesktopTmuxAtLogin', { enabled: true, path: '/x' }],
  ['preferences.set', { showTitle: 'yes' }],
  ['diagnosis.ask', { tool: '' }],
  ['diagnosis.ask', { tool: 'x'.repeat(65) }],
  ['diagnosis.ask', { symptom: 'boredom' }],
  ['diagnosis.ask', { message: '' }],
  ['diagnosis.ask', { message: 'x'.repeat(65_537) }],
  ['diagnosis.ask', { network: 'yes' }],
  ['diagnosis.ask', { hosts: ['example.com'] }],
  ['diagnosis.askAgain', { cause: 'desktop-locked' }],
  ['diagnosis.copyCommand', { command: 'rm -rf /' }],
  ['diagnosis.copyCommand', { cause: 'desktop-locked', cure: 'rm -rf /' }],
  ['diagnosis.copyCommand', { cause: 'bad luck', cure: 'unlock-desktop' }],
  ['diagnosis.openPane', { cause: 'clock-wrong', cure: 'set-clock', url: 'file:///Applications' }],
  ['preferences.set', { notifications: 'yes' }],
  ['preferences.set', { networkChecks: 'yes' }],
  ['preferences.set', { showTitle: true, isAdmin: true }],
  ['preferences.set', { historyDays: -1 }],
  ['preferences.set', { historyDays: 1.5 }],
  ['preferences.set', { beat: 'frantic' }],
  ['preferences.set', { shortcut: 'L' }],
  ['preferences.set', { shortcut: '' }],
  ['preferences.set', { mutedNotifications: ['x'] }],
  ['preferences.set', { mutedNotifications: Array.from({ length: 9 }, () => 'login-ends') }],
  ['app.openSystemSettings', { pane: 'x-apple.systempreferences:anything' }],
  ['app.openSystemSettings', { pane: 'notifications', address: 'https://example.com' }],
  ['preferences.set', { onQuitDuringHold: 'ask' }],
  ['hold.start', { end: { kind: 'at', at: 'tonight' }, keepAwake: false, relock: 'always' }],
  ['hold.start', { end: { kind: 'open', at: 1 }, keepAwake: false, relock: 'always' }],
  ['hold.start', { end: { kind: 'open' }, keepAwake: false, relock: 'never' }],
  ['hold.start', { end: { kind: 'open' }, keepAwake: false, relock: 'always', keychainPaths: ['login'] }],
  ['hold.end', { relock: 1 }],
  ['hold.resolveConflict', { keychainPath: path, decision: 'both' }],
  ['history.getDay', {}],
  ['history.getDay', { dayStartsAt: 'yesterday' }],
  ['history.getDay', { dayStartsAt: 1_789_021_800_250 }],
  ['history.getDay', { dayStartsAt: '2026-09-09T22:00:00.000Z', path: '/etc' }],
  ['preferences.set', { expiryThresholds: { login: [60] } }],
  ['preferences.set', { expiryThresholds: { login: [60, 120], session: [], certificate: [] } }],
  ['preferences.set', { expiryThresholds: { login: [0.5], session: [], certificate: [] } }],
  ['preferences.set', { expiryThresholds: { login: '60', session: [], certificate: [] } }],
  ['preferences.setLaunchAtLogin', { enabled: 'true' }],
  ['app.resizePopover', { heightPixels: 100_000 }],
  ['app.resizePopover', { heightPixels: 99.5 }],
  ['app.resizeSettings', { heightPixels: 2001 }],
  ['app.resizeSettings', { heightPixels: 400, widthPixels: 400 }],
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
    expect(ipc.channels().sort()).toEqual(Object.keys(contract).sort());
  });

  it.each(requestVerbs)('hands a good "%s" to its handler and gives back what that says', async (verb) => {
    handlers[verb].mockReturnValue('the answer' as never);
    await expect(ipc.say(verb, eventFrom({}), goodPayloads[verb])).resolves.toBe('the answer');
    expect(handlers[verb]).toHaveBeenCalledExactlyOnceWith(goodPayloads[verb]);
  });

  it('hears the settings window as it hears the popover', async () => {
    await ipc.say('state.refresh', eventFrom({ contentsId: settingsId }));
    expect(handlers['state.refresh']).toHaveBeenCalledOnce();
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

  describe('asked again before it has answered', () => {
    const pending = () => {
      const finish: ((answer: unknown) => void)[] = [];
      handlers['history.getDay'].mockImplementation(
        () => new Promise((resolve) => finish.push(resolve as (answer: unknown) => void)) as never,
      );
      return finish;
    };
    const day = (number: number) => ({ dayStartsAt: new Date(Date.UTC(2026, 8, 1 + number)).toISOString() });
    const ask = (number: number, contentsId = popoverId) =>
      ipc.say('history.getDay', eventFrom({ contentsId }), day(number)).catch(() => 'refused');

    it('does the same once, and gives all who asked its answer', async () => {
      const finish = pending();
      const answers = Array.from({ length: 20_000 }, () => ask(0));
      await eventually(() => expect(finish).toHaveLength(1));
      finish[0]?.('the day');
      expect(new Set(await Promise.all(answers))).toEqual(new Set(['the day']));
      expect(handlers['history.getDay']).toHaveBeenCalledOnce();
    });

    it('does one after the other of what differs, keeps the newest few and tells the rest, as data, that it is busy', async () => {
      const finish = pending();
      const answers = Array.from({ length: 1_000 }, (_, number) => ask(number));
      for (let done = 0; done < 5; done += 1) {
        await eventually(() => expect(finish).toHaveLength(done + 1));
        finish[done]?.(`answer ${done}`);
      }
      const said = await Promise.all(answers);
      expect(said.filter((answer) => !isBusy(answer))).toHaveLength(5);
      expect(said).not.toContain('refused');
      expect(said.find(isBusy)).toEqual({ ok: false, code: 'busy', reason: expect.stringContaining('again') });
      expect(said.slice(-4)).toEqual(['answer 1', 'answer 2', 'answer 3', 'answer 4']);
      expect(handlers['history.getDay']).toHaveBeenCalledTimes(5);
      expect(log).not.toHaveBeenCalled();
    });

    it.each(requestVerbs)('holds for "%s" as for each other', async (verb) => {
      let finish = (_answer: unknown): void => undefined;
      handlers[verb].mockReturnValue(
        new Promise((resolve) => {
          finish = resolve;
        }) as never,
      );
      const answers = Array.from({ length: 50 }, () => ipc.say(verb, eventFrom({}), goodPayloads[verb]));
      await eventually(() => expect(handlers[verb]).toHaveBeenCalled());
      finish('the answer');
      expect(new Set(await Promise.all(answers))).toEqual(new Set(['the answer']));
      expect(handlers[verb]).toHaveBeenCalledOnce();
      await ipc.say(verb, eventFrom({}), goodPayloads[verb]);
      expect(handlers[verb]).toHaveBeenCalledTimes(2);
    });

    it('lets no window wait for another', async () => {
      const finish = pending();
      void ask(0);
      void ask(0, settingsId);
      await eventually(() => expect(finish).toHaveLength(2));
    });

    it('goes on after a handler that failed', async () => {
      handlers['history.getDay'].mockRejectedValueOnce(new TypeError('no'));
      expect(await ask(0)).toBe('refused');
      handlers['history.getDay'].mockResolvedValue('the day' as never);
      expect(await ask(0)).toBe('the day');
    });
  });

  it('tells the page nothing about a handler that failed, and the log no value', async () => {
    handlers['keychain.lock'].mockRejectedValue(new TypeError(`cannot lock ${path}`));
    await expect(ipc.say('keychain.lock', eventFrom({}), { keychainPath: path })).rejects.toThrow(
      /^Latchkey did not do this\.$/,
    );
    expect(log).toHaveBeenCalledExactlyOnceWith('refused "keychain.lock": its handler failed: TypeError');
  });

  it('logs a refusal without the payload', async () => {
    await expect(
      ipc.say('keychain.unlock', eventFrom({}), { keychainPath: path, password: 'hunter2' }),
    ).rejects.toThrow();
    expect(log.mock.calls.flat().join()).not.toMatch(/hunter2|alice/);
  });
});
