import { describe, expect, it } from 'vitest';
import {
  currentUndos,
  formatUndoOffers,
  parseUndoOffers,
  withoutUndo,
  withUndo,
} from '../../../electron/core/auto-lock/undo-offers';
import type { UndoOffer } from '../../../electron/core/words/pending';

const now = Date.UTC(2026, 8, 10, 9);
const hourMs = 3_600_000;
const offer = (keychainPath: string, hoursAgo = 0, idleTimeoutSeconds: number | null = 300): UndoOffer => ({
  keychainPath,
  restores: { lockOnSleep: true, idleTimeoutSeconds },
  changedAt: new Date(now - hoursAgo * hourMs).toISOString(),
});

describe('what can be taken back', () => {
  it('is the last change of each keychain, for a day', () => {
    const former = [offer('/a', 1, 60), offer('/b', 2), offer('/c', 25)];
    expect(withUndo(former, offer('/a'), now)).toEqual([offer('/a'), offer('/b', 2)]);
    expect(currentUndos(former, now)).toEqual([offer('/a', 1, 60), offer('/b', 2)]);
    expect(withoutUndo(former, '/b')).toEqual([offer('/a', 1, 60), offer('/c', 25)]);
  });

  it('ends a day after, also when the clock was set back behind it', () => {
    expect(currentUndos([offer('/a', -1), offer('/b', -25)], now)).toEqual([offer('/a', -1)]);
  });

  it('ends a full day after', () => {
    expect(currentUndos([offer('/a', 24), offer('/b', -24)], now)).toEqual([]);
  });

  it('is of the last twenty keychains, in the file as well', () => {
    const many = Array.from({ length: 21 }, (_, index) => offer(`/${index}`));
    expect(withUndo(many.slice(0, 20), offer('/new'), now)).toHaveLength(20);
    expect(withUndo(many.slice(0, 19), offer('/new'), now)).toHaveLength(20);
    expect(parseUndoOffers(formatUndoOffers(many))).toEqual(many.slice(0, 20));
  });

  it('is kept in a file and read from it', () => {
    const offers = [offer('/a'), offer('/Users/ü/🔑.keychain', 3, null)];
    expect(parseUndoOffers(formatUndoOffers(offers))).toEqual(offers);
  });

  it.each([
    '',
    '[]',
    'null',
    '{"schemaVersion":2,"undos":[]}',
    '{"schemaVersion":1,"undos":{}}',
    '{"schemaVersion":1,"undos":[null,7,{"keychainPath":"x"}]}',
    JSON.stringify({ schemaVersion: 1, undos: [{ ...offer('/a'), changedAt: 'soon' }] }),
    JSON.stringify({ schemaVersion: 1, undos: [{ ...offer('a') }] }),
    JSON.stringify({ schemaVersion: 1, undos: [{ ...offer('/a'), restores: { lockOnSleep: 'yes' } }] }),
    ...[-1, 0, 1, 59, 0.5, 300.5, 2_147_483_647, 1e21, '300'].map((idleTimeoutSeconds) =>
      JSON.stringify({
        schemaVersion: 1,
        undos: [{ ...offer('/a'), restores: { lockOnSleep: true, idleTimeoutSeconds } }],
      }),
    ),
    JSON.stringify({ schemaVersion: 1, undos: [offer('/a\nb'), offer('/a\0b'), offer('/\u001b[2J')] }),
    JSON.stringify({ schemaVersion: 1, undos: [offer('/a', 0, -1)] }),
  ])('is nothing in %j', (text) => {
    expect(parseUndoOffers(text)).toEqual([]);
  });
});
