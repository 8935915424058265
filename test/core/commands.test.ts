import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { unlockOverSshCommand } from '../../electron/core/commands';

describe('unlockOverSshCommand', () => {
  it('leaves a plain path as it is', () => {
    expect(unlockOverSshCommand('/Users/alice/Library/Keychains/login.keychain-db')).toBe(
      'security unlock-keychain /Users/alice/Library/Keychains/login.keychain-db',
    );
  });

  it.each(['/Users/a b/x', "/Users/o'neil/x", '/Users/$HOME/`id`', '/Users/🔑/x;rm', '/Users/"q"/\\x', '/Users/*/~'])(
    'reaches the tool as one unchanged word: %s',
    (path) => {
      const script = unlockOverSshCommand(path).replace('security unlock-keychain', "printf '%s|'");
      expect(execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' })).toBe(`${path}|`);
    },
  );
});
