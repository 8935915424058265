import * as z from 'zod/mini';
import { autoLockSettings } from '../auto-lock/auto-lock-settings';
import { keychainPath } from '../keychain/keychain-path';
import { failure, type Outcome, success } from '../outcome';
import { parseJson } from '../text/json';
import { moment } from '../time/moment';
import { outsideMoment } from '../time/outside-numbers';
import { holdEnd, holdRequest, mostKeychains } from './hold-request';

const holdEntry = z.strictObject({
  /** macOS path. */
  path: keychainPath,
  /** The keychain's own signature, in hex: another file at its path has another one. Null: it could not be read. */
  signature: z.nullable(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  before: autoLockSettings,
  wasLocked: z.boolean(),
  /**
   * How far it is, written before the step that it speaks of begins. `untouched`: its settings were not written. `held`:
   * they are about to be, or were, written. `put-back`: they are back; it may still have to be locked. `done`: nothing is left.
   */
  progress: z.enum(['untouched', 'held', 'put-back', 'done']),
  /** It was seen locked after the hold had unlocked it, so who unlocked it then is to keep it so. */
  lockedSince: z.boolean(),
  /** The user's word where its settings are others than ours. */
  decision: z.nullable(z.enum(['put-back', 'leave'])),
});
export type HoldEntry = Readonly<z.infer<typeof holdEntry>>;

/** Which run of the Mac and which login: after another one began, every keychain has been locked in between. */
const loginMark = z.strictObject({
  /** Milliseconds since 1970; two readings within one run differ by what the clock was set by. Null: not known. */
  bootedAtMs: z.nullable(z.number().check(z.refine((ms) => outsideMoment(ms) === ms))),
  /** The login's own number, where macOS tells it. */
  login: z.nullable(z.string().check(z.regex(/^[0-9A-Za-z-]{1,64}$/))),
});
export type LoginMark = Readonly<z.infer<typeof loginMark>>;

const eachOnce = z.refine<readonly HoldEntry[]>(
  (entries) => new Set(entries.map(({ path }) => path)).size === entries.length,
);

/** What a hold must know to put everything back, whoever reads it: a file that is on disk before the first change. */
const holdJournal = z.strictObject({
  schemaVersion: z.literal(1),
  owner: z.strictObject({
    kind: z.enum(['app', 'command-line']),
    pid: z.int().check(z.gte(1), z.lte(2_147_483_647)),
  }),
  startedIn: loginMark,
  session: z.enum(['desktop', 'this-ssh-login']),
  startedAt: moment,
  end: holdEnd,
  keepAwake: z.boolean(),
  relock: holdRequest.shape.relock,
  phase: z.enum(['entering', 'holding', 'restoring']),
  /** The app quit and the user wished that the hold goes on: the next start takes it up again. */
  goesOn: z.boolean(),
  keychains: z.readonly(z.array(holdEntry).check(z.minLength(1), z.maxLength(mostKeychains), eachOnce)),
});
export type HoldJournal = Readonly<z.infer<typeof holdJournal>>;

/** How large the file of a hundred keychains with the longest paths can be. */
export const longestHoldJournalBytes = 512 * 1024;

const later = z.object({ schemaVersion: z.number().check(z.gt(1)) });

/**
 * Reads the journal of a hold. What is not exactly one is not believed: it decides what is written to keychains.
 *
 * @returns `newer` where a later Latchkey wrote it, in a form that is not known here.
 */
export const parseHoldJournal = (text: string): Outcome<HoldJournal, 'garbled' | 'newer'> => {
  const value = parseJson(text);
  const journal = holdJournal.safeParse(value);
  if (journal.success) return success(journal.data);
  if (later.safeParse(value).success)
    return failure('newer', 'A newer Latchkey wrote it. Open that one: it puts the settings back.');
  return failure('garbled', 'It is not what Latchkey writes.');
};

/** Its members always stand in the same order: what says the same is the same text, whoever has put it together. */
export const formatHoldJournal = (journal: HoldJournal): string => {
  const inOrder = holdJournal.safeParse(journal);
  return `${JSON.stringify(inOrder.success ? inOrder.data : journal, null, 2)}\n`;
};

const bootToleranceMs = 60_000;

/** Whether nothing has logged out or restarted between the two readings. */
export const isSameLogin = (one: LoginMark, other: LoginMark): boolean => {
  if (one.login !== other.login) return false;
  if (one.bootedAtMs === null || other.bootedAtMs === null) return true;
  return Math.abs(one.bootedAtMs - other.bootedAtMs) <= bootToleranceMs;
};
