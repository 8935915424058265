import type { UndoOffer } from './monitor-state';

const dayMs = 24 * 60 * 60_000;
const mostOffers = 20;

/** Those that can still be taken back: for a day, and one a keychain. */
export const currentUndos = (offers: readonly UndoOffer[], now: number): readonly UndoOffer[] =>
  offers.filter(({ changedAt }) => Math.abs(now - Date.parse(changedAt)) < dayMs);

/** With this change in the place of an earlier one of the same keychain. */
export const withUndo = (offers: readonly UndoOffer[], offer: UndoOffer, now: number): readonly UndoOffer[] =>
  [offer, ...withoutUndo(currentUndos(offers, now), offer.keychainPath)].slice(0, mostOffers);

export const withoutUndo = (offers: readonly UndoOffer[], keychainPath: string): readonly UndoOffer[] =>
  offers.filter((one) => one.keychainPath !== keychainPath);

/** What a file of them holds. Whatever is none of ours in it is left out. */
export const parseUndoOffers = (text: string): readonly UndoOffer[] => {
  try {
    const value: unknown = JSON.parse(text);
    const list = isObject(value) && value.schemaVersion === 1 ? value.undos : null;
    return Array.isArray(list) ? list.slice(0, mostOffers).flatMap((one) => offerOf(one)) : [];
  } catch {
    return [];
  }
};

export const formatUndoOffers = (undos: readonly UndoOffer[]): string =>
  `${JSON.stringify({ schemaVersion: 1, undos }, null, 2)}\n`;

const offerOf = (value: unknown): readonly UndoOffer[] => {
  if (!isObject(value) || !isObject(value.restores)) return [];
  const { keychainPath, changedAt } = value;
  const { lockOnSleep, idleTimeoutSeconds } = value.restores;
  if (typeof keychainPath !== 'string' || !keychainPath.startsWith('/') || keychainPath.length > 1024) return [];
  if (typeof changedAt !== 'string' || !Number.isFinite(Date.parse(changedAt))) return [];
  if (typeof lockOnSleep !== 'boolean' || !(idleTimeoutSeconds === null || Number.isInteger(idleTimeoutSeconds)))
    return [];
  return [
    { keychainPath, changedAt, restores: { lockOnSleep, idleTimeoutSeconds: idleTimeoutSeconds as number | null } },
  ];
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
