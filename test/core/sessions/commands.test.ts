import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { unlockOverSshCommand } from '../../../electron/core/keychain/commands';
import { attachOverSshCommand } from '../../../electron/core/sessions/commands';

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

describe('attachOverSshCommand', () => {
  it('names tmux by its absolute path, for over SSH the PATH is not the shell’s', () => {
    expect(attachOverSshCommand('alices-mac.local', '/opt/homebrew/bin/tmux')).toBe(
      'ssh -t alices-mac.local /opt/homebrew/bin/tmux -L latchkey attach -t latchkey',
    );
  });

  it.each(['/Users/a b/bin/tmux', "/Users/o'neil/$HOME/tmux"])('is read by two shells, here and there: %s', (tmux) => {
    const command = attachOverSshCommand('mac', tmux).replace('ssh -t mac ', '');
    // ssh joins its words with spaces and hands them to the shell over there.
    const overThere = execFileSync('/bin/sh', ['-c', `printf '%s ' ${command}`], { encoding: 'utf8' });
    expect(execFileSync('/bin/sh', ['-c', `printf '%s|' ${overThere}`], { encoding: 'utf8' })).toBe(
      `${tmux}|-L|latchkey|attach|-t|latchkey|`,
    );
  });
});
