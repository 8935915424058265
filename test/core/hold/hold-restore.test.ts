import { describe, expect, it } from 'vitest';
import { heldSettings } from '../../../electron/core/hold/hold';
import { type HeldSighting, restoreStep } from '../../../electron/core/hold/hold-restore';
import { beforeHold as before, holdEntry } from '../sample-hold';

const other = { lockOnSleep: false, idleTimeoutSeconds: 60 };
const own = holdEntry().signature ?? '';

type Settings = typeof other | typeof heldSettings;

const sighting = (
  stored: Settings | 'missing' | 'unreadable',
  state: 'locked' | 'unlocked' | 'unknown',
  inForce: Settings | null = null,
  signature = own,
): HeldSighting => ({
  file:
    stored === 'missing'
      ? { kind: 'missing' }
      : stored === 'unreadable'
        ? { kind: 'unreadable', reason: 'No.' }
        : { kind: 'keychain', settings: stored, signature },
  lock: state === 'unknown' ? { state, reason: 'No answer.' } : { state },
  inForce,
});

it('a hold sets both settings so that nothing locks', () => {
  expect(heldSettings).toEqual({ lockOnSleep: false, idleTimeoutSeconds: null });
});

describe('what is to be done so that a held keychain is as before', () => {
  it.each([
    ['what the hold wrote', sighting(heldSettings, 'unlocked', heldSettings), 'write-before'],
    ['what was before', sighting(before, 'unlocked', before), 'settled'],
    ['what was before, in the file only', sighting(before, 'unlocked', heldSettings), 'write-before'],
    ['what was before, in this session only', sighting(heldSettings, 'unlocked', before), 'write-before'],
    ['what was before, where the session’s are not known', sighting(before, 'unlocked', null), 'settled'],
    ['something else in the file', sighting(other, 'unlocked', heldSettings), 'ask'],
    ['something else in this session', sighting(before, 'unlocked', other), 'ask'],
    ['what the hold wrote, and locked', sighting(heldSettings, 'locked'), 'wait-for-unlock'],
    ['what was before, and locked', sighting(before, 'locked'), 'settled'],
    ['something else, and locked', sighting(other, 'locked'), 'ask'],
    ['what the hold wrote, with a lock nobody knows', sighting(heldSettings, 'unknown'), 'look-again'],
    ['what was before, with a lock nobody knows', sighting(before, 'unknown'), 'look-again'],
    ['nothing at its path', sighting('missing', 'unknown'), 'missing'],
    ['nothing that can be read', sighting('unreadable', 'unlocked'), 'look-again'],
    ['another keychain', sighting(heldSettings, 'unlocked', heldSettings, 'f'.repeat(32)), 'replaced'],
    ['another keychain with the settings of before', sighting(before, 'locked', null, 'f'.repeat(32)), 'replaced'],
  ] as const)('%s → %s', (_what, seen, kind) => {
    expect(restoreStep(holdEntry(), seen).kind).toBe(kind);
  });

  it('names the settings that are there where it asks', () => {
    expect(restoreStep(holdEntry(), sighting(before, 'unlocked', other))).toEqual({ kind: 'ask', now: other });
    expect(restoreStep(holdEntry(), sighting(other, 'locked', null, 'f'.repeat(32)))).toEqual({
      kind: 'replaced',
      now: other,
    });
  });

  it.each(['untouched', 'put-back', 'done'] as const)('nothing where it is %s', (progress) => {
    expect(restoreStep(holdEntry({ progress }), sighting(other, 'unlocked', other))).toEqual({ kind: 'settled' });
  });

  it('nothing where the user wants it left, whatever there is', () => {
    const entry = holdEntry({ decision: 'leave' });
    expect(restoreStep(entry, sighting('missing', 'unknown'))).toEqual({ kind: 'settled' });
    expect(restoreStep(entry, sighting(other, 'unlocked', other))).toEqual({ kind: 'settled' });
  });

  it('overwrites what is strange on the user’s word only, and only while it can be written', () => {
    const entry = holdEntry({ decision: 'put-back' });
    expect(restoreStep(entry, sighting(other, 'unlocked', other)).kind).toBe('write-before');
    expect(restoreStep(entry, sighting(other, 'unlocked', other, 'f'.repeat(32))).kind).toBe('write-before');
    expect(restoreStep(entry, sighting(other, 'locked')).kind).toBe('wait-for-unlock');
  });

  it('does not take a keychain for another one where its signature was not known', () => {
    expect(restoreStep(holdEntry({ signature: null }), sighting(heldSettings, 'unlocked', heldSettings)).kind).toBe(
      'write-before',
    );
  });
});
