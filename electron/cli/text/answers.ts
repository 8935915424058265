import type { CommandLink } from '../../core/command-line/command-link';
import type { ChecklistRow } from '../../core/diagnosis/checklist';
import type { DoctorReport } from '../../core/diagnosis/doctor-report';
import type { HistoryEvent } from '../../core/history/history-event';
import type { AppAccessCheck } from '../../core/keychain/app-access-check';
import type { DesktopTmux } from '../../core/sessions/desktop-tmux';
import type { ShellPlan } from '../../core/sessions/shell-plan';
import type { Hold } from '../../core/words/hold';
import type { AutoLockSettings, SecuritySession } from '../../core/words/keychain';
import type { FreshLoginTest } from '../../core/words/pending';
import type { Removal } from '../../core/words/removal';
import type { Snapshot } from '../../core/words/snapshot';

interface Versioned {
  readonly schemaVersion: 1;
}

/** What an action came to. */
export interface ActionAnswer extends Versioned {
  readonly outcome: 'done' | 'refused' | 'failed';
  /** `done`, or why not. */
  readonly code: string;
  /** The same for a person, with what to do next. */
  readonly sentence: string;
  /** Left out where all keychains were meant. */
  readonly keychainPath?: string;
  /** Whose lock state it is about. */
  readonly session: SecuritySession;
}

/** `unlock`. */
export interface UnlockAnswer extends ActionAnswer {
  /** Inside an SSH login, which can raise no dialog: what asks for the password there. */
  readonly command?: string;
}

/** `set` and `undo`: the settings before, and as they are now; left out where nothing was changed. */
export interface SettingsAnswer extends ActionAnswer {
  readonly before?: AutoLockSettings;
  readonly now?: AutoLockSettings;
}

/**
 * What each command prints with `--json`: one document, `watch` one a line. docs/schema is drawn from these types. Fields are
 * only ever added; where there is nothing to tell, there is no document but a sentence and an exit code.
 */
export interface Answers {
  readonly status: Snapshot;
  readonly watch: Snapshot;
  readonly unlock: UnlockAnswer;
  readonly lock: ActionAnswer;
  readonly set: SettingsAnswer;
  readonly undo: SettingsAnswer;
  readonly hold: Versioned & Hold;
  readonly history: Versioned & { readonly events: readonly HistoryEvent[] };
  /** `checklist`: with `--checklist`. */
  readonly doctor: DoctorReport & { readonly checklist?: readonly ChecklistRow[] };
  readonly 'test-login': Versioned & FreshLoginTest;
  readonly 'check-apps': Versioned & AppAccessCheck;
  /** As it is once the command has ended. */
  readonly shell: Versioned & ShellPlan;
  /** As it is once the command has ended. */
  readonly install: Versioned & Extract<CommandLink, { readonly kind: 'plan' }>;
  /** As it is once the command has ended. */
  readonly tmux: Versioned & DesktopTmux;
  readonly uninstall: Versioned & Removal;
}
