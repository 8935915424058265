import { constants } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { Preferences } from '../contract/app-state';
import { beat, historyDays, mutedNotifications, onQuitDuringHold, shortcut } from '../contract/contract';
import { defaultBeat } from '../core/beat';
import { areLeadMinutes, defaultExpiryThresholds, type LeadMinutes } from '../core/expiry-thresholds';
import { failure, type Outcome, success } from '../core/outcome';
import { writePrivateFile } from './private-file';

export const defaultPreferences: Preferences = {
  ...{ showTitle: false, notifications: true, historyDays: 30, networkChecks: false },
  expiryThresholds: defaultExpiryThresholds,
  onQuitDuringHold: 'put-back',
  ...{ mutedNotifications: [], beat: defaultBeat, shortcut: null },
};

/** Far above what the file ever holds. */
const largestFileBytes = 16_384;

const leadMinutes = z.custom<LeadMinutes>(areLeadMinutes);

/** What has come later has its default, so that a file of an earlier version still counts. */
const fileFormat = z.strictObject({
  schemaVersion: z.literal(1),
  showTitle: z.boolean(),
  notifications: z._default(z.boolean(), defaultPreferences.notifications),
  historyDays: z._default(historyDays, defaultPreferences.historyDays),
  onQuitDuringHold: z._default(onQuitDuringHold, defaultPreferences.onQuitDuringHold),
  mutedNotifications: z._default(mutedNotifications, []),
  beat: z._default(beat, defaultPreferences.beat),
  shortcut: z._default(shortcut, defaultPreferences.shortcut),
  expiryThresholds: z._default(
    z.strictObject({ login: leadMinutes, session: leadMinutes, certificate: leadMinutes }),
    defaultPreferences.expiryThresholds,
  ),
  networkChecks: z._default(z.boolean(), defaultPreferences.networkChecks),
});

/** `missing` is the normal first start; the others mean that something else lies where the settings should. */
export type PreferencesProblem = 'missing' | 'unreadable' | 'not-a-file' | 'too-large' | 'not-settings';

/** Reads the settings. Whatever lies there, it comes back as an outcome; a link is not followed, a pipe not waited for. */
export const readPreferencesFile = async (path: string): Promise<Outcome<Preferences, PreferencesProblem>> => {
  const text = await readRegularFile(path);
  if (!text.ok) return text;
  const parsed = fileFormat.safeParse(parseJson(text.value));
  if (!parsed.success) return failure('not-settings', 'It does not hold settings.');
  const { schemaVersion: _version, ...preferences } = parsed.data;
  return success(preferences);
};

/** @throws what the file system says. */
export const writePreferencesFile = (path: string, preferences: Preferences): Promise<void> =>
  writePrivateFile(path, `${JSON.stringify({ schemaVersion: 1, ...preferences }, null, 2)}\n`);

/** Puts what is not ours out of the way, under a name that says so, for the user to look at. Returns whether it went. */
export const keepAside = async (path: string, nowMs: number): Promise<boolean> => {
  try {
    await rename(path, `${path}.unreadable-${nowMs}`);
    return true;
  } catch {
    return false;
  }
};

const readRegularFile = async (path: string): Promise<Outcome<string, PreferencesProblem>> => {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const status = await file.stat();
      if (!status.isFile()) return failure('not-a-file', 'It is not a plain file.');
      if (status.size > largestFileBytes) return failure('too-large', 'It is far too large.');
      return success(await file.readFile('utf8'));
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return failure('missing', 'There is none yet.');
    if (code === 'ELOOP') return failure('not-a-file', 'It is a link.');
    return failure('unreadable', 'It cannot be read.');
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
