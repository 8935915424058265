import * as z from 'zod/mini';
import { maximumIdleTimeoutSeconds, minimumIdleTimeoutSeconds } from '../core/auto-lock/auto-lock';
import { calendarDay, ownerName } from '../core/credentials/entered-end-dates';
import type { CauseId } from '../core/diagnosis/causes/causes';
import type { CureId } from '../core/diagnosis/causes/cures';
import { mostMessageCharacters } from '../core/diagnosis/diagnosis-run';
import { symptomIds } from '../core/diagnosis/symptoms';
import type { HistoryDay } from '../core/history/history-day';
import { holdRequest } from '../core/hold/hold-request';
import { keychainPath } from '../core/keychain/keychain-path';
import type { Outcome } from '../core/outcome';
import { preferencesChange } from '../core/preferences/preferences';
import { shellNames } from '../core/sessions/shell-plan';
import type { SettingsPane } from '../core/words/settings-panes';
import type { AppState, DiagnosticSaved } from './app-state';
import type { AnnouncementVerb, RequestVerb } from './verbs';

const idleTimeoutSeconds = z.nullable(
  z.int().check(z.gte(minimumIdleTimeoutSeconds), z.lte(maximumIdleTimeoutSeconds)),
);

/** The panes of System Settings that a sentence of ours sends people to; a cure names its own. */
export const systemSettingsPanes = [
  'notifications',
  'focus',
  'login-items',
  'menu-bar',
] as const satisfies readonly SettingsPane[];

const isIdentifier = (value: unknown): boolean => typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(value);

/**
 * A cure of the diagnosis that is shown, by the cause that it stands below. Whether it is shown, whoever answers looks up there: the
 * table of them all is loaded with the first question only.
 */
const cureOfDiagnosis = z.strictObject({
  cause: z.custom<CauseId>(isIdentifier),
  cure: z.custom<CureId>(isIdentifier),
});

/** The lower left corner of what was clicked, in CSS pixels of the page. */
const placeInPage = { xPixels: z.int().check(z.gte(0), z.lte(2000)), yPixels: z.int().check(z.gte(0), z.lte(2000)) };

/** A verb that the page calls and the main process answers. Its argument is `unknown` until `payload` has parsed it. */
interface Request<Payload, Reply> {
  readonly payload: z.ZodMiniType<Payload>;
  /** Type only: never set. */
  readonly reply?: Reply;
}

/** Declares a request; call it twice so that the reply's type is given and the payload's is inferred. */
const request =
  <Reply = void>() =>
  <Payload>(payload: z.ZodMiniType<Payload>): Request<Payload, Reply> => ({ payload });

/** The payload of a verb that takes none. */
const nothing = z.undefined();

/**
 * What belongs to each name of `verbs.ts`. The preload bridge, the IPC server, the store and the tests' doubles are derived
 * from the two, so a new verb is its name there, one entry here and one handler.
 */
