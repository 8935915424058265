import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../electron/cli/arguments';

const path = '/Users/alice/Library/Keychains/ci 🔑.keychain-db';

const start = (end: object) => ({ name: 'hold', step: 'start', end, keepAwake: false, relock: false });

describe('parseCommand', () => {
  it.each([
    ['', { name: 'status', json: false }],
    ['status', { name: 'status', json: false }],
    ['status --json', { name: 'status', json: true }],
    ['watch --json', { name: 'watch', json: true }],
    ['unlock', { name: 'unlock', json: false }],
    ['lock', { name: 'lock', json: false, all: false }],
    ['lock --all --json', { name: 'lock', json: true, all: true }],
    ['set --timeout 15m', { name: 'set', json: false, idleTimeoutSeconds: 900 }],
    [
      'set --timeout never --lock-on-sleep on',
      { name: 'set', json: false, idleTimeoutSeconds: null, lockOnSleep: true },
    ],
    ['set --lock-on-sleep off', { name: 'set', json: false, lockOnSleep: false }],
    ['set --timeout=90s', { name: 'set', json: false, idleTimeoutSeconds: 90 }],
    ['history', { name: 'history', json: false, days: 7, erase: false }],
    ['history --json --days 30', { name: 'history', json: true, days: 30, erase: false }],
    ['history --erase', { name: 'history', json: false, days: 7, erase: true }],
    ['hold', { name: 'hold', step: 'show', json: false }],
    ['hold --json', { name: 'hold', step: 'show', json: true }],
    ['hold 4h', start({ kind: 'after', lengthMs: 14_400_000 })],
    [
      'hold 90m --keep-awake --relock',
      { ...start({ kind: 'after', lengthMs: 5_400_000 }), keepAwake: true, relock: true },
    ],
    ['hold 1h30m', start({ kind: 'after', lengthMs: 5_400_000 })],
    ['hold tonight', start({ kind: 'tonight' })],
    ['hold back', start({ kind: 'back', afterMinutesAway: 10 })],
    ['hold back --away 1h30m', start({ kind: 'back', afterMinutesAway: 90 })],
    ['hold until 18:30', start({ kind: 'clock', clock: '18:30' })],
    ['hold until tonight', start({ kind: 'tonight' })],
    ['hold 18:30', start({ kind: 'clock', clock: '18:30' })],
    ['hold tonight --keychain build', { ...start({ kind: 'tonight' }), keychainPath: 'build' }],
    ['set --timeout 1h30m', { name: 'set', json: false, idleTimeoutSeconds: 5400 }],
    ['unlock --keychain login', { name: 'unlock', json: false, keychainPath: 'login' }],
    ['hold --until 18:30', start({ kind: 'clock', clock: '18:30' })],
    ['hold --until tonight', start({ kind: 'tonight' })],
    ['hold --until back', start({ kind: 'back', afterMinutesAway: 10 })],
    ['hold --until back --away 1h', start({ kind: 'back', afterMinutesAway: 60 })],
    ['hold 1h --keychain /k', { ...start({ kind: 'after', lengthMs: 3_600_000 }), keychainPath: '/k' }],
    ['hold --end', { name: 'hold', step: 'end', relock: false }],
    ['hold --end --relock', { name: 'hold', step: 'end', relock: true }],
    ['hold --put-back', { name: 'hold', step: 'resolve', decision: 'put-back' }],
    ['hold --leave --keychain /k', { name: 'hold', step: 'resolve', decision: 'leave', keychainPath: '/k' }],
    ['test-login', { name: 'test-login', json: false }],
    ['check-apps --json', { name: 'check-apps', json: true }],
    ['run -- gh pr list --json id', { name: 'run', words: ['gh', 'pr', 'list', '--json', 'id'] }],
    ['run -- --', { name: 'run', words: ['--'] }],
    ['run --help', { name: 'help', about: 'run' }],
    ['doctor', { name: 'doctor', json: false, network: false, checklist: false }],
    ['doctor --json --network gh', { name: 'doctor', json: true, network: true, checklist: false, tool: 'gh' }],
    [
      'doctor --symptom login-loop',
      { name: 'doctor', json: false, network: false, checklist: false, symptom: 'login-loop' },
    ],
    [
      'doctor --message -',
      { name: 'doctor', json: false, network: false, checklist: false, message: { from: 'standard-input' } },
    ],
    [
      'doctor --message=-x',
      { name: 'doctor', json: false, network: false, checklist: false, message: { from: 'words', text: '-x' } },
    ],
    ['uninstall', { name: 'uninstall', json: false, supportFolder: false }],
    ['uninstall --support-folder', { name: 'uninstall', json: false, supportFolder: true }],
    ['tmux', { name: 'tmux', json: false, printPlist: false }],
    ['tmux --print-plist', { name: 'tmux', json: false, printPlist: true }],
    ['tmux --at-login on', { name: 'tmux', json: false, printPlist: false, atLogin: true }],
    ['tmux --at-login=off', { name: 'tmux', json: false, printPlist: false, atLogin: false }],
    ['--help', { name: 'help' }],
    ['set -h', { name: 'help', about: 'set' }],
    ['help', { name: 'help' }],
    ['help hold', { name: 'help', about: 'hold' }],
    ['completions fish', { name: 'completions', shell: 'fish' }],
    ['--version', { name: 'version' }],
  ])('“%s”', (line, expected) => {
    expect(parseCommand(line.split(' ').filter(Boolean))).toEqual({ ok: true, value: expected });
  });

  it('takes a path with spaces and emoji', () => {
    expect(parseCommand(['unlock', '--keychain', path])).toEqual({
      ok: true,
      value: { name: 'unlock', json: false, keychainPath: path },
    });
  });

  it('cuts a message that is longer than any', () => {
    const parsed = parseCommand(['doctor', '--message', 'x'.repeat(200_000)]);
    expect(parsed.ok && parsed.value).toMatchObject({ message: { from: 'words', text: 'x'.repeat(65_536) } });
  });

  it.each([
    'stauts',
    'status extra',
    'status --all',
    'status --jsn',
    'unlock --all',
    'unlock --keychain folder/relative.keychain',
    'lock --all --keychain /x',
    'set',
    'set --timeout 15',
    'set --timeout 59s',
    'set --timeout 99999999d',
    'set --timeout soon',
    'set --timeout',
    'set --lock-on-sleep yes',
    'hold soon',
    'hold 0h',
    'hold 32d',
    'hold 4h 5h',
    'hold 4h --until 18:30',
    'hold --until 25:00',
    'hold --until 1830',
    'hold --until',
    'hold --until back --away 2d',
    'hold 4h --away 5m',
    'hold --keep-awake',
    'hold --relock',
    'hold 4h --end',
    'hold --end --until 18:30',
    'hold --end --keep-awake',
    'hold --end --keychain /k',
    'hold --put-back --leave',
    'hold 4h --leave',
    'hold 4h --json',
    'hold 4h --keychain folder/relative',
    'hold until',
    'hold until soon',
    'hold tonight back',
    'hold tonight --until 18:30',
    'hold 25:00',
    'hold back --end',
    'status --until 18:30',
    'lock --relock',
    'history today',
    'history --days 0',
    'history --days 1000',
    'history --days -1',
    'history --days two',
    'history --erase --json',
    'history --erase --days 3',
    'status --days 3',
    'test-login --all',
    'run',
    'run --',
    'run claude',
    'run --json -- claude',
    'completions --json',
    'tmux --print-plist --json',
    'check-apps now',
    'doctor gh git',
    'doctor --symptom',
    'doctor --symptom boredom',
    'doctor --message',
    'doctor --all',
    'status --network',
    'uninstall now',
    'uninstall --all',
    'status --support-folder',
    'tmux --at-login',
    'tmux --at-login yes',
    'tmux --at-login on --print-plist',
    'tmux work',
    'status --print-plist',
    '-p secret',
    'help nonsense',
    'help constructor',
    'constructor',
    'nonsense --help',
    'completions',
    'completions tcsh',
  ])('refuses “%s” with a sentence', (line) => {
    const parsed = parseCommand(line.split(' '));
    expect(parsed).toMatchObject({ ok: false, code: 'usage' });
    expect(!parsed.ok && parsed.reason.length).toBeGreaterThan(10);
    // Ours, not the parser's.
    expect(!parsed.ok && parsed.reason).not.toMatch(/argument|positional|parse|Option|'/);
  });
});
