import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../electron/core/diagnosis/engine';
import { type DiagnosisFacts, measured } from '../../../electron/core/diagnosis/facts';
import {
  desktop,
  expiredLogin,
  facts,
  login,
  loginPath,
  overruledBy,
  sshLogin,
  tmuxServer,
} from './sample-diagnosis-facts';
import { inLockedSsh, stuck } from './sample-troubles';

const stepOf = (given: DiagnosisFacts, cure: string) =>
  diagnose(given)
    .causes.flatMap(({ cures }) => cures)
    .find(({ id }) => id === cure);
const commandOf = (given: DiagnosisFacts, cure: string) => {
  const action = stepOf(given, cure)?.action;
  return action?.kind === 'copy-command' ? action.command : null;
};

describe('the command of a cure', () => {
  it('names the keychain, and quotes a path that a shell would take apart', () => {
    expect(commandOf(facts({ sessions: inLockedSsh }), 'unlock-in-ssh-login')).toBe(
      `security unlock-keychain ${loginPath}`,
    );
    const odd = measured("/Users/o'neil $(id)/login.keychain-db");
    expect(commandOf(facts({ sessions: inLockedSsh, loginKeychainPath: odd }), 'unlock-in-ssh-login')).toBe(
      `security unlock-keychain '/Users/o'\\''neil $(id)/login.keychain-db'`,
    );
  });

  it('takes the password out of 1Password only where op works there without its app', () => {
    const withOp = (overSsh: 'breaks' | 'survives') => {
      const op = login({ tool: 'onepassword', name: '1Password CLI', store: 'environment', overSsh });
      return facts({ sessions: inLockedSsh, credentials: measured([login(), op]) });
    };
    expect(commandOf(withOp('survives'), 'unlock-from-1password')).toMatch(/^op read .* \| security -q -i$/);
    expect(stepOf(withOp('breaks'), 'unlock-from-1password')).toBeUndefined();
    expect(stepOf(facts({ sessions: inLockedSsh }), 'unlock-from-1password')).toBeUndefined();
  });

  it('leaves the keychain to the tool where its path is not known', () => {
    expect(commandOf({ sessions: inLockedSsh }, 'unlock-in-ssh-login')).toBe('security unlock-keychain');
  });

  it('unsets the variable that wins, and no setting that is none', () => {
    expect(commandOf(facts({ overrides: overruledBy({}) }), 'unset-variable')).toBe('unset ANTHROPIC_API_KEY');
    const helper = facts({ overrides: overruledBy({ name: 'apiKeyHelper', kind: 'helper' }) });
    expect(stepOf(helper, 'unset-variable')).toMatchObject({ action: null, by: 'person' });
  });

  it('signs in with the tool that it is about', () => {
    const both = measured([expiredLogin({ tool: 'gh', name: 'GitHub CLI' }), login()]);
    expect(commandOf(facts({ credentials: both }), 'sign-in-again')).toBe('gh auth login');
    expect(commandOf(facts({ credentials: both, tool: 'gh' }), 'sign-in-again')).toBe('gh auth login');
  });

  it('is not guessed where several logins have ended', () => {
    const both = measured([expiredLogin({ tool: 'gh', name: 'GitHub CLI' }), expiredLogin()]);
    expect(stepOf(facts({ credentials: both }), 'sign-in-again')).toMatchObject({ action: null, by: 'person' });
  });

  it('removes the lock that was found', () => {
    const given = facts({ claudeCode: { ...stuck, value: { ...stuckValue, running: 0 } } as typeof stuck });
    expect(commandOf(given, 'remove-refresh-lock')).toBe('rmdir /Users/alice/.claude/.oauth_refresh.lock');
    expect(stepOf(facts({ claudeCode: stuck }), 'remove-refresh-lock')).toBeUndefined();
  });
});

const stuckValue = stuck.kind === 'known' ? stuck.value : null;

describe('a step', () => {
  it('opens a prompt only in a tmux server that sees the keychain locked', () => {
    expect(
      stepOf(facts({ sessions: measured([desktop('unlocked'), tmuxServer('locked')]) }), 'open-unlock-prompt'),
    ).toBeDefined();
    expect(
      stepOf(facts({ sessions: measured([desktop('unlocked'), sshLogin('locked')]) }), 'open-unlock-prompt'),
    ).toBeUndefined();
  });

  it('names the check and the sentence by which it is seen to work', () => {
    expect(stepOf(facts({ sessions: measured([desktop('locked')]) }), 'unlock-desktop')).toMatchObject({
      seenToWork: { check: 'keychain-lock', sentence: 'The desktop session sees it unlocked.' },
      by: 'latchkey',
      action: { kind: 'unlock' },
    });
  });
});
