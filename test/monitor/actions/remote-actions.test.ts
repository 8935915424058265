import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../electron/core/outcome';
import type { SessionSighting } from '../../../electron/core/words/session';
import { createMonitor, type Monitor } from '../../../electron/monitor/monitor';
import { loginPath } from '../../core/sample-facts';
import { createFakeMac, type FakeMac } from '../fake-mac';
import { createSteppedScheduler, type SteppedScheduler } from '../stepped-scheduler';

const socket = '/private/tmp/tmux-501/a name 🔑';
const session = (changes: Partial<SessionSighting>): SessionSighting => ({
  id: `tmux-server:${socket}`,
  kind: 'tmux-server',
  user: 'alice',
  bornIn: 'ssh',
  grounds: 'its environment names the SSH connection it was started over',
  isThisSession: false,
  ...changes,
});

let mac: FakeMac;
let time: SteppedScheduler;
let monitor: Monitor;
beforeEach(async () => {
  time = createSteppedScheduler(Date.UTC(2026, 8, 10, 9, 0));
  mac = createFakeMac(time.now);
  mac.sessions = [session({})];
  monitor = createMonitor(mac.doors, mac.credentials, time);
  monitor.start();
  await time.advance(0);
});

/** Lets an action and the looks after it come to their ends. */
const ended = async <Value>(action: Promise<Value>): Promise<Value> => {
  await time.advance(0);
  return action;
};
const calls = (name: string) => mac.calls.filter((call) => call.startsWith(name));

describe('the test of a fresh login', () => {
  it('publishes what the login saw, and when', async () => {
    expect(monitor.state().freshLoginTest).toBeNull();
    expect(await ended(monitor.actions.testFreshLogin())).toMatchObject({ ok: true });
    expect(monitor.state()).toMatchObject({
      freshLoginTest: { at: '2026-09-10T09:00:00.000Z', sees: 'locked', reason: 'It was locked.' },
      pending: [],
      notice: { kind: 'done' },
    });
  });

  it('publishes that it is not known, and why', async () => {
    await ended(monitor.actions.testFreshLogin());
    mac.freshLogin = failure('no-key', 'No key of yours may log in here.');
    expect(await ended(monitor.actions.testFreshLogin())).toMatchObject({ ok: false, code: 'no-key' });
    expect(monitor.state()).toMatchObject({
      freshLoginTest: { sees: 'unknown', reason: 'No key of yours may log in here.' },
      notice: { kind: 'failed', code: 'no-key' },
    });
  });

  it('is one login for many clicks', async () => {
    const clicks = [1, 2, 3].map(() => monitor.actions.testFreshLogin());
    await time.advance(0);
    expect((await Promise.all(clicks)).map(({ ok }) => ok)).toEqual([true, false, false]);
    expect(calls('testFreshLogin')).toHaveLength(1);
  });
});

describe('an unlock prompt', () => {
  it('is opened in the server of the row, for the login keychain', async () => {
    const looks = calls('readRemoteSessions').length;
    expect(await ended(monitor.actions.openUnlockPrompt(`tmux-server:${socket}`))).toMatchObject({ ok: true });
    expect(calls('openUnlockPrompt')).toEqual([`openUnlockPrompt ${socket} ${loginPath}`]);
    expect(calls('readRemoteSessions').length).toBeGreaterThan(looks);
    expect(monitor.state().notice).toMatchObject({ kind: 'done', sentence: expect.stringContaining('“unlock”') });
  });

  it.each([
    ['no-such-session', 'tmux-server:/private/tmp/another', {}],
    ['no-such-session', socket, {}],
    ['not-a-tmux-server', 'ssh:4301', { id: 'ssh:4301', kind: 'ssh' }],
    ['not-a-tmux-server', 'fresh-ssh', {}],
    ['born-on-the-desktop', `tmux-server:${socket}`, { bornIn: 'desktop' }],
    ['born-nobody-knows-where', `tmux-server:${socket}`, { bornIn: 'unknown' }],
  ] as const)('is refused as %s for %s', async (code, id, changes) => {
    mac.sessions = [session(changes)];
    monitor.hint('user-asked');
    await time.advance(0);
    const outcome = await ended(monitor.actions.openUnlockPrompt(id));
    expect(outcome).toMatchObject({ ok: false, code, reason: expect.stringMatching(/^[A-Z].{15,}\.$/) });
    expect(calls('openUnlockPrompt')).toEqual([]);
  });

  it('says why there is none', async () => {
    mac.unlockPrompt = failure('server-gone', 'That tmux server is gone.');
    await ended(monitor.actions.openUnlockPrompt(`tmux-server:${socket}`));
    expect(monitor.state().notice).toMatchObject({ kind: 'failed', sentence: 'That tmux server is gone.' });
  });
});

describe('the tmux server of the desktop', () => {
  it('is read when the popover opens, and at no other time', async () => {
    await time.advance(600_000);
    expect(calls('desktopTmux')).toEqual([]);
    expect(monitor.state().desktopTmux).toBeNull();
    monitor.setPopoverVisible(true);
    await time.advance(60_000);
    expect(calls('desktopTmux')).toEqual(['desktopTmux.read']);
    expect(monitor.state().desktopTmux).toMatchObject({ state: 'stopped' });
  });

  it('is read again after it was started', async () => {
    expect(await ended(monitor.actions.startDesktopTmux())).toMatchObject({ ok: true });
    expect(calls('desktopTmux')).toEqual(['desktopTmux.start', 'desktopTmux.read']);
    expect(monitor.state().desktopTmux).toMatchObject({ state: 'running' });
  });

  it('is started at login from now on, or not any more', async () => {
    await ended(monitor.actions.setDesktopTmuxAtLogin(true));
    await ended(monitor.actions.setDesktopTmuxAtLogin(false));
    expect(calls('desktopTmux.setAtLogin')).toEqual(['desktopTmux.setAtLogin true', 'desktopTmux.setAtLogin false']);
    expect(monitor.state().notice?.kind).toBe('done');
  });
});

describe('without a click', () => {
  it('nothing logs in, opens a window or starts anything', async () => {
    monitor.setPopoverVisible(true);
    await time.advance(600_000);
    monitor.hint('resumed');
    monitor.hint('user-asked');
    await time.advance(60_000);
    for (const call of ['testFreshLogin', 'openUnlockPrompt', 'desktopTmux.start', 'desktopTmux.setAtLogin'])
      expect(calls(call)).toEqual([]);
  });
});
