import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../electron/core/diagnosis/engine';
import { factsFromSnapshot } from '../../../electron/core/diagnosis/facts-from-snapshot';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import type { Readings } from '../../../electron/core/state/readings';
import { claudeCodeActivity, claudeCodeProcess, credential, readings, sighting } from '../sample-facts';

const now = Date.UTC(2026, 8, 10, 10);
const factsOf = (changes: Partial<Readings> = {}) =>
  factsFromSnapshot(buildSnapshot(readings(changes), null, now), now);

const locked = (state: 'locked' | 'unlocked') =>
  readings().keychains.map((keychain) => ({ ...keychain, lock: { state } }) as const);
const inSsh = {
  ...readings().host,
  managerName: 'Background',
  securitySession: { id: 100012, graphicAccess: false, remote: true, initial: false },
} as const;

describe('the facts of a snapshot', () => {
  it('name the desktop session as the one that looks, and the next login as inferred', () => {
    const { sessions } = factsOf({ keychains: locked('locked') });
    expect(sessions).toMatchObject({
      kind: 'known',
      value: [
        { kind: 'desktop', sees: 'locked', basis: 'measured', isThisSession: true },
        { kind: 'fresh-ssh', sees: 'locked', basis: 'inferred', isThisSession: false },
      ],
    });
  });

  it('say nothing of the desktop from inside an SSH login', () => {
    const { sessions } = factsOf({ host: inSsh, keychains: locked('locked') });
    expect(sessions).toMatchObject({ kind: 'known', value: [{ id: 'this-ssh-login', isThisSession: true }, {}] });
  });

  it('list the session that looks once, by its own row where it has one', () => {
    const rows = [sighting({ bornIn: 'ssh', isThisSession: true, name: 'work' })];
    const { sessions } = factsOf({ host: inSsh, keychains: locked('locked'), sessions: rows });
    const own = sessions.kind === 'known' ? sessions.value.filter(({ isThisSession }) => isThisSession) : [];
    expect(own).toMatchObject([
      { kind: 'tmux-server', title: 'the tmux server ‘work’', sees: 'locked', basis: 'measured' },
    ]);
  });

  it('leave out what is not installed, and keep a date in milliseconds', () => {
    const at = '2026-09-10T11:00:00.000Z';
    const { credentials } = factsOf({
      credentials: [
        credential({ status: 'expiring', expiry: { of: 'login', at } }),
        credential({ tool: 'gh', installed: false }),
      ],
    });
    expect(credentials).toMatchObject({
      value: [{ tool: 'claude-code', status: 'expiring', expiresAt: Date.parse(at) }],
    });
  });

  it('count the Claude Codes and name the lock that is stuck', () => {
    const path = '/Users/alice/.claude/.oauth_refresh.lock';
    const claudeCode = claudeCodeActivity({
      processes: [claudeCodeProcess({ mayHoldOldToken: 'yes' }), claudeCodeProcess({ kind: 'headless' })],
      moreProcesses: 2,
      refreshLock: { state: 'stuck', path, touchedAt: '2026-09-10T09:00:00.000Z', reason: '' },
    });
    expect(factsOf({ claudeCode }).claudeCode).toMatchObject({
      value: { running: 4, headless: 1, mayHoldOldToken: 1, refreshLock: 'stuck', refreshLockPath: path },
    });
  });

  it('are not measured where the processes could not be listed, where nobody looked, and where the look is old', () => {
    const claudeCode = claudeCodeActivity({ problem: 'The list of processes could not be read.' });
    expect(factsOf({ claudeCode }).claudeCode).toMatchObject({ kind: 'not-measured' });
    expect(factsFromSnapshot(null, now).sessions).toMatchObject({ kind: 'not-measured' });
    const old = factsFromSnapshot(buildSnapshot(readings(), null, now - 6 * 60_000), now);
    expect(Object.values(old).map(({ kind }) => kind)).toEqual(Array(5).fill('not-measured'));
  });

  it('lead to the tmux server that the command runs in, and not to the desktop', () => {
    const rows = [sighting({ bornIn: 'ssh', isThisSession: true, name: 'work' })];
    const facts = factsOf({ host: inSsh, keychains: locked('locked'), sessions: rows, credentials: [credential()] });
    expect(diagnose(facts).causes[0]).toMatchObject({ id: 'tmux-server-locked', grounds: 'measured' });
  });
});
