import { describe, expect, it } from 'vitest';
import { checks } from '../../../electron/core/diagnosis/causes/checks';
import { checklist, workThrough } from '../../../electron/core/diagnosis/checklist';
import { loginMethods } from '../../../electron/core/diagnosis/login-methods';

const all = Object.keys(checks) as (keyof typeof checks)[];
const fine = all.map((id) => ({ id, result: 'fine', sentence: `${id} is fine.` }) as const);

describe('the quick checklist', () => {
  it('has eleven steps, and no check in two of them', () => {
    expect(checklist.length).toBe(11);
    const named = checklist.flatMap(({ checks: ids }) => ids);
    expect(new Set(named).size).toBe(named.length);
    expect(all.filter((id) => !named.includes(id))).toEqual(['desk', 'login-password']);
  });

  it('is worked through where every check was made, but for what only a person can do', () => {
    const states = workThrough(fine).map(({ state }) => state);
    expect(new Set(states.slice(0, 8))).toEqual(new Set(['fine']));
    expect(states.slice(8)).toEqual(['left-to-you', 'left-to-you', 'left-to-you']);
    for (const { state, leftToYou } of workThrough(fine)) if (state === 'left-to-you') expect(leftToYou).not.toBeNull();
  });

  it('never calls fine what could not be looked at', () => {
    const rows = workThrough(fine.filter(({ id }) => id !== 'service-status' && id !== 'clock'));
    expect(rows[0]).toMatchObject({ state: 'could-not-look', found: ['Network checks are off.'] });
    expect(rows[2]?.state).toBe('could-not-look');
    const unseen = fine.map((one) => (one.id === 'credentials' ? ({ ...one, result: 'not-possible' } as const) : one));
    expect(workThrough(unseen)[5]).toMatchObject({ state: 'could-not-look', found: ['credentials is fine.'] });
  });

  it('tells a problem with its sentence, made safe to show', () => {
    const troubled = fine.map((one) =>
      one.id === 'disk' ? { ...one, result: 'problem' as const, sentence: 'Full\u001b[2J.' } : one,
    );
    expect(workThrough(troubled)[2]).toMatchObject({ state: 'problem', found: ['Full␛[2J.'] });
  });
});

describe('the ways to log in', () => {
  it('are compared in every respect, and promise no price', () => {
    expect(loginMethods.length).toBe(7);
    for (const method of loginMethods) {
      for (const said of Object.values(method)) expect(said).not.toBe('');
      expect(JSON.stringify(method)).not.toMatch(/\$|€|free|per month/i);
    }
  });
});
