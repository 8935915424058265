import * as z from 'zod/mini';
import { keychainPath } from '../keychain/keychain-path';
import { parseJson } from '../text/json';
import { moment } from '../time/moment';
import type { UndoOffer } from '../words/pending';
import { problemWith } from './auto-lock';
import { autoLockSettings } from './auto-lock-settings';

const dayMs = 24 * 60 * 60_000;
const mostOffers = 20;

/** What Latchkey itself would set and hand to a tool: it is written without being asked again. */
const undoOffer = z.object({
  keychainPath: keychainPath.check(z.refine((path) => !/\p{Cc}/u.test(path))),
  restores: z.object(autoLockSettings.shape).check(z.refine((settings) => problemWith(settings) === null)),
  changedAt: moment,
});

const undoFile = z.object({ schemaVersion: z.literal(1), undos: z.array(z.unknown()) });

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
  const file = undoFile.safeParse(parseJson(text));
  if (!file.success) return [];
  return file.data.undos.slice(0, mostOffers).flatMap((one) => undoOffer.safeParse(one).data ?? []);
};

export const formatUndoOffers = (undos: readonly UndoOffer[]): string =>
  `${JSON.stringify({ schemaVersion: 1, undos }, null, 2)}\n`;