export const contract = {
  'state.get': request<AppState>()(nothing),
  'state.refresh': request()(nothing),
  'keychain.unlock': request()(z.strictObject({ keychainPath })),
  'keychain.cancelUnlock': request()(nothing),
  'keychain.lock': request()(z.strictObject({ keychainPath })),
  'keychain.lockAll': request()(nothing),
  'autoLock.set': request()(z.strictObject({ keychainPath, lockOnSleep: z.boolean(), idleTimeoutSeconds })),
  'autoLock.undo': request()(z.strictObject({ keychainPath })),
  /** "Read expiry from keychain": the one verb that decrypts an item, and only on this click. */
  'credentials.readExpiry': request()(z.strictObject({ tool: z.literal('claude-code') })),
  /** Copies a command that a warning or a row shows; the text itself stays in the main process. */
  'commands.copy': request()(
    z.union([
      z.strictObject({ command: z.enum(['attach-desktop-tmux', 'remove-refresh-lock', 'make-setup-token']) }),
      // What the page shows it names by its text, and only a text that was published is found.
      z.strictObject({ command: z.literal('help'), shown: z.string().check(z.minLength(1), z.maxLength(10_000)) }),
      z.strictObject({ command: z.literal('restart-claude-code'), pid: z.int().check(z.gte(1), z.lte(2 ** 31 - 1)) }),
    ]),
  ),
  /** Makes the link by which shells find `latchkey`, as it was shown. */
  'commands.install': request()(nothing),
  /** The day on which a token of the snapshot ends, as only its owner knows; null forgets it. No token is asked for. */
  'credentials.setEndDate': request()(
    z.strictObject({
      tool: ownerName,
      account: z.optional(ownerName),
      endsOn: z.nullable(calendarDay),
    }),
  ),
  /** Writes, reads and deletes one item of our own through keytar: what apps that keep a login there would meet. */
  'keychain.checkAppAccess': request()(nothing),
  /** Logs in to this Mac over SSH, once, to see what a new login sees. */
  'sessions.testFreshLogin': request()(nothing),
  /** Opens a window in a tmux server of the snapshot, in which the user unlocks the keychain. */
  'sessions.openUnlockPrompt': request()(
    z.strictObject({ sessionId: z.string().check(z.minLength(1), z.maxLength(512)) }),
  ),
  /** Starts the tmux server of the desktop; one that runs already is left alone. */
  'sessions.startDesktopTmux': request()(nothing),
  /** Installs or removes the LaunchAgent that starts it at login. */
  'sessions.setDesktopTmuxAtLogin': request()(z.strictObject({ enabled: z.boolean() })),
  /** Adds the shell helper's lines to a shell's start-up file, or takes them out again. */
  'sessions.setShellHelper': request()(z.strictObject({ shell: z.enum(shellNames), installed: z.boolean() })),
  /** Finds out why a tool says that it is logged out. The text is looked at once; it is not kept. */
  'diagnosis.ask': request()(
    z.strictObject({
      tool: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
      symptom: z.optional(z.enum(symptomIds)),
      message: z.optional(z.string().check(z.minLength(1), z.maxLength(mostMessageCharacters))),
      /** False: without the network checks, though they are allowed. */
      network: z.optional(z.boolean()),
    }),
  ),
  /** Makes the checks once more, after the cure that was tried. */
  'diagnosis.askAgain': request()(z.optional(cureOfDiagnosis)),
  'diagnosis.cancel': request()(nothing),
  /** Copies the command of a cure; the text itself stays in the main process. */
  'diagnosis.copyCommand': request()(cureOfDiagnosis),
  /** Opens the pane of System Settings that a cure names. */
  'diagnosis.openPane': request()(cureOfDiagnosis),
  'preferences.set': request()(preferencesChange),
  /** "Keep unlocked until…". The reply says what came of it; the command line asks through the socket and shows no state. */
  'hold.start': request<Outcome<void>>()(holdRequest),
  /** Puts everything back; with `relock` the keychains are locked also where they were unlocked before. */
  'hold.end': request<Outcome<void>>()(z.strictObject({ relock: z.boolean() })),
  /** The user's word on a keychain whose settings are not as the hold left them. */
  'hold.resolveConflict': request<Outcome<void>>()(
    z.strictObject({ keychainPath, decision: z.enum(['put-back', 'leave']) }),
  ),
  /**
   * Opens the native menu of the button "Keep Unlocked" below the place that was clicked; what is chosen there is done.
   * Answers when it has closed: `choose-time` asks the page for a time of the user's own.
   */
  'menus.keepUnlocked': request<'choose-time' | null>()(z.strictObject({ keychainPath, ...placeInPage })),
  /** The same of a keychain's auto-lock. */
  'menus.autoLock': request<'choose-time' | null>()(z.strictObject({ keychainPath, ...placeInPage })),
  /** A day of the history: the one of the user's calendar that this moment lies on. */
  'history.getDay': request<HistoryDay>()(z.strictObject({ dayStartsAt: z.iso.datetime() })),
  /** Removes all of it. */
  'history.erase': request<{ readonly problem: string | null }>()(nothing),
  /** What a diagnostic would hold now: exactly the text that `saveDiagnostic` saves afterwards. */
  'diagnostic.preview': request<string>()(nothing),
  /** Asks for a place in the system's dialog and saves there what was previewed last. */
  'diagnostic.save': request<DiagnosticSaved>()(nothing),
  /** Opens a pane of System Settings. */
  'app.openSystemSettings': request<Outcome<void>>()(z.strictObject({ pane: z.enum(systemSettingsPanes) })),
  /** Opens the page of Latchkey's releases in the browser. */
  'app.openReleases': request()(nothing),
  /** Puts every choice that is kept in the settings file back to its default, but for the history's. */
  'preferences.reset': request()(nothing),
  'preferences.setLaunchAtLogin': request()(z.strictObject({ enabled: z.boolean() })),
  /** Fits the window to what it shows, in CSS pixels. */
  'app.resizePopover': request()(z.strictObject({ heightPixels: z.int().check(z.gte(80), z.lte(2000)) })),
  /** The same of the settings window, whose tabs are of different heights. */
  'app.resizeSettings': request()(z.strictObject({ heightPixels: z.int().check(z.gte(120), z.lte(2000)) })),
  'app.hidePopover': request()(nothing),
  /** Opens the settings window, or brings it to the front. */
  'app.openSettings': request()(nothing),
  /** What came of each thing, in sentences. With `supportFolder` the app quits afterwards. */
  'app.uninstall': request<readonly string[]>()(z.strictObject({ supportFolder: z.boolean() })),
  'app.quit': request()(nothing),
} as const satisfies { readonly [Verb in RequestVerb]: Request<unknown, unknown> };

type Contract = typeof contract;

/** What the main process says by itself, with what it says. */
interface Announcements {
  readonly 'state.changed': AppState;
}

export type PayloadOf<Verb extends RequestVerb | AnnouncementVerb> = Verb extends RequestVerb
  ? z.infer<Contract[Verb]['payload']>
  : Verb extends keyof Announcements
    ? Announcements[Verb]
    : never;
export type ReplyOf<Verb extends RequestVerb> = Contract[Verb] extends { readonly reply?: infer Reply } ? Reply : never;
