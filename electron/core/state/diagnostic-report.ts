import { formatJson } from '../text/format-outside-text';
import { createRedaction } from '../text/redaction';
import { isoTime } from '../time/outside-numbers';
import { diagnosticState, knownNames } from './diagnostic-state';
import type { MonitorState } from './monitor-state';

export interface DiagnosticFacts {
  /** What the app knows and what was chosen in it. */
  readonly state: MonitorState & {
    readonly preferences: object;
    readonly preferencesNotice: string | null;
    readonly notificationsNotice: string | null;
    readonly shortcutProblem: string | null;
    readonly keepUnlockedShortcutProblem: string | null;
    readonly launchAtLogin: string;
    readonly appVersion: string;
  };
  /** What the app has logged since its start, each line with how often. */
  readonly eventCounts: readonly { readonly event: string; readonly count: number }[];
  readonly versions: Readonly<Record<'electron' | 'node', string>>;
  readonly platform: string;
  readonly userName: string;
  readonly homeFolder: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * What helps somebody who was not there to see what is wrong, as readable JSON that ends with an end of line. It is put
 * together field by field, so that a new fact does not get in by itself; names, addresses and private folders are replaced.
 * No history, no command, nothing of an item but what its status says.
 */
export const diagnosticReport = (facts: DiagnosticFacts): string => {
  const { state, eventCounts, versions, platform, userName, homeFolder, now } = facts;
  const redaction = createRedaction(knownNames(state, userName), homeFolder);
  // So that this Mac's own user is always `user-1`.
  redaction.name('user', userName);
  const said = (text: string | null): string | null => (text === null ? null : redaction.text(text));
  const report = {
    what: 'A diagnostic of Latchkey. Names, addresses and folders are replaced: user-1, host-2, account-3.',
    schemaVersion: 1,
    madeAt: isoTime(now),
    versions: {
      latchkey: state.appVersion,
      macos: state.snapshot?.host.macosVersion ?? 'unknown',
      ...versions,
      platform,
    },
    preferences: state.preferences,
    launchAtLogin: state.launchAtLogin,
    problems: {
      preferences: said(state.preferencesNotice),
      notifications: said(state.notificationsNotice),
      shortcut: said(state.shortcutProblem),
      keepUnlockedShortcut: said(state.keepUnlockedShortcutProblem),
    },
    loggedSinceStart: eventCounts.map(({ event, count }) => ({ event: redaction.text(event), count })),
    state: diagnosticState(state, redaction),
  };
  return `${formatJson(report, 2)}\n`;
};
