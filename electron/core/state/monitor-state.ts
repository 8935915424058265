import type { CommandLink } from '../command-line/command-link';
import type { DiagnosisChoices, DiagnosisRun } from '../diagnosis/diagnosis-run';
import type { AppAccessCheck } from '../keychain/app-access-check';
import type { DesktopTmux } from '../sessions/desktop-tmux';
import type { ShellHelper } from '../sessions/shell-plan';
import type { FreshLoginTest, Notice, PendingAction, UndoOffer } from '../words/pending';
import type { Snapshot } from '../words/snapshot';

/** What the monitor publishes: the snapshot and what is going on around it. `snapshot: null` until the first look is done. */
export interface MonitorState {
  readonly snapshot: Snapshot | null;
  readonly pending: readonly PendingAction[];
  readonly notice: Notice | null;
  /** Changes of auto-lock that can be taken back, one a keychain, the newest first. */
  readonly undos: readonly UndoOffer[];
  /** Null until somebody has asked for the test. */
  readonly freshLoginTest: FreshLoginTest | null;
  /** Null until somebody has asked for the check. */
  readonly appAccessCheck: AppAccessCheck | null;
  /** Null until it was read: when the popover opens, and after an action on it. */
  readonly desktopTmux: DesktopTmux | null;
  /** Null until it was read: when the popover opens, and after an action on it. */
  readonly shellHelpers: readonly ShellHelper[] | null;
  /** Null until it was read: when the popover opens, and after an action on it. */
  readonly commandLink: CommandLink | null;
  /** When the Mac last woke; null while that was not seen. */
  readonly wokeAt: string | null;
  /** Null until somebody has asked for one. */
  readonly diagnosis: DiagnosisRun | null;
  readonly diagnosisChoices: DiagnosisChoices;
}

/** What is published before anything was seen or done. */
export const nothingYet: MonitorState = {
  snapshot: null,
  pending: [],
  notice: null,
  undos: [],
  freshLoginTest: null,
  appAccessCheck: null,
  desktopTmux: null,
  shellHelpers: null,
  commandLink: null,
  wokeAt: null,
  diagnosis: null,
  diagnosisChoices: { tools: [], hosts: [], symptoms: [] },
};
