import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../electron/cli/arguments';

const path = '/Users/alice/Library/Keychains/ci 🔑.keychain-db';

describe('parseCommand', () => {
  it.each([
    ['', { name: 'status', json: false }],
    ['status', { name: 'status', json: false }],
    ['status --json', { name: 'status', json: true }],
    ['watch --json', { name: 'watch', json: true }],
    ['unlock', { name: 'unlock' }],
    ['lock', { name: 'lock', all: false }],
    ['lock --all', { name: 'lock', all: true }],
    ['set --timeout 15m', { name: 'set', idleTimeoutSeconds: 900 }],
    ['set --timeout never --lock-on-sleep on', { name: 'set', idleTimeoutSeconds: null, lockOnSleep: true }],
    ['set --lock-on-sleep off', { name: 'set', lockOnSleep: false }],
    ['set --timeout=90s', { name: 'set', idleTimeoutSeconds: 90 }],
    ['test-login', { name: 'test-login' }],
    ['check-apps', { name: 'check-apps' }],
    ['tmux', { name: 'tmux', printPlist: false }],
    ['tmux --print-plist', { name: 'tmux', printPlist: true }],
    ['tmux --at-login on', { name: 'tmux', printPlist: false, atLogin: true }],
    ['tmux --at-login=off', { name: 'tmux', printPlist: false, atLogin: false }],
    ['--help', { name: 'help' }],
    ['set -h', { name: 'help' }],
    ['--version', { name: 'version' }],
  ])('“%s”', (line, expected) => {
    expect(parseCommand(line.split(' ').filter(Boolean))).toEqual({ ok: true, value: expected });
  });

  it('takes a path with spaces and emoji', () => {
    expect(parseCommand(['unlock', '--keychain', path])).toEqual({
      ok: true,
      value: { name: 'unlock', keychainPath: path },
    });
  });

  it.each([
    'stauts',
    'status extra',
    'status --all',
    'status --jsn',
    'unlock --json',
    'unlock --keychain relative.keychain',
    'lock --all --keychain /x',
    'set',
    'set --timeout 15',
    'set --timeout 59s',
    'set --timeout 99999999d',
    'set --timeout soon',
    'set --timeout',
    'set --lock-on-sleep yes',
    'test-login --json',
    'check-apps --json',
    'check-apps now',
    'tmux --at-login',
    'tmux --at-login yes',
    'tmux --at-login on --print-plist',
    'tmux work',
    'status --print-plist',
    '-p secret',
  ])('refuses “%s” with a sentence', (line) => {
    const parsed = parseCommand(line.split(' '));
    expect(parsed).toMatchObject({ ok: false, code: 'usage' });
    expect(!parsed.ok && parsed.reason.length).toBeGreaterThan(10);
  });
});
