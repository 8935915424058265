import { describe, expect, it } from 'vitest';
import { placeName } from '../../../electron/core/verdict/place-name';
import { placeOutlook } from '../../../electron/core/verdict/place-outlook';
import { type Need, namesOf, toolsAtRisk } from '../../../electron/core/verdict/tools-at-risk';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { RemoteSession } from '../../../electron/core/words/session';
import { credential, keychain, loginPath } from '../sample-facts';
import * as s from './situations';

const needs: Record<'login' | 'vault' | 'desktop' | 'unknown', Need> = {
  login: { kind: 'keychain', path: loginPath },
  vault: { kind: 'keychain', path: s.vaultPath },
  desktop: { kind: 'desktop' },
  unknown: { kind: 'unknown' },
};
const [stays, locks, unsure] = (['never', 'idle', 'unknown'] as const).map(
  (how) => s.factsOf({ locks: how }).keychains[0] as Keychain,
) as [Keychain, Keychain, Keychain];
const thisLogin = { ...s.login, sees: 'unlocked', isThisSession: true } as const;
const heldVault: Keychain = {
  ...s.vaultKeychain('unlocked'),
  forecast: {
    kind: 'hold-end',
    afterwards: { kind: 'after-idle', idleTimeoutSeconds: 60, alsoOnSleep: true, reason: '' },
    reason: '',
  },
};
const lockedFor = (session: 'desktop' | 'this-ssh-login') =>
  keychain({ path: s.vaultPath, isLogin: false, lock: { state: 'locked', session } });

describe('what becomes of a login in a place', () => {
  it.each<[string, RemoteSession, keyof typeof needs, readonly Keychain[], string, string]>([
    ['a desktop tmux keeps what never locks', s.tmux(), 'login', [stays], 'go', ''],
    ['a desktop tmux loses what locks', s.tmux(), 'login', [locks], 'not-yet', 'losing'],
    ['a desktop tmux of a keychain of which that is not known', s.tmux(), 'login', [unsure], 'cannot-tell', 'untold'],
    ['a locked desktop tmux', s.tmux('locked'), 'login', [stays], 'unlock-first', 'lost'],
    ['a locked tmux over SSH', s.sshTmux('locked'), 'login', [stays], 'not-yet', 'lost'],
    ['this login, locked', { ...thisLogin, sees: 'locked' }, 'login', [stays], 'unlock-first', 'lost'],
    ['the session of daemons', s.initialTmux, 'login', [stays], 'not-yet', 'lost'],
    ['this session, of daemons', { ...s.initialTmux, isThisSession: true }, 'login', [stays], 'not-yet', 'lost'],
    ['a place that does not tell', s.sshTmux('unknown'), 'login', [stays], 'cannot-tell', 'untold'],
    ['an app of the desktop, there', s.tmux(), 'desktop', [stays], 'go', ''],
    ['an app of the desktop, over SSH', s.sshTmux('unlocked'), 'desktop', [stays], 'not-yet', 'lost'],
    ['an app of the desktop, in this login', thisLogin, 'desktop', [stays], 'not-yet', 'lost'],
    ['an app of the desktop, born nobody knows where', s.strayTmux, 'desktop', [stays], 'cannot-tell', 'untold'],
    ['a need that is not known', s.tmux(), 'unknown', [stays], 'go', 'untold'],
    ['another keychain, there', s.tmux(), 'vault', [stays, s.vaultKeychain('unlocked')], 'go', ''],
    [
      'another keychain that locks',
      s.tmux(),
      'vault',
      [stays, s.vaultKeychain('unlocked', 'idle')],
      'not-yet',
      'losing',
    ],
    ['another keychain that is held', s.tmux(), 'vault', [stays, heldVault], 'go', ''],
    ['another keychain, locked', s.tmux(), 'vault', [stays, s.vaultKeychain('locked')], 'unlock-first', 'lost'],
    ['another keychain, silent', s.tmux(), 'vault', [stays, s.silentVault], 'cannot-tell', 'untold'],
    ['another keychain, not listed', s.tmux(), 'vault', [stays], 'cannot-tell', 'untold'],
    [
      'another keychain, of another session',
      s.tmux(),
      'vault',
      [stays, lockedFor('this-ssh-login')],
      'cannot-tell',
      'untold',
    ],
    [
      'another keychain, over SSH',
      s.sshTmux('unlocked'),
      'vault',
      [stays, s.vaultKeychain('unlocked')],
      'not-yet',
      'lost',
    ],
    [
      'another keychain, born nobody knows where',
      s.strayTmux,
      'vault',
      [stays, s.vaultKeychain('unlocked')],
      'cannot-tell',
      'untold',
    ],
  ])('%s', (_what, session, need, keychains, level, fate) => {
    const tool = { tool: 'gh', name: 'gh', need: needs[need] };
    expect(placeOutlook(session, [tool], keychains)).toEqual({
      session,
      level,
      lost: fate === 'lost' ? [tool] : [],
      losing: fate === 'losing' ? [tool] : [],
      untold: fate === 'untold' ? [tool] : [],
    });
  });

  it('is worth an unlock where at least one of those that are lost needs a keychain', () => {
    const [gh, app] = [needs.vault, needs.desktop].map((need) => ({ tool: 'gh', name: 'gh', need })) as [never, never];
    const vault = [stays, s.vaultKeychain('locked')];
    const desktop: RemoteSession = { ...thisLogin, bornIn: 'ssh' };
    expect(placeOutlook(desktop, [gh, app], vault).level).toBe('unlock-first');
    expect(placeOutlook(desktop, [app], vault).level).toBe('not-yet');
  });
});

