import type { Found, HistoryEvent } from './history-event';
import type { AutoLockSettings } from './snapshot';

type Fields = Readonly<Record<string, unknown>>;

/** Far above any line that is written. */
export const longestHistoryLineCharacters = 4_096;
/** Longer names are cut off before they are written: who needs more of a name than this reads it elsewhere. */
export const longestKeptNameCharacters = 256;

/**
 * Reads one line of a history file. The file may hold anything: what is not exactly an event is none.
 *
 * @returns null for whatever is no event; nothing that an event does not have is taken over.
 */
export const parseHistoryEvent = (line: string): HistoryEvent | null => {
  if (line.length > longestHistoryLineCharacters) return null;
  const fields = parseObject(line);
  if (fields === null || !isTime(fields.at)) return null;
  const event = eventOf(fields, fields.at);
  return event === null || Object.values(event).includes(wrong) ? null : event;
};

/** Stands for a member that is not what it must be, until the whole event is refused. */
const wrong = '\u0000wrong' as never;

const eventOf = (fields: Fields, at: string): HistoryEvent | null => {
  const { kind } = fields;
  switch (kind) {
    case 'lock-state':
      return {
        ...{ at, kind, keychainPath: text(fields.keychainPath) },
        state: oneOf(fields.state, ['locked', 'unlocked', 'unknown']),
        cause: oneOf(fields.cause, ['idle', 'sleep', 'manual', 'restart', 'unknown']),
        ...{ by: doer(fields.by), ...found(fields) },
      };
    case 'auto-lock':
      return {
        ...{ at, kind, keychainPath: text(fields.keychainPath), by: doer(fields.by) },
        before: settings(fields.before),
        after: settings(fields.after),
      };
    case 'session-came':
    case 'session-left':
      return {
        ...{ at, kind, sessionId: text(fields.sessionId), sessionKind: oneOf(fields.sessionKind, sessionKinds) },
        ...optional(fields, 'name', text),
        ...optional(fields, 'from', text),
        ...found(fields),
      };
    case 'login-expiring':
    case 'login-expired':
      return { at, kind, tool: text(fields.tool), ...optional(fields, 'account', text) };
    case 'app-started':
    case 'app-stopped':
    case 'watching':
      return { at, kind, ...optional(fields, 'bootedAt', time), ...found(fields) };
    case 'hold-started':
    case 'hold-ended':
    case 'hold-restored':
      return {
        ...{ at, kind, ...optional(fields, 'until', time) },
        ...optional(fields, 'isRestored', yesOrNo),
        ...found(fields),
      };
    case 'sleep':
    case 'wake':
      return { at, kind, ...found(fields) };
    case 'truncated':
      return { at, kind };
    default:
      return null;
  }
};

const sessionKinds = ['ssh', 'tmux-server', 'screen', 'mosh', 'editor-server', 'agent-daemon', 'fresh-ssh'] as const;

const parseObject = (line: string): Fields | null => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
};

/** Only as it is written, so that two times can be compared as texts. */
const isTime = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  Number.isFinite(Date.parse(value));

const time = (value: unknown): string => (isTime(value) ? value : wrong);

const text = (value: unknown): string =>
  typeof value === 'string' && value !== '' && value.length <= 1_024 ? value : wrong;

const yesOrNo = (value: unknown): boolean => (typeof value === 'boolean' ? value : wrong);

const oneOf = <Word extends string>(value: unknown, words: readonly Word[]): Word =>
  words.find((word) => word === value) ?? wrong;

const doer = (value: unknown) => oneOf(value, ['latchkey', 'elsewhere', 'unknown']);

const found = (fields: Fields): { readonly found?: Found } =>
  optional(fields, 'found', (value) => oneOf(value, ['first-seen', 'carried-over']));

const optional = <Name extends string, Value>(
  fields: Fields,
  name: Name,
  read: (value: unknown) => Value,
): { readonly [Key in Name]?: Value } =>
  fields[name] === undefined ? {} : ({ [name]: read(fields[name]) } as { readonly [Key in Name]?: Value });

const settings = (value: unknown): AutoLockSettings => {
  if (typeof value !== 'object' || value === null) return wrong;
  const { lockOnSleep, idleTimeoutSeconds } = value as Fields;
  const isTimeout =
    idleTimeoutSeconds === null || (Number.isInteger(idleTimeoutSeconds) && Number(idleTimeoutSeconds) >= 0);
  return typeof lockOnSleep === 'boolean' && isTimeout
    ? { lockOnSleep, idleTimeoutSeconds: idleTimeoutSeconds === null ? null : Number(idleTimeoutSeconds) }
    : wrong;
};
