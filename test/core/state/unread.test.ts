import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { exitCodeFor } from '../../../electron/core/state/exit-code';
import { formatUnread, formatUnreadMark, groupUnread } from '../../../electron/core/state/format-unread';
import { substanceOf } from '../../../electron/core/state/substance';
import { unreadWarnings } from '../../../electron/core/state/unread-warnings';
import { type Unread, type UnreadPart, unreadParts } from '../../../electron/core/words/reading';
import { readings } from '../sample-facts';

const now = { nowMs: Date.UTC(2026, 8, 10, 14), timeZone: 'UTC' } as const;
const at = '2026-09-10T13:03:00.000Z';
const reason = 'ps did not answer.';
const gap = (part: UnreadPart, changes: Partial<Unread> = {}): Unread => ({ part, since: at, reason, ...changes });
const ofTool = (tool: string, changes: Partial<Unread> = {}) => gap('credentials', { tool, ...changes });

describe('what could not be read, in words', () => {
  it.each<[Unread, string]>([
    [gap('sessions'), 'not read since 13:03, never before; ps did not answer.'],
    [
      gap('sessions', { lastReadAt: '2026-09-09T13:02:00.000Z' }),
      'not read since 13:03, as of yesterday 13:02; ps did not answer.',
    ],
    [
      gap('sessions', { lastReadAt: '2026-09-07T13:02:00.000Z' }),
      'not read since 13:03, as of Monday 13:02; ps did not answer.',
    ],
    [gap('sessions', { since: 'x' }), 'not read since an unknown time, never before; ps did not answer.'],
  ])('%j', (one, words) => {
    expect(formatUnread(one, now)).toBe(words);
  });

  it('is told on a row with the moment that it is from', () => {
    expect(formatUnreadMark({ asOf: at, reason }, now)).toBe('as of 13:03; ps did not answer.');
  });

  it('is told once for the tools that it is the same for', () => {
    const lastReadAt = '2026-09-10T13:02:00.000Z';
    const groups = groupUnread([
      ...[
        ofTool('gh'),
        ofTool('git', { lastReadAt }),
        ofTool('aws', { since: lastReadAt }),
        ofTool('npm', { lastReadAt }),
      ],
      ...[gap('sessions'), ofTool('docker', { reason: 'Other.' })],
    ]);
    expect(groups.map(({ unread, tools }) => [unread.part, unread.since, tools])).toEqual([
      ['credentials', at, ['gh', 'aws']],
      ['credentials', at, ['git', 'npm']],
      ['sessions', at, []],
      ['credentials', at, ['docker']],
    ]);
    expect(groups[0]?.unread).toEqual(gap('credentials'));
  });
});

describe('the warning of what could not be read', () => {
  it.each<[UnreadPart, string]>([
    ['host', 'Which session this is could not be read'],
    ['keychain-list', 'The list of keychains could not be read'],
    ['remote-access', 'Whether this Mac can be reached could not be read'],
    ['power-settings', 'When this Mac sleeps could not be read'],
    ['sessions', 'Who is here from elsewhere could not be read'],
    ['beacons', 'What remote shells report could not be read'],
    ['credentials', 'Some stored logins could not be looked at'],
    ['claude-code', 'Which Claude Codes run could not be read'],
  ])('of %s: %s', (part, title) => {
    expect(unreadWarnings([gap(part)], [])).toEqual([
      { code: `${part}-unknown`, severity: 'warning', title, detail: reason, actions: [] },
    ]);
  });

  it('is one for each part, and none without a gap', () => {
    expect(unreadWarnings([], [])).toEqual([]);
    expect(
      unreadWarnings(
        unreadParts.flatMap((part) => [gap(part), gap(part)]),
        [],
      ),
    ).toHaveLength(unreadParts.length);
  });

  const detail = (...gaps: readonly Unread[]) => unreadWarnings(gaps, [{ tool: 'gh', name: 'GitHub CLI' }])[0]?.detail;
  it.each<[readonly Unread[], string]>([
    [[gap('sessions', { lastReadAt: at })], 'ps did not answer. What is shown of it is as it was before.'],
    [[ofTool('gh', { lastReadAt: at }), ofTool('aws')], 'GitHub CLI, aws. ps did not answer.'],
    [[ofTool('gh'), ofTool('aws', { reason: 'No.' })], 'GitHub CLI, aws. ps did not answer. No.'],
    [['1', '2', '3', '4', '5'].map((tool) => ofTool(tool)), '1, 2, 3, 4, 5. ps did not answer.'],
    [['1', '2', '3', '4', '5', '6'].map((tool) => ofTool(tool)), '1, 2, 3, 4, 5 and 1 more. ps did not answer.'],
  ])('names whose, why and what is shown instead: %#', (gaps, words) => {
    expect(detail(...gaps)).toBe(words);
  });

  it('of one part does not speak of another', () => {
    expect(
      unreadWarnings([gap('host', { reason: 'A.' }), gap('sessions', { reason: 'B.' })], []).map((one) => one.detail),
    ).toEqual(['A.', 'B.']);
  });
});

describe('a snapshot with a gap', () => {
  const snapshot = buildSnapshot(readings({ unread: [gap('sessions')] }), null, now.nowMs);

  it('tells it, warns of it and is not fine', () => {
    expect(snapshot.unread).toEqual([gap('sessions')]);
    expect(snapshot.warnings.map(({ code }) => code)).toContain('sessions-unknown');
    expect(exitCodeFor(snapshot)).toBe(1);
    expect(exitCodeFor({ ...snapshot, warnings: [] })).toBe(1);
    expect(exitCodeFor({ ...snapshot, warnings: [], unread: [] })).toBe(0);
  });

  it('is no news where nothing but its time is another', () => {
    const next = { ...snapshot, takenAt: 'later' };
    expect(substanceOf(next)).toBe(substanceOf(snapshot));
    expect(substanceOf({ ...next, unread: [] })).not.toBe(substanceOf(snapshot));
    expect(substanceOf(null)).not.toBe(substanceOf(snapshot));
  });
});
