import * as z from 'zod/mini';
import { maximumIdleTimeoutSeconds, minimumIdleTimeoutSeconds } from '../core/auto-lock';
import { isCalendarDay } from '../core/entered-end-dates';
import { areLeadMinutes, type LeadMinutes } from '../core/expiry-thresholds';
import { shellNames } from '../core/shell-plan';
import type { AppState } from './app-state';
import { type Announcement, announcement, nothing, type Request, request } from './direction';

const keychainPath = z.string().check(z.startsWith('/'), z.maxLength(1024));
const idleTimeoutSeconds = z.nullable(
  z.int().check(z.gte(minimumIdleTimeoutSeconds), z.lte(maximumIdleTimeoutSeconds)),
);
const leadMinutes = z.custom<LeadMinutes>(areLeadMinutes);
const expiryThresholds = z.strictObject({ login: leadMinutes, session: leadMinutes, certificate: leadMinutes });
const name = z.string().check(z.minLength(1), z.maxLength(512));

/**
 * Everything that crosses between the main process and the popover, as one value. The preload bridge, the IPC server,
 * the store and the tests' doubles are derived from it, so a new verb is one entry here and one handler.
 */
export const contract = {
  getState: request<AppState>()(nothing),
  refresh: request()(nothing),
  unlock: request()(z.strictObject({ keychainPath })),
  cancelUnlock: request()(nothing),
  lock: request()(z.strictObject({ keychainPath })),
  lockAll: request()(nothing),
  setAutoLock: request()(z.strictObject({ keychainPath, lockOnSleep: z.boolean(), idleTimeoutSeconds })),
  undoAutoLock: request()(nothing),
  /** "Read expiry from keychain": the one verb that decrypts an item, and only on this click. */
  readExpiry: request()(z.strictObject({ tool: z.literal('claude-code') })),
  /** Copies a command that a warning or a row shows; the text itself stays in the main process. */
  copyCommand: request()(
    z.union([
      z.strictObject({
        command: z.enum(['unlock-over-ssh', 'attach-desktop-tmux', 'remove-refresh-lock', 'make-setup-token']),
      }),
      z.strictObject({ command: z.literal('restart-claude-code'), pid: z.int().check(z.gte(1), z.lte(2 ** 31 - 1)) }),
    ]),
  ),
  /** The day on which a token of the snapshot ends, as only its owner knows; null forgets it. No token is asked for. */
  setEndDate: request()(
    z.strictObject({
      tool: name,
      account: z.optional(name),
      endsOn: z.nullable(z.custom<string>(isCalendarDay)),
    }),
  ),
  /** Writes, reads and deletes one item of our own through keytar: what apps that keep a login there would meet. */
  checkAppAccess: request()(nothing),
  /** Logs in to this Mac over SSH, once, to see what a new login sees. */
  testFreshLogin: request()(nothing),
  /** Opens a window in a tmux server of the snapshot, in which the user unlocks the keychain. */
  openUnlockPrompt: request()(z.strictObject({ sessionId: z.string().check(z.minLength(1), z.maxLength(512)) })),
  /** Starts the tmux server of the desktop; one that runs already is left alone. */
  startDesktopTmux: request()(nothing),
  /** Installs or removes the LaunchAgent that starts it at login. */
  setDesktopTmuxAtLogin: request()(z.strictObject({ enabled: z.boolean() })),
  /** Adds the shell helper's lines to a shell's start-up file, or takes them out again. */
  setShellHelper: request()(z.strictObject({ shell: z.enum(shellNames), installed: z.boolean() })),
  setPreferences: request()(
    z.strictObject({
      showTitle: z.optional(z.boolean()),
      notifications: z.optional(z.boolean()),
      expiryThresholds: z.optional(expiryThresholds),
    }),
  ),
  setLaunchAtLogin: request()(z.strictObject({ enabled: z.boolean() })),
  /** Fits the window to what it shows, in CSS pixels. */
  resizePopover: request()(z.strictObject({ heightPixels: z.int().check(z.gte(80), z.lte(2000)) })),
  hidePopover: request()(nothing),
  quit: request()(nothing),
  stateChanged: announcement<AppState>(),
  /** The popover was opened; `settings` when the menu asked for that page. */
  popoverShown: announcement<{ readonly page: 'status' | 'settings' }>(),
} as const;

export type Contract = typeof contract;

type Verbs<Shape> = { [Verb in keyof Contract]: Contract[Verb] extends Shape ? Verb : never }[keyof Contract];
// biome-ignore lint/suspicious/noExplicitAny: the one place that asks "is it a request of whatever payload?"
export type RequestVerb = Verbs<Request<any, any>>;
// biome-ignore lint/suspicious/noExplicitAny: as above, for announcements
export type AnnouncementVerb = Verbs<Announcement<any>>;

export type PayloadOf<Verb extends keyof Contract> =
  Contract[Verb] extends Request<infer Payload, unknown>
    ? Payload
    : Contract[Verb] extends Announcement<infer Payload>
      ? Payload
      : never;
export type ReplyOf<Verb extends RequestVerb> = Contract[Verb] extends { readonly reply?: infer Reply } ? Reply : never;
