import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import type { Readings } from '../../../electron/core/state/readings';
import { type TrayIcon, trayModel } from '../../../electron/core/state/tray-model';
import type { Hold } from '../../../electron/core/words/hold';
import { credential, loginPath, readings, remoteAccess, sighting } from '../sample-facts';

const nowMs = Date.parse('2026-09-10T12:00:00Z');
const shownAs = (changes: Partial<Readings>, options: Partial<Parameters<typeof trayModel>[1]> = {}) =>
  trayModel(
    { snapshot: buildSnapshot(readings(changes), null, nowMs) },
    { showTitle: false, timeZone: 'UTC', ...options },
  );
const login = (changes: Partial<Readings['keychains'][number]>): Partial<Readings> => ({
  keychains: readings().keychains.map((one) => ({ ...one, ...changes })),
});
const locked = login({ lock: { state: 'locked' } });
const timed = login({ autoLock: { lockOnSleep: false, idleTimeoutSeconds: 300, source: 'session' } });
const silent = login({ lock: { state: 'unknown', reason: 'It was busy.' } });
const tool: Partial<Readings> = { credentials: [credential()] };
const tmux: Partial<Readings> = { sessions: [sighting()] };
const restores = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const until18: Hold = {
  ...{ state: 'on', end: { kind: 'at', at: '2026-09-10T18:00:00.000Z' }, until: '2026-09-10T18:00:00.000Z' },
  ...{ startedAt: '2026-09-10T11:00:00.000Z', restores, keepAwake: false, relock: 'as-before', owner: 'app' },
  ...{ session: 'desktop', isElsewhere: false, keychains: [{ path: loginPath, restores, wasLocked: false }] },
};
const otherLocked: Readings['keychains'][number] = {
  ...{ path: '/Users/alice/work.keychain-db', isLogin: false, isDefault: false, lock: { state: 'locked' } },
  autoLock: { lockOnSleep: false, idleTimeoutSeconds: null, source: 'file' },
};

describe('the icon in the menu bar', () => {
  it.each<[string, Partial<Readings>, TrayIcon]>([
    ['unlocked, and nothing needs it', {}, 'unlocked'],
    ['unlocked for good, where everything works', { ...tool, ...tmux }, 'unlocked'],
    ['unlocked, and a place loses a login when it locks', { ...timed, ...tool, ...tmux }, 'unlocked-warning'],
    ['unlocked, with a timeout that breaks nothing', { ...timed, ...tmux }, 'unlocked'],
    ['unlocked, and a new login has nothing of it', tool, 'unlocked-warning'],
    ['kept unlocked', { ...tool, ...tmux, hold: until18 }, 'held'],
    ['kept unlocked, and a new login has nothing of it', { ...tool, hold: until18 }, 'unlocked-warning'],
    ['kept unlocked is another keychain', { hold: { ...until18, keychains: [] } }, 'unlocked'],
    ['locked, and nothing needs it', locked, 'locked'],
    [
      'locked, and nobody can come',
      { ...locked, ...tool, remoteAccess: { ...remoteAccess, remoteLogin: 'off' } },
      'locked',
    ],
    ['locked, and a tool needs it', { ...locked, ...tool, ...tmux }, 'locked-alarm'],
    [
      'unlocked, and a tool needs another one that is locked',
      {
        keychains: [...readings().keychains, otherLocked],
        credentials: [credential({ store: 'other-keychain', keychainPath: otherLocked.path })],
      },
      'unlocked-warning',
    ],
    ['silent', { ...silent, ...tool }, 'unknown'],
    ['not looked at in full yet', { ...tool, ...tmux, awaited: ['sessions'] }, 'unknown'],
    ['not there at all', { keychains: [] }, 'unknown'],
  ])('follows the verdict of a keychain that is %s', (_what, changes, icon) => {
    expect(shownAs(changes).icon).toBe(icon);
  });

  it('has a title only if the user asked for one', () => {
    expect(shownAs({}).title).toBe('');
    const titles = [{}, locked, silent, { keychains: [] }].map(
      (changes) => shownAs(changes, { showTitle: true }).title,
    );
    expect(titles).toEqual(['Unlocked', 'Locked', '?', '?']);
  });

  it('says that it is looking before the first look', () => {
    expect(trayModel({ snapshot: null }, { showTitle: true, timeZone: 'UTC' })).toEqual({
      ...{ icon: 'unknown', title: '…', tooltip: 'Latchkey is looking at the keychain.' },
    });
  });
});

describe('what it says under the pointer', () => {
  it.each<[string, Partial<Readings>, string]>([
    ['the verdict', { ...locked, ...tool }, 'Unlock first: over SSH, Claude Code will be logged out.'],
    [
      'until when it is kept unlocked',
      { ...tool, ...tmux, hold: until18 },
      'Unlocked until 18:00. You can go: in tmux everything works until 18:00.',
    ],
    ['why nothing is known', silent, "Can't tell: the keychain did not answer. It was busy."],
  ])('is %s', (_what, changes, tooltip) => {
    expect(shownAs(changes).tooltip).toBe(tooltip);
  });

  it.each([
    [0, /did not answer\. It was busy\.$/],
    [1, / · 1 new announcement$/],
    [2, / · 2 new announcements$/],
  ])('counts %i announcements that nobody has seen', (newAnnouncements, ending) => {
    expect(shownAs(silent, { newAnnouncements }).tooltip).toMatch(ending);
  });
});
