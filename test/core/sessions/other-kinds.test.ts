import { describe, expect, it } from 'vitest';
import { describeSessions } from '../../../electron/core/sessions/remote-sessions';
import { sessionWarnings } from '../../../electron/core/sessions/session-warnings';
import { verdictOf } from '../../../electron/core/verdict/verdict';
import type { SessionSighting } from '../../../electron/core/words/session';
import { credential, keychain, loginPath, remoteAccess, sighting } from '../sample-facts';

const now = Date.UTC(2026, 8, 10, 12);
const vantage = {
  session: 'desktop',
  loginLock: { state: 'unlocked', session: 'desktop' },
  keychainPath: loginPath,
  userName: 'alice',
  beacons: [],
  relock: { idleTimeoutSeconds: null, wokeAt: null },
  now,
} as const;

type Kind = SessionSighting['kind'];
type Given = readonly [kind: Kind, name: string, bornIn: SessionSighting['bornIn'], ownSession: boolean];

const rowOf = ([kind, name, bornIn, ownSession]: Given) => {
  const place = sighting({ id: `${kind}:1`, kind, name, bornIn, ...(ownSession ? { ownSession: true } : {}) });
  const [row] = describeSessions([place], vantage);
  if (row === undefined) throw new Error('No row.');
  return row;
};

/** What it sees, its help, the warning about it and the warning's title. */
const table: readonly (readonly [Given, sees: string, help: string, code: string, title: string])[] = [
  [['multiplexer', 'zellij: work', 'desktop', false], 'unlocked', '-', '-', '-'],
  [
    ['multiplexer', 'zellij: far', 'ssh', false],
    'locked',
    'copy-command',
    'ssh-server-locked',
    'Terminal server ‘zellij: far’ sees a locked keychain',
  ],
  [
    ['other-login', 'Tailscale SSH', 'initial', false],
    'unknown',
    'copy-command',
    'login-keychain-not-searched',
    'Remote login ‘Tailscale SSH’ does not search the login keychain',
  ],
  [['other-login', 'Eternal Terminal', 'ssh', false], 'locked', 'copy-command', '-', '-'],
  [
    ['background-job', 'GitHub Actions runner', 'unknown', true],
    'locked',
    '-',
    'job-locked',
    'Background job ‘GitHub Actions runner’ sees a locked keychain',
  ],
  [['background-job', 'GitLab runner', 'desktop', false], 'unlocked', '-', '-', '-'],
  [
    ['background-job', 'Buildkite agent', 'initial', false],
    'unknown',
    '-',
    'login-keychain-not-searched',
    'Background job ‘Buildkite agent’ does not search the login keychain',
  ],
  [['background-job', 'Jenkins agent', 'unknown', false], 'unknown', '-', '-', '-'],
];

describe('a place that is no login of sshd’s', () => {
  it.each(table)('%j sees %s', (given, sees, help, code, title) => {
    const row = rowOf(given);
    expect([row.sees, row.help?.kind ?? '-']).toEqual([sees, help]);
    // What decided it stays inside.
    expect(row).not.toHaveProperty('ownSession');
    const facts = { sessions: [row], remoteAccess, credentials: [credential()] };
    const [warning] = sessionWarnings(keychain(), facts, now);
    expect([warning?.code ?? '-', warning?.title ?? '-']).toEqual([code, title]);
  });

  it('is told as locked whatever the desktop shows, with how it can be changed', () => {
    const row = rowOf(['background-job', 'GitHub Actions runner', 'unknown', true]);
    expect(row.reason).toMatch(/such a session begins with a locked keychain/);
    const facts = { sessions: [row], remoteAccess, credentials: [credential()] };
    expect(sessionWarnings(keychain(), facts, now)[0]?.detail).toBe(
      'It has a security session of its own, whatever the desktop shows: Claude Code will look logged out until SessionCreate is taken out of its property list.',
    );
  });

  it('can be where somebody works, where it outlives a connection', () => {
    const zellij = rowOf(['multiplexer', 'zellij: work', 'desktop', false]);
    const sessions = [
      zellij,
      { ...zellij, id: 'fresh-ssh', kind: 'fresh-ssh', bornIn: 'ssh', sees: 'locked' } as const,
    ];
    const facts = { keychains: [keychain()], sessions, remoteAccess, credentials: [credential()] };
    const zone = { nowMs: now, timeZone: 'UTC' };
    const verdict = verdictOf({ ...facts, hold: { state: 'off' } }, zone);
    expect(verdict).toMatchObject({
      level: 'go',
      sentence: expect.stringContaining('in zellij: work everything works'),
    });
  });
});
