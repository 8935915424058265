import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../electron/core/notifications/announcement';
import {
  type NotificationKind,
  notificationKinds,
  notificationRules,
} from '../../../electron/core/notifications/notification-kinds';
import { limitAnnouncements } from '../../../electron/core/notifications/notification-limit';

const now = Date.UTC(2026, 8, 10, 9);
const news = (...kinds: readonly NotificationKind[]): readonly Announcement[] =>
  kinds.map((kind, index) => ({ kind, key: `${kind} ${index}`, title: kind, body: 'What it means.', action: null }));
const titles = (announcements: readonly Announcement[]) => announcements.map(({ title }) => title);

describe('limitAnnouncements', () => {
  it('lets three pass in a minute, the most pressing first, and the rest wait', () => {
    const many = news('login-ends', 'keychain-locks-soon', 'login-ends', 'keychain-locked');
    const { announcements, toldKeys, toldAt } = limitAnnouncements(many, [], now, null);
    expect(titles(announcements)).toEqual(['keychain-locked', 'keychain-locks-soon', 'login-ends']);
    expect(toldKeys).toEqual(['keychain-locked 3', 'keychain-locks-soon 1', 'login-ends 0']);
    expect(limitAnnouncements(news('login-ends'), toldAt, now + 59_999, null).announcements).toEqual([]);
    expect(limitAnnouncements(news('login-ends'), toldAt, now + 60_000, null).announcements).toHaveLength(1);
  });

  it('tells one after wake, which counts the others, and nothing more of that wake', () => {
    const { announcements, toldKeys, toldAt } = limitAnnouncements(
      news('login-ends', 'keychain-locked', 'login-ends'),
      [],
      now,
      now - 3_000,
    );
    expect(announcements).toEqual([
      expect.objectContaining({
        title: 'keychain-locked',
        body: 'What it means. 2 more things changed; Latchkey shows them.',
      }),
    ]);
    expect(toldKeys).toHaveLength(3);
    expect(limitAnnouncements(news('login-ends'), toldAt, now + 5_000, now - 3_000).announcements).toEqual([]);
    expect(limitAnnouncements(news('login-ends'), toldAt, now + 12_001, now - 3_000).announcements).toHaveLength(1);
  });

  it('says it of one other thing as of one', () => {
    const { announcements } = limitAnnouncements(news('login-ends', 'keychain-locked'), [], now, now);
    expect(announcements[0]?.body).toBe('What it means. One more thing changed; Latchkey shows it.');
  });

  it('holds what was told before the clock was set back against the next minute, and no longer', () => {
    const dayMs = 86_400_000;
    const { announcements, toldAt } = limitAnnouncements(news('login-ends'), [now, now, now], now - dayMs, null);
    expect(announcements).toEqual([]);
    expect(limitAnnouncements(news('login-ends'), toldAt, now - dayMs + 60_000, null).announcements).toHaveLength(1);
  });
});

describe('the rules', () => {
  it('say of each kind when it comes and how often', () => {
    for (const kind of notificationKinds) expect(notificationRules[kind].when).toMatch(/^Once\b.*\.$/);
  });
});
