import * as z from 'zod/mini';
import { autoLockSettings } from '../auto-lock/auto-lock-settings';
import { parseJson } from '../text/json';
import { moment } from '../time/moment';
import type { SessionKind } from '../words/session';

/** Far above any line that is written. */
export const longestHistoryLineCharacters = 4_096;
/** Longer names are cut off before they are written: who needs more of a name than this reads it elsewhere. */
export const longestKeptNameCharacters = 256;

const name = z.string().check(z.minLength(1), z.maxLength(1_024));
const settings = z.object(autoLockSettings.shape);

/**
 * Why a keychain is in another state than before. `idle`: its idle timeout had run out since its last known use. `sleep`: it
 * locks on sleep, and the Mac slept. `manual`: somebody did it. `restart`: the Mac was started again. `unknown`: what was
 * observed bears none of these.
 */
const lockCause = z.enum(['idle', 'sleep', 'manual', 'restart', 'unknown']);
export type LockCause = z.infer<typeof lockCause>;

/** Who changed something. `elsewhere`: macOS, or a person or program by other means than Latchkey. */
const doer = z.enum(['latchkey', 'elsewhere', 'unknown']);
export type Doer = z.infer<typeof doer>;

/** As an object, so that a kind that is added later cannot be left out here. */
const sessionKind = z.enum({
  ssh: 'ssh',
  screen: 'screen',
  mosh: 'mosh',
  'tmux-server': 'tmux-server',
  'editor-server': 'editor-server',
  'agent-daemon': 'agent-daemon',
  'background-job': 'background-job',
  'fresh-ssh': 'fresh-ssh',
  multiplexer: 'multiplexer',
  'other-login': 'other-login',
} satisfies { readonly [Kind in SessionKind]: Kind });

/**
 * Present where an event tells what was found, not what happened then: `first-seen` at the first look, `carried-over` at
 * the beginning of a day's file, so that the file can be read by itself.
 */
const found = z.exactOptional(z.enum(['first-seen', 'carried-over']));
/** When it was seen. */
const at = moment;

const lockState = z.object({
  at,
  kind: z.literal('lock-state'),
  keychainPath: name,
  state: z.enum(['locked', 'unlocked', 'unknown']),
  cause: lockCause,
  by: doer,
  found,
});
export type LockStateEvent = Readonly<z.infer<typeof lockState>>;

const autoLock = z.object({
  at,
  kind: z.literal('auto-lock'),
  keychainPath: name,
  before: settings,
  after: settings,
  by: doer,
});
export type AutoLockEvent = Readonly<z.infer<typeof autoLock>>;

const session = z.object({
  at,
  kind: z.enum(['session-came', 'session-left']),
  sessionId: name,
  sessionKind,
  name: z.exactOptional(name),
  /** The address or host name that it comes from. */
  from: z.exactOptional(name),
  found,
});
export type SessionEvent = Readonly<z.infer<typeof session>>;

const login = z.object({
  at,
  kind: z.enum(['login-expiring', 'login-expired']),
  tool: name,
  account: z.exactOptional(name),
});
export type LoginEvent = Readonly<z.infer<typeof login>>;

const app = z.object({
  at,
  /** `watching`: the app runs and nothing has happened for a while, so that its end can be told after a crash. */
  kind: z.enum(['app-started', 'app-stopped', 'watching']),
  /** When this Mac was started, where it could be told. */
  bootedAt: z.exactOptional(moment),
  found,
});
export type AppEvent = Readonly<z.infer<typeof app>>;

const hold = z.object({
  at,
  kind: z.enum(['hold-started', 'hold-ended', 'hold-restored']),
  /** When it is to end, where that is a time. */
  until: z.exactOptional(moment),
  /** Of the end: whether all settings are as they were. Where not, `hold-restored` follows. */
  isRestored: z.exactOptional(z.boolean()),
  found,
});
export type HoldEvent = Readonly<z.infer<typeof hold>>;

const sleep = z.object({ at, kind: z.enum(['sleep', 'wake']), found });

/** The day's file is full: what happened later that day was not kept. */
const truncated = z.object({ at, kind: z.literal('truncated') });

/** One line of the history. It holds no secret and no command line. */
const historyEvent = z.discriminatedUnion('kind', [lockState, autoLock, session, login, app, hold, sleep, truncated]);
export type HistoryEvent = Readonly<z.infer<typeof historyEvent>>;

/** The earlier first. */
export const byTime = (one: Pick<HistoryEvent, 'at'>, other: Pick<HistoryEvent, 'at'>): number =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : 0;

/**
 * Reads one line of a history file. The file may hold anything: what is not exactly an event is none.
 *
 * @returns null for whatever is no event; nothing that an event does not have is taken over.
 */
export const parseHistoryEvent = (line: string): HistoryEvent | null =>
  line.length > longestHistoryLineCharacters ? null : (historyEvent.safeParse(parseJson(line)).data ?? null);
