import { describe, expect, it } from 'vitest';
import {
  beaconAge,
  beaconClockSkewMs,
  beaconStaleAfterMs,
  longestBeaconCharacters,
  parseBeacon,
} from '../../../electron/core/sessions/beacon';

const written = {
  schemaVersion: 1,
  writtenAt: '2026-09-10T08:31:00Z',
  pid: 4711,
  tty: 'ttys001',
  sshConnection: '192.168.1.9 51022 192.168.1.20 22',
  tmuxSocket: null,
  managerName: 'Background',
  keychainPath: '/Users/alice/Library/Keychains/login.keychain-db',
  lock: 'locked',
  exitCode: 36,
  variables: ['ANTHROPIC_API_KEY', 'GH_TOKEN'],
};

const session = { id: 100_012, graphicAccess: false, remote: true, initial: false };

const parse = (changes: Readonly<Record<string, unknown>> = {}) =>
  parseBeacon(JSON.stringify({ ...written, ...changes }));

describe('a beacon as the helper writes it', () => {
  it('is read with its connection taken apart', () => {
    const { schemaVersion, ...rest } = written;
    expect(schemaVersion).toBe(1);
    expect(parse()).toEqual({
      ok: true,
      value: {
        ...rest,
        sshConnection: {
          clientAddress: '192.168.1.9',
          clientPort: 51022,
          serverAddress: '192.168.1.20',
          serverPort: 22,
        },
      },
    });
  });

  it.each([
    ['an unlocked keychain', { lock: 'unlocked', exitCode: 0 }],
    ['a tool that failed otherwise', { lock: 'unknown', exitCode: 50 }],
    ['a tool that gave no answer', { lock: 'unknown', exitCode: null }],
    ['the desktop', { managerName: 'Aqua', lock: 'unknown', exitCode: null }],
    ['a pane that nothing proves to be of SSH', { lock: 'unknown', exitCode: null, reason: 'no-ssh-birth' }],
    ['a desktop that it did not ask in', { managerName: 'Aqua', lock: 'unknown', exitCode: null, reason: 'desktop' }],
    ['one that tells its session', { securitySession: session, reason: null }],
    ['one whose session nobody told', { securitySession: null }],
    ['no terminal, no SSH, no variables', { tty: null, sshConnection: null, variables: [] }],
    ['a pane of tmux', { tmuxSocket: '/private/tmp/tmux-501/my socket' }],
    ['an address of version 6 with its zone', { sshConnection: 'fe80::1%en0 51022 fe80::2%en0 22' }],
    ['a home with an emoji', { keychainPath: '/Users/al ice 👩‍💻/Library/Keychains/login.keychain-db' }],
  ])('may tell of %s', (_, changes) => {
    expect(parse(changes).ok).toBe(true);
  });
});

