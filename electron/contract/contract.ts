import * as z from 'zod/mini';
import { isAccelerator } from '../core/accelerator';
import { maximumIdleTimeoutSeconds, minimumIdleTimeoutSeconds } from '../core/auto-lock';
import { beats } from '../core/beat';
import { type CauseId, causeIds } from '../core/diagnosis/causes';
import { type CureId, cures } from '../core/diagnosis/cures';
import { mostMessageCharacters } from '../core/diagnosis/diagnosis-run';
import { symptomIds } from '../core/diagnosis/symptoms';
import { isCalendarDay } from '../core/entered-end-dates';
import { areLeadMinutes, type LeadMinutes } from '../core/expiry-thresholds';
import type { HistoryDay } from '../core/history-day';
import { longestMinutesAway } from '../core/hold';
import { mostKeychains } from '../core/hold-request';
import { notificationKinds } from '../core/notification-kinds';
import type { Outcome } from '../core/outcome';
import { shellNames } from '../core/shell-plan';
import type { AppState, DiagnosticSaved } from './app-state';
import { type Announcement, announcement, nothing, type Request, request } from './direction';

const keychainPath = z.string().check(z.startsWith('/'), z.maxLength(1024));
const idleTimeoutSeconds = z.nullable(
  z.int().check(z.gte(minimumIdleTimeoutSeconds), z.lte(maximumIdleTimeoutSeconds)),
);
const leadMinutes = z.custom<LeadMinutes>(areLeadMinutes);
const expiryThresholds = z.strictObject({ login: leadMinutes, session: leadMinutes, certificate: leadMinutes });
const name = z.string().check(z.minLength(1), z.maxLength(512));

/** When a hold ends by itself; how far away that may be depends on the moment, so the action says it. */
const holdEnd = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at'), at: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('back'), afterMinutesAway: z.int().check(z.gte(1), z.lte(longestMinutesAway)) }),
  z.strictObject({ kind: z.literal('open') }),
]);

/** What becomes of a hold whose app quits: the settings are put back, or it goes on until its end. */
export const onQuitDuringHold = z.enum(['put-back', 'keep']);

/** The panes of System Settings that a sentence of ours sends people to. */
export const systemSettingsPanes = ['notifications', 'focus', 'login-items'] as const;

/** For how many days the history is kept; 0 keeps none. */
export const historyDays = z.int().check(z.gte(0), z.lte(366));

/** The kinds of notification that are not told. */
export const mutedNotifications = z.array(z.enum(notificationKinds)).check(z.maxLength(notificationKinds.length));

export const beat = z.enum(beats);

export const shortcut = z.nullable(z.string().check(z.refine(isAccelerator)));

/** A cure of the diagnosis that is shown, by the cause that it stands below. */
const cureOfDiagnosis = z.strictObject({
  cause: z.enum(causeIds as readonly [CauseId, ...CauseId[]]),
  cure: z.enum(Object.keys(cures) as [CureId, ...CureId[]]),
});

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
  undoAutoLock: request()(z.strictObject({ keychainPath })),
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
  /** Finds out why a tool says that it is logged out. The text is looked at once; it is not kept. */
  diagnose: request()(
    z.strictObject({
      tool: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
      symptom: z.optional(z.enum(symptomIds)),
      message: z.optional(z.string().check(z.minLength(1), z.maxLength(mostMessageCharacters))),
      /** False: without the network checks, though they are allowed. */
      network: z.optional(z.boolean()),
    }),
  ),
  /** Makes the checks once more, after the cure that was tried. */
  diagnoseAgain: request()(z.optional(cureOfDiagnosis)),
  cancelDiagnosis: request()(nothing),
  /** Copies the command of a cure; the text itself stays in the main process. */
  copyCureCommand: request()(cureOfDiagnosis),
  /** Opens the pane of System Settings that a cure names. */
  openSettingsPane: request()(cureOfDiagnosis),
  setPreferences: request()(
    z.strictObject({
      showTitle: z.optional(z.boolean()),
      notifications: z.optional(z.boolean()),
      historyDays: z.optional(historyDays),
      onQuitDuringHold: z.optional(onQuitDuringHold),
      mutedNotifications: z.optional(mutedNotifications),
      beat: z.optional(beat),
      shortcut: z.optional(shortcut),
      expiryThresholds: z.optional(expiryThresholds),
      networkChecks: z.optional(z.boolean()),
    }),
  ),
  /** "Keep unlocked until…". The reply says what came of it; the command line asks through the socket and shows no state. */
  startHold: request<Outcome<void>>()(
    z.strictObject({
      keychainPaths: z.optional(z.array(keychainPath).check(z.minLength(1), z.maxLength(mostKeychains))),
      end: holdEnd,
      keepAwake: z.boolean(),
      relock: z.enum(['as-before', 'always']),
    }),
  ),
  /** Puts everything back; with `relock` the keychains are locked also where they were unlocked before. */
  endHold: request<Outcome<void>>()(z.strictObject({ relock: z.boolean() })),
  /** The user's word on a keychain whose settings are not as the hold left them. */
  resolveHoldConflict: request<Outcome<void>>()(
    z.strictObject({ keychainPath, decision: z.enum(['put-back', 'leave']) }),
  ),
  /** A day of the history: the one of the user's calendar that this moment lies on. */
  getHistory: request<HistoryDay>()(z.strictObject({ dayStartsAt: z.iso.datetime() })),
  /** Removes all of it. */
  eraseHistory: request<{ readonly problem: string | null }>()(nothing),
  /** What a diagnostic would hold now: exactly the text that `saveDiagnostic` saves afterwards. */
  previewDiagnostic: request<string>()(nothing),
  /** Asks for a place in the system's dialog and saves there what was previewed last. */
  saveDiagnostic: request<DiagnosticSaved>()(nothing),
  /** Opens a pane of System Settings. */
  openSystemSettings: request<Outcome<void>>()(z.strictObject({ pane: z.enum(systemSettingsPanes) })),
  /** Puts every choice that is kept in the settings file back to its default, but for the history's. */
  resetSettings: request()(nothing),
  setLaunchAtLogin: request()(z.strictObject({ enabled: z.boolean() })),
  /** Fits the window to what it shows, in CSS pixels. */
  resizePopover: request()(z.strictObject({ heightPixels: z.int().check(z.gte(80), z.lte(2000)) })),
  hidePopover: request()(nothing),
  /** Opens the settings window, or brings it to the front. */
  openSettings: request()(nothing),
  quit: request()(nothing),
  stateChanged: announcement<AppState>(),
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
