import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../electron/core/diagnosis/engine';
import { type DiagnosisFacts, measured, notMeasured } from '../../../electron/core/diagnosis/facts';
import { outcomeAfterCure } from '../../../electron/core/diagnosis/outcome-after-cure';
import { claudeCodes, desktop, expiredLogin, facts, saying, tmuxServer } from './sample-diagnosis-facts';
import { lockedDesktop, stuck } from './sample-troubles';

const outcome = (before: DiagnosisFacts, after: DiagnosisFacts, cure?: Parameters<typeof outcomeAfterCure>[2]) =>
  outcomeAfterCure(diagnose(before), diagnose(after), cure);

describe('after a cure', () => {
  it('says that it worked when the cause is gone', () => {
    expect(outcome(facts({ sessions: lockedDesktop }), facts(), 'unlock-desktop')).toEqual({
      result: 'worked',
      sentence: 'It has worked: the desktop session sees it unlocked. Try the tool again.',
    });
  });

  it('says what comes next when another cause is left', () => {
    const before = facts({ sessions: lockedDesktop, credentials: measured([expiredLogin()]) });
    const after = facts({ credentials: measured([expiredLogin()]) });
    expect(outcome(before, after)).toEqual({
      result: 'another-cause',
      sentence: 'It has worked. Next: the login has ended.',
    });
  });

  it('says that it has not worked yet, and which cure is next', () => {
    const before = facts({ sessions: measured([desktop('unlocked'), tmuxServer('locked')]) });
    expect(outcome(before, before, 'open-unlock-prompt')).toEqual({
      result: 'still-there',
      sentence: 'It has not worked yet: the keychain is locked in that tmux server. Next: unlock inside the SSH login.',
    });
  });

  it('names the check to watch when there is no further cure', () => {
    const before = facts({ claudeCode: stuck });
    const { result, sentence } = outcome(before, before, 'quit-older-claudes');
    expect(result).toBe('still-there');
    expect(sentence).toContain('“Running Claude Codes and their refresh lock”');
  });

  it('does not claim success where the second look could not measure', () => {
    const after = facts({ sessions: notMeasured('the look was cancelled') });
    expect(outcome(facts({ sessions: lockedDesktop }), after)).toMatchObject({ result: 'not-known' });
  });

  it('does not claim success over what only a message told', () => {
    const before = facts(saying('OAuth token revoked'));
    expect(outcome(before, facts())).toMatchObject({ result: 'not-known' });
    expect(outcome(facts(), facts())).toMatchObject({ result: 'not-known' });
  });

  it('does not take a hint that is left for the cause', () => {
    const before = facts({ claudeCode: stuck });
    const after = facts({ claudeCode: claudeCodes(), claudeNewest: measured('9.0.0') });
    expect(outcome(before, after)).toMatchObject({ result: 'worked' });
  });
});
