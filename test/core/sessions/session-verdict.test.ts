import { describe, expect, it } from 'vitest';
import { withVerdict } from '../../../electron/core/sessions/session-verdict';
import type { Credential } from '../../../electron/core/words/credential';
import type { RemoteSession } from '../../../electron/core/words/session';
import { credential } from '../sample-facts';

const work: RemoteSession = {
  id: 'tmux-server:work',
  kind: 'tmux-server',
  name: 'work',
  user: 'alice',
  bornIn: 'ssh',
  sees: 'locked',
  basis: 'inferred',
  reason: '',
};

const breaks = (name: string, changes: Partial<Credential> = {}) => credential({ tool: name, name, ...changes });
const survives = (name: string, changes: Partial<Credential> = {}) =>
  breaks(name, { overSsh: 'survives', store: 'file', ...changes });

const verdict = (credentials: readonly Credential[], changes: Partial<RemoteSession> = {}) =>
  withVerdict({ ...work, ...changes }, credentials).verdict;

const inWork = 'In ‘work’ (tmux server, started over SSH)';

describe('the verdict of a session that sees a locked keychain', () => {
  it.each<[string, readonly Credential[], string | undefined]>([
    [
      'names what breaks and what does not',
      [breaks('Claude Code'), breaks('gh'), breaks('Docker'), survives('npm'), survives('AWS CLI')],
      `${inWork}: Claude Code, gh and Docker will look logged out; npm and AWS CLI will not.`,
    ],
    ['names one tool', [breaks('gh')], `${inWork}: gh will look logged out.`],
    ['says so where nothing breaks', [survives('npm')], `${inWork}: npm will not look logged out.`],
    [
      'names each tool once, however many logins it has',
      [breaks('gh', { account: 'a' }), breaks('gh', { account: 'b' }), survives('npm'), survives('npm')],
      `${inWork}: gh will look logged out; npm will not.`,
    ],
    [
      'says it of a tool of which some logins survive',
      [breaks('gh', { account: 'a' }), survives('gh', { account: 'b' })],
      `${inWork}: gh (some logins) will look logged out.`,
    ],
    [
      'keeps both lists short',
      [...['a', 'b', 'c', 'd', 'e'].map((name) => breaks(name)), ...['v', 'w', 'x', 'y'].map((name) => survives(name))],
      `${inWork}: a, b, c and 2 more will look logged out; v, w, x and 1 more will not.`,
    ],
    [
      'claims nothing of what is unknown, not installed, signed out, ended or unreadable',
      [
        breaks('Docker', { overSsh: 'unknown' }),
        breaks('gh', { installed: false }),
        breaks('Codex', { status: 'signed-out' }),
        survives('npm', { status: 'expired' }),
        survives('yarn', { status: 'unreadable' }),
      ],
      undefined,
    ],
    ['is missing where no tool is known', [], undefined],
  ])('%s', (_name, credentials, expected) => {
    expect(verdict(credentials)).toBe(expected);
  });

  it.each<[Partial<RemoteSession>, string]>([
    [{ bornIn: 'unknown' }, '‘work’ (tmux server)'],
    [{ bornIn: 'desktop', kind: 'screen' }, '‘work’ (screen session, started on the desktop)'],
  ])('in %o calls it "%s"', (changes, place) => {
    expect(verdict([breaks('gh')], changes)).toBe(`In ${place}: gh will look logged out.`);
  });

  it('calls one without a name by what it is', () => {
    const { name: _name, ...nameless } = work;
    const verdictOf = (changes: Partial<RemoteSession>) =>
      withVerdict({ ...nameless, ...changes }, [breaks('gh')]).verdict;
    expect(verdictOf({ kind: 'ssh', from: '192.168.1.9' })).toMatch(/^In the SSH login from 192.168.1.9: /);
    expect(verdictOf({ kind: 'fresh-ssh' })).toMatch(/^In the next SSH login: /);
    expect(verdictOf({ kind: 'editor-server' })).toMatch(/^In the editor server \(started over SSH\): /);
  });

  it('blames the lock alone in a session of the desktop, which has the apps and the other keychains', () => {
    const credentials = [breaks('gh'), breaks('1Password CLI', { store: 'desktop-app' })];
    expect(verdict(credentials, { bornIn: 'desktop' })).toMatch(/: gh will look logged out\.$/);
    expect(verdict(credentials)).toMatch(/: gh and 1Password CLI will look logged out\.$/);
  });

  it.each(['unlocked', 'unknown'] as const)('is taken away where the state is %s', (sees) => {
    expect(withVerdict({ ...work, sees, verdict: 'of before' }, [breaks('gh')])).not.toHaveProperty('verdict');
  });
});
