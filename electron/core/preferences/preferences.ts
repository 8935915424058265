import * as z from 'zod/mini';
import { areLeadMinutes, defaultExpiryThresholds, type LeadMinutes } from '../credentials/expiry-thresholds';
import { defaultKeepUnlockedChoice } from '../hold/keep-unlocked-choice';
import { keepUnlockedChoice } from '../hold/keep-unlocked-schema';
import { beats, defaultBeat } from '../look/look-intervals';
import { notificationKinds } from '../notifications/notification-kinds';
import { failure, type Outcome, success } from '../outcome';
import { parseJson } from '../text/json';
import { isAccelerator } from '../window/accelerator';

const leadMinutes = z.custom<LeadMinutes>(areLeadMinutes);

const shortcut = z.nullable(z.string().check(z.refine(isAccelerator)));

const choice = <Schema extends z.ZodMiniType>(schema: Schema, usual: z.output<Schema>) => ({ schema, usual });

/**
 * What the user can choose: each with what it may be, and what it is until somebody chooses. A new one is its line here and
 * its control in the settings window; the file, the message that changes it and the defaults follow.
 */
const choices = {
  /** A short text beside the menu-bar icon. */
  showTitle: choice(z.boolean(), false),
  /** Tells of what concerns remote sessions while nobody is looking. */
  notifications: choice(z.boolean(), true),
  /** The kinds that are not told, while the others are. */
  mutedNotifications: choice(
    z.readonly(z.array(z.enum(notificationKinds)).check(z.maxLength(notificationKinds.length))),
    [],
  ),
  /** How often Latchkey looks while nobody looks at it. */
  beat: choice(z.enum(beats), defaultBeat),
  /** Opens the popover from every app; an accelerator in Electron's words, as core/window/accelerator.ts makes them. */
  shortcut: choice(shortcut, null),
  /** Keeps unlocked, as the popover's button does, from every app. */
  keepUnlockedShortcut: choice(shortcut, null),
  /** What "Keep Unlocked" does: the last choice of its menu. */
  keepUnlocked: choice(keepUnlockedChoice, defaultKeepUnlockedChoice),
  /** The card of the first start was put away. */
  isWelcomed: choice(z.boolean(), false),
  /** Whether to move the app to Applications was asked; it is asked once. */
  isMoveOffered: choice(z.boolean(), false),
  /** For how many days the history is kept; 0 keeps none. */
  historyDays: choice(z.int().check(z.gte(0), z.lte(366)), 30),
  /** What becomes of a hold when Latchkey quits: the settings are put back, or it goes on until its end. */
  onQuitDuringHold: choice(z.enum(['put-back', 'keep']), 'put-back'),
  /** How early the end of a login is told of. */
  expiryThresholds: choice(
    z.strictObject({ login: leadMinutes, session: leadMinutes, certificate: leadMinutes }),
    defaultExpiryThresholds,
  ),
  /** Allows a diagnosis to talk to the hosts that it names beforehand. */
  networkChecks: choice(z.boolean(), false),
  /** Asks once a day whether there is a newer Latchkey. */
  newVersions: choice(z.boolean(), false),
};

type Choices = typeof choices;
type Name = keyof Choices;

/** What the user has chosen; kept in a small file. */
export type Preferences = { readonly [Each in Name]: z.output<Choices[Each]['schema']> };

/** TypeScript does not know that each name keeps its own type on the way through a list. */
const ofEach = <Field extends 'schema' | 'usual'>(field: Field) =>
  Object.fromEntries(Object.entries(choices).map(([name, one]) => [name, one[field]])) as {
    readonly [Each in Name]: Choices[Each][Field];
  };

export const defaultPreferences: Preferences = ofEach('usual');

/** A change of some of them; what is left out stays as it is. */
export const preferencesChange = z.partial(z.strictObject(ofEach('schema')));

/** What has come later has its default, so that a file of an earlier version still counts. */
const fileFormat = z.strictObject({
  ...(Object.fromEntries(
    Object.entries(choices).map(([name, { schema, usual }]) => [name, z._default(schema as z.ZodMiniType, usual)]),
  ) as { readonly [Each in Name]: z.ZodMiniDefault<Choices[Each]['schema']> }),
  schemaVersion: z.literal(1),
  // There from the first: a file without it is none of ours.
  showTitle: choices.showTitle.schema,
});

export const parsePreferences = (text: string): Outcome<Preferences, 'not-settings'> => {
  const parsed = fileFormat.safeParse(parseJson(text));
  if (!parsed.success) return failure('not-settings', 'It does not hold settings.');
  const { schemaVersion: _version, ...preferences } = parsed.data;
  return success(preferences);
};

export const formatPreferences = (preferences: Preferences): string =>
  `${JSON.stringify({ schemaVersion: 1, ...preferences }, null, 2)}\n`;
