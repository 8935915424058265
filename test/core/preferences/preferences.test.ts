import { describe, expect, it } from 'vitest';
import {
  defaultPreferences,
  formatPreferences,
  parsePreferences,
  preferencesChange,
} from '../../../electron/core/preferences/preferences';

const fileWith = (choice: object) => JSON.stringify({ schemaVersion: 1, showTitle: false, ...choice });

describe('the choices of the user', () => {
  it('come back from the file as they were written, the defaults as well', () => {
    const chosen = { ...defaultPreferences, historyDays: 7, mutedNotifications: ['login-ends'] as const };
    for (const preferences of [defaultPreferences, chosen]) {
      expect(parsePreferences(formatPreferences(preferences))).toEqual({ ok: true, value: preferences });
    }
  });

  it.each(Object.keys(defaultPreferences))('have the usual %s where the file says nothing of it', (name) => {
    if (name === 'showTitle') return expect(parsePreferences('{"schemaVersion":1}').ok).toBe(false);
    const { [name as keyof typeof defaultPreferences]: _left, ...rest } = defaultPreferences;
    expect(parsePreferences(fileWith(rest))).toEqual({ ok: true, value: defaultPreferences });
  });

  it('are these until somebody chooses: nothing that talks to a network, and no text beside the icon', () => {
    expect(defaultPreferences).toMatchObject({
      ...{ showTitle: false, notifications: true, isWelcomed: false, isMoveOffered: false },
      ...{ networkChecks: false, newVersions: false, historyDays: 30, onQuitDuringHold: 'put-back' },
    });
  });

  it('let a hold go on when Latchkey quits, where that was chosen', () => {
    expect(parsePreferences(fileWith({ onQuitDuringHold: 'keep' }))).toMatchObject({
      ok: true,
      value: { onQuitDuringHold: 'keep' },
    });
    const reason = 'It does not hold settings.';
    expect(parsePreferences('[]')).toEqual({ ok: false, code: 'not-settings', reason });
  });

  it.each([
    null,
    'x',
    [],
    { login: [60] },
    { login: [60], session: [], certificate: 7 },
    { login: [60], session: [], certificate: [], more: 1 },
  ])('count lead times for all three kinds or for none: %j', (expiryThresholds) => {
    expect(parsePreferences(fileWith({ expiryThresholds }))).toMatchObject({ ok: false, code: 'not-settings' });
  });

  it('change one at a time, and nothing else with it', () => {
    expect(preferencesChange.parse({ showTitle: true })).toEqual({ showTitle: true });
    expect(preferencesChange.parse({})).toEqual({});
    for (const wrong of [{ historyDays: 367 }, { isAdmin: true }, { shortcut: 'Q' }, { schemaVersion: 1 }]) {
      expect(preferencesChange.safeParse(wrong).success).toBe(false);
    }
  });
});
