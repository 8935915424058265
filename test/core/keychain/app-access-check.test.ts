import { describe, expect, it } from 'vitest';
import {
  type AccessProblem,
  type AccessStep,
  type AccessStepName,
  formatAccessStep,
  tellAppAccess,
} from '../../../electron/core/keychain/app-access-check';

const now = Date.UTC(2026, 8, 10, 9);
const ok = (step: AccessStepName): AccessStep => ({ step, result: 'ok' });
const refused = (step: AccessStepName, problem: AccessProblem, said: string | null = null): AccessStep => ({
  ...{ step, result: 'refused', problem, said },
});
const tell = (steps: readonly AccessStep[], removedLeftovers = 0, session: 'desktop' | 'this-ssh-login' = 'desktop') =>
  tellAppAccess({ kind: 'checked', steps, removedLeftovers }, now, session);

describe('what the check is told as', () => {
  it('works, with the session that this holds for', () => {
    expect(tell([ok('write'), ok('read'), ok('delete')], 0, 'this-ssh-login')).toEqual({
      at: '2026-09-10T09:00:00.000Z',
      verdict: 'works',
      code: 'done',
      steps: [ok('write'), ok('read'), ok('delete')],
      sentence: 'Apps can use the keychain in this SSH login: an item of Latchkey’s own was written, read and deleted.',
    });
  });

  it.each([
    [1, 'One that an earlier check had left behind is removed.'],
    [3, '3 that earlier checks had left behind are removed.'],
  ])('tells of %i leftovers', (count, sentence) => {
    expect(tell([ok('write'), ok('read'), ok('delete')], count).sentence).toContain(sentence);
  });

  it.each<[AccessStep, string]>([
    [
      refused('write', 'keychain-locked', 'User interaction is not allowed.'),
      'The keychain is locked in this desktop session, so apps cannot use it. Unlock it first. Apps are told: “User interaction is not allowed.”',
    ],
    [refused('write', 'no-default-keychain'), 'Choose one in Keychain Access.'],
    [refused('write', 'no-keyring-service'), 'No keyring service is there to ask'],
    [refused('write', 'timed-out'), 'did not answer in time when an item was written'],
    [refused('read', 'timed-out'), 'The item is removed as soon as it can be.'],
    [refused('read', 'wrong-value'), 'gave back another value'],
    [refused('read', 'not-there'), 'The item was gone when it was to be read.'],
    [
      refused('write', 'refused', 'Nein.'),
      'An item could not be written in this desktop session. Apps are told: “Nein.”',
    ],
    [
      refused('delete', 'refused', 'Nein.'),
      'Apps are told: “Nein.” The item is left behind; the next check removes it.',
    ],
  ])('is a refusal: %j', (step, sentence) => {
    const told = tell([step]);
    expect(told).toMatchObject({ verdict: 'refused', code: step.result === 'refused' && step.problem });
    expect(told.sentence).toContain(sentence);
  });

  it.each<[AccessStep, string]>([
    [refused('read', 'not-there'), 'The item was gone when it was to be read. Check again.'],
    [refused('delete', 'not-there'), 'The item was gone when it was to be deleted. Check again.'],
    [
      refused('delete', 'refused'),
      'An item could not be deleted in this desktop session. The item is left behind; the next check removes it.',
    ],
    [refused('read', 'refused'), 'An item could not be read in this desktop session.'],
  ])('ends where nothing is left to say: %j', (step, sentence) => {
    expect(tell([step]).sentence).toBe(sentence);
  });

  it('says locked of nothing but a locked keychain', () => {
    const problems: readonly AccessProblem[] = [
      ...(['no-default-keychain', 'no-keyring-service', 'timed-out', 'not-there', 'wrong-value', 'refused'] as const),
    ];
    expect(problems.map((problem) => tell([refused('write', problem)]).sentence).join(' ')).not.toMatch(/locked/);
  });

  it('tells of the first refusal where there are several', () => {
    const told = tell([ok('write'), refused('read', 'wrong-value'), refused('delete', 'refused', 'No.')]);
    expect(told.code).toBe('wrong-value');
  });

  it('is not known where the check was not possible, with the reason', () => {
    expect(
      tellAppAccess({ kind: 'not-possible', code: 'no-native-module', reason: 'So it is.' }, now, 'desktop'),
    ).toEqual({
      at: '2026-09-10T09:00:00.000Z',
      verdict: 'not-possible',
      code: 'no-native-module',
      steps: [],
      sentence: 'So it is.',
    });
  });
});

describe('a step', () => {
  it.each<[AccessStep, string]>([
    [ok('write'), 'write ok'],
    [refused('read', 'refused'), 'read refused'],
    [refused('delete', 'timed-out'), 'delete timed out'],
    [{ step: 'read', result: 'not-tried' }, 'read not tried'],
  ])('%j is “%s”', (step, words) => {
    expect(formatAccessStep(step)).toBe(words);
  });
});
