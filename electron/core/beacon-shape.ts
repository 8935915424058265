import { formatOutsideText } from './format-outside-text';
import { reportedVariables } from './reported-variables';

const isOneOf =
  (...choices: readonly unknown[]) =>
  (value: unknown): boolean =>
    choices.includes(value);

const isIntegerBetween = (least: number, most: number) => (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const isText = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

const isNullOr = (check: (value: unknown) => boolean) => (value: unknown) => value === null || check(value);

/** An absolute path without characters that would act on whoever shows it. */
const isPath = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith('/') && value.length <= 1024 && formatOutsideText(value) === value;

const isTime = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) &&
  // The 31st of February is a date to Date.parse.
  Number.isFinite(Date.parse(value)) &&
  new Date(Date.parse(value)).toISOString() === value.replace('Z', '.000Z');

const isVariableList = (value: unknown): boolean =>
  Array.isArray(value) && new Set(value).size === value.length && value.every((name) => reportedVariables.has(name));

/** What each member of a beacon must be; there are no others. */
export const beaconShape: Readonly<Record<string, (value: unknown) => boolean>> = {
  schemaVersion: isOneOf(1),
  writtenAt: isTime,
  pid: isIntegerBetween(2, 4_194_304),
  tty: isNullOr(isText(/^[A-Za-z0-9][A-Za-z0-9/]{0,30}$/)),
  sshConnection: isNullOr(isText(/^[0-9A-Za-z.:%_-]{1,64} \d{1,5} [0-9A-Za-z.:%_-]{1,64} \d{1,5}$/)),
  tmuxSocket: isNullOr(isPath),
  managerName: isOneOf('Aqua', 'Background', 'unknown'),
  keychainPath: isPath,
  lock: isOneOf('locked', 'unlocked', 'unknown'),
  exitCode: isNullOr(isIntegerBetween(0, 255)),
  variables: isVariableList,
};

export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