describe('nothing else is believed', () => {
  it.each(Object.keys(written))('not without its member %s', (name) => {
    const { [name]: _, ...rest } = written as Record<string, unknown>;
    expect(parseBeacon(JSON.stringify(rest))).toMatchObject({ ok: false, code: 'not-a-beacon' });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['another version', { schemaVersion: 2 }],
    ['a version in words', { schemaVersion: '1' }],
    ['a member that no beacon has', { html: '<b>' }],
    ['a date that is none', { writtenAt: '2026-02-31T08:31:00Z' }],
    ['a local time', { writtenAt: '2026-09-10T08:31:00' }],
    ['a number as time', { writtenAt: 1_789_000_000_000 }],
    ['a shell that cannot be', { pid: 0 }],
    ['a negative shell', { pid: -1 }],
    ['half a shell', { pid: 1.5 }],
    ['a terminal with a way out', { tty: '../../etc/passwd' }],
    ['a terminal with a control character', { tty: 'ttys001\u001b[2J' }],
    ['a long terminal', { tty: 't'.repeat(40) }],
    ['markup for an address', { sshConnection: '<img> 1 b 2' }],
    ['a connection with a line break', { sshConnection: '1.2.3.4 1 2.3.4.5 22\n' }],
    ['a client’s port that cannot be', { sshConnection: '1.2.3.4 65536 2.3.4.5 22' }],
    ['a server’s port that cannot be', { sshConnection: '1.2.3.4 22 2.3.4.5 65536' }],
    ['a word before the connection', { sshConnection: 'x 1.2.3.4 1 2.3.4.5 22' }],
    ['half a connection', { sshConnection: '1.2.3.4 1' }],
    ['a relative socket', { tmuxSocket: 'tmux' }],
    ['a path with a line break', { keychainPath: '/Users/alice\n/x' }],
    ['a path that turns around', { keychainPath: '/Users/alice/\u202egpj.exe' }],
    ['a path that hides something', { keychainPath: '/Users/al\u200bice' }],
    ['half a character', { keychainPath: '/Users/\ud800' }],
    ['a path of two pages', { keychainPath: `/${'x'.repeat(1024)}` }],
    ['another manager', { managerName: 'System' }],
    ['a session without a number', { securitySession: { ...session, id: 0 } }],
    ['a session of more members', { securitySession: { ...session, tty: true } }],
    ['a session of fewer members', { securitySession: { id: 100_012 } }],
    ['a session in other words', { securitySession: '100012' }],
    ['another reason', { lock: 'unknown', exitCode: null, reason: 'because' }],
    ['another lock', { lock: 'Locked' }],
    ['an exit code that cannot be', { exitCode: 256 }],
    ['variables in a text', { variables: 'GH_TOKEN' }],
    ['a variable with its value', { variables: ['GH_TOKEN=ghp_x'] }],
    ['a variable that was not asked for', { variables: ['PATH'] }],
    ['a variable twice', { variables: ['GH_TOKEN', 'GH_TOKEN'] }],
  ])('%s', (_, changes) => {
    expect(parse(changes)).toMatchObject({ ok: false, code: 'not-a-beacon' });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['locked, but the tool said unlocked', { lock: 'locked', exitCode: 0 }],
    ['unlocked, but the tool said locked', { lock: 'unlocked', exitCode: 36 }],
    ['locked, but the tool said nothing', { lock: 'locked', exitCode: null }],
    ['unknown, but the tool said locked', { lock: 'unknown', exitCode: 36 }],
    ['asked on the desktop', { managerName: 'Aqua' }],
    ['asked on the desktop, without an answer', { managerName: 'Aqua', lock: 'unknown', exitCode: 50 }],
    ['not asked on the desktop, with an answer', { managerName: 'Aqua', exitCode: null }],
    ['asked where a dialog can appear', { securitySession: { ...session, graphicAccess: true } }],
    ['asked in spite of a reason not to', { reason: 'no-ssh-birth' }],
    ['asked without knowing where', { managerName: 'unknown', lock: 'unlocked', exitCode: 0 }],
  ])('what contradicts itself: %s', (_, changes) => {
    expect(parse(changes)).toMatchObject({ ok: false, code: 'contradicts-itself' });
  });

  it.each([
    [' '.repeat(longestBeaconCharacters + 1), 'It is longer than any beacon.'],
    ['', 'It is not JSON.'],
    ['[1]', 'It is no beacon.'],
    [JSON.stringify({ ...written, html: '<b>' }), 'It has members that no beacon has.'],
    [JSON.stringify({ ...written, pid: 0 }), 'Its member "pid" is missing or not as it should be.'],
    [JSON.stringify({ ...written, html: '<b>', tty: 7 }), 'Its member "tty" is missing or not as it should be.'],
    [JSON.stringify({ ...written, exitCode: 0 }), 'What it says of the lock contradicts itself.'],
  ])('and it is said why: %#', (text, reason) => {
    expect(parseBeacon(text)).toMatchObject({ ok: false, reason });
  });

  it('but one that is as long as it may be', () => {
    expect(parseBeacon(JSON.stringify(written).padEnd(longestBeaconCharacters)).ok).toBe(true);
  });

  it.each([
    ['nothing', '', 'not-json'],
    ['half of it', JSON.stringify(written).slice(0, -20), 'not-json'],
    ['two of them', JSON.stringify(written).repeat(2), 'not-json'],
    ['a list', '[1]', 'not-a-beacon'],
    ['null', 'null', 'not-a-beacon'],
    ['a deep one', '['.repeat(2000) + ']'.repeat(2000), 'not-a-beacon'],
    ['one with a prototype', `{"__proto__":${JSON.stringify(written)}}`, 'not-a-beacon'],
    ['a long one', ' '.repeat(longestBeaconCharacters + 1), 'too-long'],
  ])('%s', (_, text, code) => {
    expect(parseBeacon(text)).toMatchObject({ ok: false, code });
  });
});

describe('its age', () => {
  const writtenMs = Date.parse(written.writtenAt);

  it.each([
    ['just now', 0, { kind: 'fresh', ageMs: 0 }],
    ['by a clock that is a little ahead', -beaconClockSkewMs, { kind: 'fresh', ageMs: 0 }],
    ['by a clock that cannot be', -beaconClockSkewMs - 1, { kind: 'from-the-future' }],
    ['a while ago', beaconStaleAfterMs, { kind: 'fresh', ageMs: beaconStaleAfterMs }],
    ['too long ago', beaconStaleAfterMs + 1, { kind: 'stale', ageMs: beaconStaleAfterMs + 1 }],
  ])('when written %s', (_, agoMs, expected) => {
    expect(beaconAge(written, writtenMs + agoMs)).toEqual(expected);
  });
});
