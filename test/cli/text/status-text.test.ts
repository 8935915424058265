import { describe, expect, it } from 'vitest';
import { statusText } from '../../../electron/cli/status-text';
import { alignRows, wrap } from '../../../electron/cli/text/columns';
import { paintFor } from '../../../electron/cli/text/paint';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import type { Readings } from '../../../electron/core/state/readings';
import { credential, readings, remoteAccess, sighting } from '../../core/sample-facts';

const now = { nowMs: Date.UTC(2026, 8, 10, 9, 0), timeZone: 'UTC' };
const plain = paintFor({ isTTY: false }, {});
const locked: Partial<Readings> = {
  keychains: readings().keychains.map((one) => ({ ...one, lock: { state: 'locked' } })),
};
const show = (changes: Partial<Readings> = {}, paint = plain) =>
  statusText(buildSnapshot(readings(changes), null, now.nowMs), now, paint);

describe('statusText', () => {
  it.each<[string, Partial<Readings>]>([
    ['✓ You can go: no tool Latchkey knows here needs this keychain over SSH.', {}],
    ['▲ Unlock first: over SSH, Claude Code will be logged out.', { ...locked, credentials: [credential()] }],
    ['– Nobody can SSH in: Remote Login is off.', { remoteAccess: { ...remoteAccess, remoteLogin: 'off' } }],
    ["? Can't tell: no keychain was found.", { keychains: [] }],
    ["⚠ A new SSH login won't have Claude Code, even while this is unlocked.", { credentials: [credential()] }],
  ])('begins with the conclusion and its mark: %s', (line, changes) => {
    expect(show(changes).split('\n').slice(0, 2)).toEqual([line, '']);
  });

  it('breaks a long conclusion below its mark', () => {
    const credentials = ['gh', 'npm', 'copilot', 'codex'].map((tool) =>
      credential({ tool, name: `${tool} with a long name` }),
    );
    const [first = '', second = ''] = show({ ...locked, credentials }).split('\n');
    expect(first).toMatch(/^▲ Unlock first: /);
    expect(first.length).toBeLessThanOrEqual(80);
    expect(second).toMatch(/^ {2}\S/);
  });

  it('names the session with the state', () => {
    expect(show()).toContain('login (login keychain, default): Unlocked in this desktop session');
    const overSsh = {
      host: {
        platform: 'macos',
        macosVersion: '26.1',
        managerName: 'Background',
        securitySession: { id: 100012, graphicAccess: false, remote: true, initial: false },
      },
    } as const;
    expect(show(overSsh)).toContain('Unlocked in this SSH login');
    expect(show(overSsh)).toContain('seen from this SSH login');
  });

  it('calls no session an SSH login that is none', () => {
    const from = (initial: boolean) => ({
      ...({ platform: 'macos', macosVersion: '26.1', managerName: 'Background' } as const),
      securitySession: { id: 100000, graphicAccess: false, remote: false, initial },
    });
    const text = show({ ...locked, host: from(true), credentials: [credential()] });
    expect(text).toContain('Locked in this session of the system');
    expect(text).toContain('seen from this session of the system');
    expect(text.split('\n')[0]).toBe('⚠ Not yet: this session of the system has no access to Claude Code.');
    expect(text).not.toMatch(/this SSH login/i);
    expect(show({ host: from(false) })).toContain('Unlocked in this session\n');
  });

  it('shows who sees what, measured or inferred', () => {
    const text = show({ sessions: [sighting(), sighting({ id: 'x', bornIn: 'ssh', from: '192.168.1.9' })] });
    expect(text).toContain('unlocked (measured)');
    expect(text).toContain('locked (inferred)');
    expect(text).toContain('from 192.168.1.9');
  });

  it('tells an expiry with what expires', () => {
    const ends = { of: 'login', at: '2026-09-10T11:10:00.000Z' } as const;
    expect(show({ credentials: [credential({ status: 'expiring', expiry: ends })] })).toContain(
      'login ends in 2 h 10 min',
    );
  });

  it('ends each warning with the command that helps', () => {
    const changes = { ...locked, sessions: [sighting()], credentials: [credential()] };
    const locking = buildSnapshot(readings(changes), null, now.nowMs);
    const text = show(changes);
    expect(text).toContain('critical: tmux server sees a locked keychain');
    expect(text).toContain('→ latchkey unlock');
    expect(statusText(locking, now, plain, '/Applications/x/latchkey')).toContain('→ /Applications/x/latchkey unlock');
    expect(text).toContain('→ security unlock-keychain /Users/alice/Library/Keychains/login.keychain-db');
  });

  it('stays within 80 columns but for commands, which stay whole', () => {
    const longReason = credential({ reason: 'word '.repeat(60).trim() });
    const text = show({
      credentials: [longReason],
      sessions: [sighting({ user: 'a'.repeat(30), from: 'b'.repeat(30) })],
    });
    const tooLong = text.split('\n').filter((line) => [...line].length > 80 && !line.includes('→ '));
    expect(tooLong).toEqual([]);
  });

  it('lets no outside text drive the terminal', () => {
    const text = show({ sessions: [sighting({ user: 'eve\u001b[2J', from: 'host\u202e\r\n' })] });
    for (const acting of ['\u001b', '\u202e', '\r']) expect(text).not.toContain(acting);
  });

  it('uses colour only on a terminal whose user did not decline it', () => {
    const colour = '\u001b[';
    expect(show()).not.toContain(colour);
    expect(show({}, paintFor({ isTTY: true }, {}))).toContain(colour);
    expect(show({}, paintFor({ isTTY: true }, { NO_COLOR: '1' }))).not.toContain(colour);
    expect(show({}, paintFor({ isTTY: true }, { TERM: 'dumb' }))).not.toContain(colour);
  });
});

describe('wrap', () => {
  it.each([
    ['short', 10, ['short']],
    ['two words', 5, ['two', 'words']],
    ['averyveryverylongword x', 5, ['averyveryverylongword', 'x']],
    ['🔑🔑 🔑🔑', 4, ['🔑🔑', '🔑🔑']],
    ['', 5, ['']],
  ])('“%s” at %i', (text, columns, expected) => {
    expect(wrap(text, columns)).toEqual(expected);
  });
});

describe('alignRows', () => {
  it('starts each column below the one above', () => {
    expect(
      alignRows(
        [
          ['a', 'one'],
          ['longer', 'two'],
        ],
        2,
      ),
    ).toEqual(['  a       one', '  longer  two']);
  });
});
