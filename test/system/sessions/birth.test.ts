import { describe, expect, it } from 'vitest';
import { type Above, decideBirth, type KnownMarks } from '../../../electron/system/sessions/birth';
import { marksOf } from '../../../electron/system/sessions/process-environments';

const nothing: Above = { kind: 'nothing' };
const overSsh = '192.168.1.9 52144 192.168.1.20 22';
const read = (ssh: string | null, session: string | null = null, tmux: string | null = null): KnownMarks => ({
  kind: 'read',
  marks: marksOf(ssh, session, tmux),
});
const hidden: KnownMarks = { kind: 'hidden', reason: 'macOS does not show its environment' };
const desktopServer = { label: 'the tmux server “work”', birth: { bornIn: 'desktop', grounds: 'it is' } } as const;
const sshServer = {
  label: 'the tmux server “far”',
  birth: { bornIn: 'ssh', grounds: 'it is', from: '10.0.0.5' },
} as const;

const daemonServer = {
  label: 'the tmux server “jobs”',
  birth: { bornIn: 'initial', grounds: 'it is' },
} as const;

const decide = (above: Above, known: KnownMarks, desktopSessionId: string | null = '186a7') =>
  decideBirth(above, known, {
    desktopSessionId,
    tmuxServer: (socket, pid) => {
      if (pid !== 6000) return null;
      return socket.endsWith('/work') ? desktopServer : sshServer;
    },
  });

describe('where something was born', () => {
  it.each<[string, Above, KnownMarks, string, string | undefined]>([
    ['below a login, whatever its environment', { kind: 'login', from: '10.0.0.7' }, read(null), 'ssh', '10.0.0.7'],
    ['below a login, its environment hidden', { kind: 'login', from: null }, hidden, 'ssh', undefined],
    ['below mosh', { kind: 'mosh' }, read(null), 'ssh', undefined],
    ['in a pane of a desktop server', { kind: 'server', ...desktopServer }, read(overSsh), 'desktop', undefined],
    ['in a pane of an SSH server', { kind: 'server', ...sshServer }, read(null), 'ssh', '10.0.0.5'],
    ['with an SSH connection', nothing, read(overSsh), 'ssh', '192.168.1.9'],
    ['without any sign', nothing, read(null), 'unknown', undefined],
    ['below cron, whatever its environment', { kind: 'daemon', name: 'cron' }, read(overSsh), 'initial', undefined],
    ['below a daemon, its environment hidden', { kind: 'daemon', name: 'tailscaled' }, hidden, 'initial', undefined],
    ['below su', { kind: 'su' }, read(overSsh, '186a7'), 'unknown', undefined],
    ['in a pane of a daemon’s server', { kind: 'server', ...daemonServer }, read(overSsh), 'initial', undefined],
    ['below an app, without any sign', { kind: 'desktop-app', name: 'Terminal' }, read(null), 'desktop', undefined],
    ['below an app, hidden', { kind: 'desktop-app', name: 'Terminal' }, hidden, 'desktop', undefined],
    [
      'below an app, with an SSH connection',
      { kind: 'desktop-app', name: 'iTerm' },
      read(overSsh),
      'ssh',
      '192.168.1.9',
    ],
    ['hidden', nothing, hidden, 'unknown', undefined],
    ["with the desktop's session number", nothing, read(null, '186a7'), 'desktop', undefined],
    ['with that number in capitals', nothing, read(null, '186A7'), 'desktop', undefined],
    ["with the desktop's session number and SSH's peer", nothing, read(overSsh, '186a7'), 'desktop', undefined],
    ['with another session number', nothing, read(null, '18701'), 'unknown', undefined],
    ['with another session number and SSH', nothing, read(overSsh, '18701'), 'ssh', '192.168.1.9'],
    [
      'started inside a desktop server that somebody had attached to over SSH',
      nothing,
      read(overSsh, null, '/private/tmp/tmux-501/work,6000,0'),
      'desktop',
      undefined,
    ],
    [
      'started inside an SSH server that somebody had attached to from the desktop',
      nothing,
      read(null, null, '/private/tmp/tmux-501/far away,6000,3'),
      'ssh',
      '10.0.0.5',
    ],
    [
      'started inside a server that is gone',
      nothing,
      read(overSsh, null, '/private/tmp/tmux-501/work,5999,0'),
      'unknown',
      undefined,
    ],
  ])('%s', (_what, above, known, bornIn, from) => {
    const birth = decide(above, known);
    expect([birth.bornIn, birth.from]).toEqual([bornIn, from]);
    expect(birth.grounds).not.toBe('');
  });

  it('is not told by a session number when nobody knows that of the desktop', () => {
    expect(decide(nothing, read(overSsh, '186a7'), null).bornIn).toBe('ssh');
    expect(decide(nothing, read(null, '186a7'), null).bornIn).toBe('unknown');
  });

  it('is said with its grounds', () => {
    expect(decide({ kind: 'server', ...sshServer }, hidden).grounds).toBe(
      'it runs inside the tmux server “far”, which was started over SSH',
    );
    expect(decide(nothing, hidden).grounds).toBe('macOS does not show its environment');
  });
});

describe('a peer that Tailscale’s own SSH server may have let in', () => {
  const surroundings = { desktopSessionId: '186a7', tmuxServer: () => null, mayBeNoSsh: () => true };

  it('makes no birth over SSH, for that server makes no session', () => {
    expect(decideBirth(nothing, read(overSsh), surroundings)).toMatchObject({ bornIn: 'unknown', from: '192.168.1.9' });
    expect(decideBirth({ kind: 'login', from: null }, read(overSsh), surroundings).bornIn).toBe('ssh');
    expect(decideBirth(nothing, read(overSsh, '186a7'), surroundings).bornIn).toBe('desktop');
  });
});

describe('what was started in a session that is one process’s own', () => {
  it('is told as that', () => {
    const birth = { bornIn: 'unknown', grounds: 'it is', ownSession: true } as const;
    expect(decide({ kind: 'server', label: 'the GitHub Actions runner', birth }, read(null))).toEqual({
      ...birth,
      grounds: 'it runs inside the GitHub Actions runner, which has a security session of its own',
    });
  });
});
