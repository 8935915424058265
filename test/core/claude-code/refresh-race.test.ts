import { describe, expect, it } from 'vitest';
import { describeRefreshLock, type LockSighting } from '../../../electron/core/claude-code/refresh-lock';
import {
  describeRefreshRace,
  type RaceSighting,
  type RenewableLogin,
  type SightedProcess,
} from '../../../electron/core/claude-code/refresh-race';
import { read, unread } from '../../../electron/core/words/reading';

const now = Date.UTC(2026, 8, 10, 12);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const usual = '/Users/alice/.claude';
const work = '/Users/alice/.claude-work';

const login = (changes: Partial<RenewableLogin> = {}): RenewableLogin => ({
  folder: usual,
  account: null,
  renews: 'yes',
  writtenAt: now - hourMs,
  accessTokenExpiresAt: null,
  isUsual: true,
  ...changes,
});
const process = (pid: number, startedAt: number, changes: Partial<SightedProcess> = {}): SightedProcess => ({
  pid,
  configFolder: usual,
  kind: 'interactive',
  folder: '/Users/alice/src/app',
  terminal: `ttys00${pid}`,
  startedAt,
  ...changes,
});
type Changes = Partial<Omit<RaceSighting, 'processes'>> & { readonly processes?: readonly SightedProcess[] | null };
/** @param changes `processes: null` where they could not be listed. */
const race = ({ processes = [], ...changes }: Changes) =>
  describeRefreshRace({
    logins: [login()],
    processes: processes === null ? unread('ps did not answer within 4 s.') : read(processes),
    unreadSessions: [],
    locks: [],
    readAt: now,
    ...changes,
  });
const old = now - 2 * hourMs;
const young = now - minuteMs;

describe('which Claude Code may hold a refresh token that is used up', () => {
  it.each<[string, number, Partial<RenewableLogin>, string]>([
    ['one that started before the login was written', old, {}, 'yes'],
    ['one that started after', young, {}, 'no'],
    ['one that started in the second of the write', now - hourMs, { writtenAt: now - hourMs + 500 }, 'no'],
    ['one whose login was written at an unknown time', old, { writtenAt: null }, 'unknown'],
    ['one whose login may be none', old, { renews: 'unknown' }, 'unknown'],
    ['one with an API key', old, { renews: 'no' }, 'no'],
  ])('%s', (_what, startedAt, changes, expected) => {
    const [only] = race({ logins: [login(changes)], processes: [process(1, startedAt)] })?.processes ?? [];
    expect(only?.mayHoldOldToken).toBe(expected);
  });

  it('is told by the login of its own folder', () => {
    const logins = [
      login({ account: '~/.claude' }),
      login({ folder: work, account: '~/.claude-work', isUsual: false, writtenAt: old - 1 }),
    ];
    const processes = [
      process(1, old),
      process(2, old, { configFolder: work }),
      process(3, old, { configFolder: null, folder: null }),
    ];
    expect(race({ logins, processes })?.processes).toMatchObject([
      { pid: 1, account: '~/.claude', mayHoldOldToken: 'yes', basis: 'session-file' },
      { pid: 2, account: '~/.claude-work', mayHoldOldToken: 'no' },
      { pid: 3, mayHoldOldToken: 'unknown', basis: 'process-list' },
    ]);
  });

  it('is the only login there is, for one that only the process list tells of', () => {
    const processes = [process(1, old, { configFolder: null, folder: null, terminal: null })];
    expect(race({ processes })?.processes).toEqual([
      {
        pid: 1,
        kind: 'interactive',
        startedAt: new Date(old).toISOString(),
        basis: 'process-list',
        mayHoldOldToken: 'yes',
      },
    ]);
  });
});

describe('the rows', () => {
  it('begin with the oldest, and say how to go on in the same folder', () => {
    const processes = [process(1, young), process(2, old, { folder: "/Users/alice/it's mine" })];
    const rows = race({ processes })?.processes ?? [];
    expect(rows.map(({ pid }) => pid)).toEqual([2, 1]);
    expect(rows[0]?.help?.command).toBe(`cd '/Users/alice/it'\\''s mine' && claude --continue`);
  });

  it('name no command where it would reach another login, or nobody sits there', () => {
    const logins = [login({ isUsual: false })];
    expect(race({ logins, processes: [process(1, old)] })?.processes[0]).not.toHaveProperty('help');
    expect(race({ processes: [process(1, old, { kind: 'headless' })] })?.processes[0]).not.toHaveProperty('help');
  });

  it('are cut at a hundred, and the rest is counted', () => {
    const processes = Array.from({ length: 130 }, (_, index) => process(index + 1, old + index));
    expect(race({ processes })).toMatchObject({ moreProcesses: 30, processes: { length: 100 } });
  });

  it('are none where there is nothing to say, and missing with a reason where ps does not answer', () => {
    expect(race({ logins: [login({ renews: 'no' })] })).toBeNull();
    expect(race({ logins: [] })).toBeNull();
    const missing = { processes: [], problem: expect.stringContaining('ps did not answer within 4 s') };
    expect(race({ processes: null })).toMatchObject(missing);
    expect(race({ logins: [], processes: null })).toMatchObject(missing);
  });
});

