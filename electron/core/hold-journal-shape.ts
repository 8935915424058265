import { maximumIdleTimeoutSeconds } from './auto-lock';
import { isPlainObject } from './beacon-shape';
import { longestMinutesAway } from './hold';
import type { HoldJournal } from './hold-journal';
import { failure, type Outcome, success } from './outcome';

type Check = (value: unknown) => boolean;

const isOneOf =
  (...choices: readonly unknown[]): Check =>
  (value) =>
    choices.includes(value);

const isIntegerBetween =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const isNullOr =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const isText =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

/** Exactly these members, each as its check says. */
const isShaped =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isPlainObject(value) &&
    Object.keys(value).length === Object.keys(shape).length &&
    Object.entries(shape).every(([name, check]) => Object.hasOwn(value, name) && check(value[name]));

const isBoolean: Check = (value) => typeof value === 'boolean';

/** The tool is given it as an argument: absolute, so that it is never taken for an option, and without a NUL. */
const isPath: Check = (value) =>
  typeof value === 'string' && value.startsWith('/') && value.length <= 1024 && !value.includes('\u0000');

const isTime: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  Number.isFinite(Date.parse(value)) &&
  new Date(Date.parse(value)).toISOString() === value;

const isSettings = isShaped({
  lockOnSleep: isBoolean,
  idleTimeoutSeconds: isNullOr(isIntegerBetween(0, maximumIdleTimeoutSeconds)),
});

const isEntry = isShaped({
  path: isPath,
  signature: isNullOr(isText(/^[0-9a-f]{32}$/)),
  before: isSettings,
  wasLocked: isBoolean,
  progress: isOneOf('untouched', 'held', 'put-back', 'done'),
  lockedSince: isBoolean,
  decision: isOneOf('put-back', 'leave', null),
});

const mostKeychains = 100;

const areEntries: Check = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= mostKeychains &&
  value.every(isEntry) &&
  new Set(value.map(({ path }) => path)).size === value.length;

const ends: readonly Check[] = [
  isShaped({ kind: isOneOf('at'), at: isTime }),
  isShaped({ kind: isOneOf('back'), afterMinutesAway: isIntegerBetween(1, longestMinutesAway) }),
  isShaped({ kind: isOneOf('open') }),
];

const isJournal = isShaped({
  schemaVersion: isOneOf(1),
  owner: isShaped({ kind: isOneOf('app', 'command-line'), pid: isIntegerBetween(1, 2_147_483_647) }),
  startedIn: isShaped({
    bootedAtMs: isNullOr(isIntegerBetween(-8.64e15, 8.64e15)),
    login: isNullOr(isText(/^[0-9A-Za-z-]{1,64}$/)),
  }),
  session: isOneOf('desktop', 'this-ssh-login'),
  startedAt: isTime,
  end: (value) => ends.some((check) => check(value)),
  keepAwake: isBoolean,
  relock: isOneOf('as-before', 'always'),
  phase: isOneOf('entering', 'holding', 'restoring'),
  goesOn: isBoolean,
  keychains: areEntries,
});

/** How large the file of a hundred keychains with the longest paths can be. */
export const longestHoldJournalBytes = 512 * 1024;

/**
 * Reads the journal of a hold. What is not exactly one is not believed: it decides what is written to keychains.
 *
 * @returns `newer` where a later Latchkey wrote it, in a form that is not known here.
 */
export const parseHoldJournal = (text: string): Outcome<HoldJournal, 'garbled' | 'newer'> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failure('garbled', 'It is not what Latchkey writes.');
  }
  if (isJournal(value)) return success(value as HoldJournal);
  if (isPlainObject(value) && typeof value.schemaVersion === 'number' && value.schemaVersion > 1)
    return failure('newer', 'A newer Latchkey wrote it. Open that one: it puts the settings back.');
  return failure('garbled', 'It is not what Latchkey writes.');
};

export const formatHoldJournal = (journal: HoldJournal): string => `${JSON.stringify(journal, null, 2)}\n`;
