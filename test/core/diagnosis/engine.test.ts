import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../electron/core/diagnosis/engine';
import { oneCauseCases, pastedCases, twoCausesCases } from './all-cases';
import { saying } from './sample-diagnosis-facts';
import { inLockedSsh } from './sample-troubles';

describe('the table of cases', () => {
  it('has at least 220 cases, 80 of two or three causes at once, 40 of pasted logs, and none twice', () => {
    const all = [...oneCauseCases, ...twoCausesCases];
    expect(all.length).toBeGreaterThanOrEqual(220);
    const withSeveral = all.filter(({ cause, then }) => then !== undefined && then !== cause);
    expect(withSeveral.length).toBeGreaterThanOrEqual(80);
    expect(all.filter(({ others }) => others !== undefined).length).toBeGreaterThanOrEqual(15);
    const long = pastedCases.filter(({ text }) => text.split('\n').length >= 10);
    expect(long.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ facts }) => JSON.stringify(facts))).size).toBe(all.length);
  });

  it.each(oneCauseCases)('finds $name', ({ facts, cause, cure }) => {
    const [first] = diagnose(facts).causes;
    expect({ cause: first?.id, cure: first?.cures[0]?.id }).toEqual({ cause, cure });
  });

  it.each(twoCausesCases)('tells $name', ({ facts, cause, cure, then, others = [] }) => {
    const { causes } = diagnose(facts);
    expect(causes.map(({ id }) => id)).toEqual(expect.arrayContaining([then, ...others]));
    expect({ cause: causes[0]?.id, cure: causes[0]?.cures[0]?.id }).toEqual({ cause, cure });
  });
});

describe('what a message suggests', () => {
  const told = saying('Not logged in · Please run /login');

  it('is told, the likeliest first and no more than three, where nothing was measured', () => {
    const ids = diagnose(told).causes.map(({ id }) => id);
    expect(ids).toEqual(['ssh-login-locked', 'signed-out', 'login-expired']);
  });

  it('is left out once a fact has confirmed one of it', () => {
    const ids = diagnose({ ...told, sessions: inLockedSsh }).causes.map(({ id }) => id);
    expect(ids).toEqual(['ssh-login-locked']);
  });

  it('is no capacity limit, and a capacity limit is no login: neither is told for the other', () => {
    const overloaded = diagnose(saying('API Error: 529 Overloaded')).causes;
    expect(overloaded.map(({ id }) => id)).toEqual(['service-overloaded']);
    expect(diagnose(told).causes.some(({ kind }) => kind === 'service')).toBe(false);
  });
});