describe('when the next refresh is due', () => {
  const at = (timeMs: number) => new Date(timeMs).toISOString();
  it.each<[string, readonly RenewableLogin[], object]>([
    [
      'at the end that is stored',
      [login({ accessTokenExpiresAt: now + hourMs })],
      { kind: 'stored', at: at(now + hourMs) },
    ],
    [
      '8 hours after the last write, which says that it is an estimate',
      [login()],
      { kind: 'estimated', at: at(now + 7 * hourMs), reason: expect.stringMatching(/estimate/) },
    ],
    ['by the estimate where 0 is stored', [login({ accessTokenExpiresAt: 0 })], { kind: 'estimated' }],
    ['unknown', [login({ writtenAt: null })], { kind: 'unknown' }],
    ['unknown where it may be no login', [login({ renews: 'unknown' })], { kind: 'unknown' }],
    [
      'the soonest of several',
      [login({ account: 'a' }), login({ folder: work, account: 'b', accessTokenExpiresAt: now + hourMs })],
      { kind: 'stored', account: 'b' },
    ],
  ])('%s', (_what, logins, expected) => {
    expect(race({ logins })?.nextRefresh).toMatchObject(expected);
  });

  it('is that of a login that is in use before that of one that is not', () => {
    const logins = [login({ account: 'a' }), login({ folder: work, account: 'b', accessTokenExpiresAt: now + hourMs })];
    expect(race({ logins, processes: [process(1, old)] })?.nextRefresh).toMatchObject({ account: 'a' });
  });

  it('is never, with an API key', () => {
    const activity = race({ logins: [login({ renews: 'no' })], processes: [process(1, old), process(2, old)] });
    expect(activity).toMatchObject({ nextRefresh: { kind: 'none' }, advice: [] });
  });
});

describe('the refresh lock', () => {
  const path = `${usual}/.oauth_refresh.lock`;
  const lock = (ageMs: number): LockSighting => ({ kind: 'found', path, touchedAt: now - ageMs });
  it.each<[string, readonly LockSighting[], object]>([
    ['is free when there is none', [{ kind: 'none' }], { state: 'free' }],
    ['is held when it was touched just now', [lock(4_000)], { state: 'held', path }],
    ['is held at 60 seconds', [lock(60_000)], { state: 'held' }],
    [
      'is stuck after that',
      [lock(60_001)],
      { state: 'stuck', path, symptom: expect.stringMatching(/^Failed to refresh/) },
    ],
    ['is stuck in the future', [lock(-hourMs)], { state: 'stuck', reason: expect.stringMatching(/future/) }],
    ['is held in a future that is only a rounding', [lock(-500)], { state: 'held' }],
    [
      'is unknown when it cannot be seen',
      [{ kind: 'unknown', path, reason: 'macOS answered EACCES' }],
      { state: 'unknown' },
    ],
    ['is what the worst of several is', [lock(4_000), { kind: 'none' }, lock(hourMs)], { state: 'stuck' }],
  ])('%s', (_what, locks, expected) => {
    expect(describeRefreshLock(locks, now)).toMatchObject(expected);
  });

  it('is told without a process or a login too, with the one thing that helps then', () => {
    expect(race({ logins: [], locks: [lock(hourMs)] })?.advice).toEqual([
      {
        sentence: expect.stringMatching(/no Claude Code runs/),
        help: { kind: 'copy-command', name: 'remove-refresh-lock', command: `rmdir ${path}` },
      },
    ]);
  });

  it('is no reason to remove anything while a Claude Code runs', () => {
    const [first] = race({ locks: [lock(hourMs)], processes: [process(1, young)] })?.advice ?? [];
    expect(first).toEqual({ sentence: expect.stringMatching(/one at a time, the oldest first/) });
  });

  it('is no reason to remove anything while it is not known which run', () => {
    expect(race({ logins: [], locks: [lock(hourMs)], processes: null })?.advice).toEqual([
      { sentence: expect.stringMatching(/Which Claude Code holds it is not known/) },
    ]);
  });
});

describe('the advice', () => {
  const sentences = (processes: readonly SightedProcess[], changes: Changes = {}) =>
    race({ processes, ...changes })?.advice.map(({ sentence }) => sentence) ?? [];

  it('is to restart the older of several, one at a time', () => {
    expect(sentences([process(1, old), process(2, old), process(3, young)])).toEqual([
      expect.stringMatching(/^2 of 3 Claude Codes started .* Restart them one at a time, the oldest first\.$/),
    ]);
    expect(sentences([process(1, old), process(2, old)])[0]).toMatch(/^All 2 /);
  });

  it.each([
    ['one alone', [process(1, old)]],
    ['several that started after the write', [process(1, young), process(2, young)]],
  ])('is none for %s', (_what, processes) => {
    expect(sentences(processes)).toEqual([]);
  });

  it('is a credential of their own for headless ones', () => {
    const activity = race({ processes: [process(1, young), process(2, young, { kind: 'headless' })] });
    expect(activity?.advice).toEqual([
      {
        sentence: expect.stringMatching(/^Headless .* API key or a token of their own/),
        help: { kind: 'copy-command', name: 'make-setup-token', command: 'claude setup-token' },
      },
    ]);
  });

  it('is for each login by itself', () => {
    const logins = [login({ account: '~/.claude' }), login({ folder: work, account: '~/.claude-work' })];
    const ofWork = { configFolder: work };
    expect(sentences([process(1, old), process(2, old, ofWork)], { logins })).toEqual([]);
    expect(sentences([process(1, old), process(2, old, ofWork), process(3, young, ofWork)], { logins })).toEqual([
      expect.stringMatching(/^1 of 2 Claude Codes of ~\/\.claude-work /),
    ]);
  });
});
