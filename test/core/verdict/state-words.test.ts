import { describe, expect, it } from 'vitest';
import { stateWords } from '../../../electron/core/verdict/state-words';
import type { Hold } from '../../../electron/core/words/hold';
import { keychain, loginPath } from '../sample-facts';
import { at, factsOf, now, type Situation } from './situations';

const wordsOf = (situation: Situation): string => {
  const { keychains, hold } = factsOf(situation);
  const { title, line } = stateWords({ keychain: keychains[0], hold }, now);
  return `${title} | ${line}`;
};

describe('the state in words, and what comes next', () => {
  it.each<[string, Situation]>([
    ['Unlocked | Locks 15 min after last use, on sleep', {}],
    ['Unlocked | Locks on sleep', { locks: 'sleep' }],
    ['Unlocked | Locks on sleep', { locks: 'sleep-by-hand' }],
    ['Unlocked | Does not lock by itself', { locks: 'never' }],
    ['Unlocked | When it locks is not known', { locks: 'unknown' }],
    ['Unlocked until 18:00 | Then 15 min after last use, on sleep', { held: '18:00' }],
    ['Unlocked until 18:00 | Then it locks on sleep', { held: '18:00', locks: 'sleep' }],
    ['Unlocked until 18:00 | Then it does not lock by itself', { held: '18:00', locks: 'never' }],
    ["Unlocked until you're back | Then 15 min after last use, on sleep", { held: 'back' }],
    ['Unlocked until you end it | Then 15 min after last use, on sleep', { held: 'open' }],
    ['Locked | Its logins are closed', { lock: 'locked' }],
    ['Lock state unknown | The keychain could not be looked at', { lock: 'unknown' }],
    ['No keychain found | This user has no login keychain', { lock: 'no keychain' }],
  ])('%s', (words, situation) => {
    expect(wordsOf(situation)).toBe(words);
  });

  it.each([
    [at('01:20'), 'Since 01:20'],
    [at('18:02', '2026-09-09'), 'Since yesterday 18:02'],
    [at('18:02', '2026-09-07'), 'Since Monday 18:02'],
    [at('18:02', '2026-08-01'), 'Since 1 August'],
  ])('locked since %s', (since, line) => {
    const locked = keychain({ lock: { state: 'locked', session: 'desktop', since } });
    expect(stateWords({ keychain: locked, hold: { state: 'off' } }, now)).toEqual({ title: 'Locked', line });
  });

  it('tells its times as the system has them', () => {
    const locked = keychain({ lock: { state: 'locked', session: 'desktop', since: at('13:20') } });
    const there = { ...now, locale: 'en-US' };
    expect(stateWords({ keychain: locked, hold: { state: 'off' } }, there).line).toBe('Since 1:20\u00a0PM');
    const { keychains, hold } = factsOf({ held: '18:00' });
    expect(stateWords({ keychain: keychains[0], hold }, there).title).toBe('Unlocked until 6:00\u00a0PM');
  });

  it.each([[{ relock: 'always', wasLocked: false }], [{ relock: 'as-before', wasLocked: true }]] as const)(
    'one that is locked at the end says so: %j',
    ({ relock, wasLocked }) => {
      const { keychains, hold } = factsOf({ held: '18:00' });
      if (hold.state !== 'on') throw new Error('it is held');
      const held: Hold = { ...hold, relock, keychains: hold.keychains.map((one) => ({ ...one, wasLocked })) };
      expect(keychains[0]?.path).toBe(loginPath);
      expect(stateWords({ keychain: keychains[0], hold: held }, now).line).toBe('Then it locks');
    },
  );

  it('goes by the keychain that is meant, and needs no hold that is known', () => {
    const { keychains, hold } = factsOf({ held: '18:00', locks: 'unknown' });
    if (hold.state !== 'on') throw new Error('it is held');
    const [held] = hold.keychains;
    const other = { path: '/other', restores: hold.restores, wasLocked: true };
    const lineWith = (one: Hold) => stateWords({ keychain: keychains[0], hold: one }, now).line;
    expect(lineWith({ ...hold, keychains: held === undefined ? [] : [other, held] })).toBe(
      'When it locks is not known',
    );
    expect(lineWith({ ...hold, keychains: [other] })).toBe('When it locks is not known');
    expect(lineWith({ ...hold, state: 'restoring', problems: [], relock: 'always' })).toBe(
      'When it locks is not known',
    );
  });

  it('tells after last use alone where sleep does not lock it', () => {
    const forecast = { kind: 'after-idle', idleTimeoutSeconds: 300, alsoOnSleep: false, reason: '' } as const;
    expect(stateWords({ keychain: keychain({ forecast }), hold: { state: 'off' } }, now).line).toBe(
      'Locks 5 min after last use',
    );
  });

  it('tells a list that nobody has read yet, or could not read, from an empty one', () => {
    const none = { keychain: undefined, hold: { state: 'off' } } as const;
    expect(stateWords({ ...none, awaited: ['keychain-list'] }, now)).toEqual({
      title: 'Looking…',
      line: 'Nothing is asked for',
    });
    const notKnown = { title: 'Keychains not known', line: 'Their list could not be read' };
    expect(stateWords({ ...none, unread: [{ part: 'sessions' }, { part: 'keychain-list' }] }, now)).toEqual(notKnown);
    expect(stateWords({ ...none, unread: [{ part: 'sessions' }] }, now).title).toBe('No keychain found');
  });
});