describe('what a tool needs', () => {
  it.each<[string, Parameters<typeof credential>[0], Need | null]>([
    ['the login keychain', {}, needs.login],
    ['another keychain', { store: 'other-keychain', keychainPath: s.vaultPath }, needs.vault],
    ['another keychain, nobody knows which', { store: 'other-keychain' }, { kind: 'keychain', path: null }],
    ['its app', { store: 'desktop-app' }, needs.desktop],
    ['a file', { store: 'file' }, needs.desktop],
    ['a variable', { store: 'environment' }, needs.desktop],
    ['nothing that is there', { store: 'none' }, needs.unknown],
    ['what nobody knows', { store: 'unknown' }, needs.unknown],
    ['what could not be told', { overSsh: 'unknown' }, needs.unknown],
    ['what could not be read', { status: 'unreadable' }, needs.unknown],
    ['nothing, since it survives', { overSsh: 'survives' }, null],
    ['nothing, since it has ended', { status: 'expired' }, null],
    ['nothing, since nobody is signed in', { status: 'signed-out' }, null],
  ])('%s', (_what, changes, need) => {
    expect(toolsAtRisk([credential(changes)], [stays]).map((tool) => tool.need)).toEqual(need === null ? [] : [need]);
  });

  it('is told once for each need, by the name of the first', () => {
    const tools = toolsAtRisk([s.gh, { ...s.gh, name: 'gh of work' }, { ...s.gh, store: 'file' }], [stays]);
    expect(tools.map(({ name, need }) => [name, need.kind])).toEqual([
      ['gh', 'keychain'],
      ['gh', 'desktop'],
    ]);
  });

  it('has no name where there is no tool', () => {
    expect(namesOf([])).toBe('');
  });
});

describe('the name of a place in a sentence', () => {
  const long = 'x'.repeat(24);
  it.each<[Partial<RemoteSession> & Pick<RemoteSession, 'kind'>, string]>([
    [{ kind: 'ssh', isThisSession: true, name: 'a' }, 'this SSH login'],
    [{ kind: 'ssh' }, 'the SSH login'],
    [{ kind: 'tmux-server' }, 'tmux'],
    [{ kind: 'tmux-server', name: 'work', isThisSession: true }, 'tmux ‘work’'],
    [{ kind: 'screen', name: 'pts-3' }, 'screen ‘pts-3’'],
    [{ kind: 'screen' }, 'screen'],
    [{ kind: 'mosh' }, 'mosh'],
    [{ kind: 'editor-server' }, 'the editor'],
    [{ kind: 'editor-server', name: 'VS Code' }, 'VS Code'],
    [{ kind: 'agent-daemon' }, 'the agent'],
    [{ kind: 'agent-daemon', name: 'Codex' }, 'Codex'],
    [{ kind: 'multiplexer' }, 'the terminal server'],
    [{ kind: 'multiplexer', name: 'zellij' }, 'zellij'],
    [{ kind: 'other-login' }, 'the remote login'],
    [{ kind: 'other-login', name: 'Tailscale SSH' }, 'Tailscale SSH'],
    [{ kind: 'background-job' }, 'the background job'],
    [{ kind: 'background-job', name: 'cron' }, 'cron'],
    [{ kind: 'fresh-ssh' }, 'a new SSH login'],
    [{ kind: 'tmux-server', name: long }, `tmux ‘${long}’`],
    [{ kind: 'tmux-server', name: `${long}x` }, `tmux ‘${'x'.repeat(23)}…’`],
  ])('%j', (session, name) => {
    expect(placeName(session)).toBe(name);
  });
});
