import type { PayloadOf } from '../../contract/contract';
import type { ClaudeCodeCommand } from '../../core/words/claude-code-activity';
import type { Monitor } from '../../monitor/monitor';

/** Electron's clipboard. Up to version 43 `writeText` was synchronous, since 44 it returns a promise; both fit. */
export interface TextClipboard {
  writeText(text: string): unknown;
}

/** Only the main process copies, and only text of its own. */
export const copyTextTo =
  (clipboard: TextClipboard) =>
  async (text: string): Promise<void> => {
    await clipboard.writeText(text);
  };

type Looked = Pick<Monitor, 'state'>;

/**
 * The text of a command that the page has named. It is looked up in what was published, so that no page can put a text
 * of its own on the clipboard.
 *
 * @throws where there is no such command now; the IPC server refuses.
 */
export const commandToCopy = (monitor: Looked, wanted: PayloadOf<'commands.copy'>): string => {
  switch (wanted.command) {
    case 'help':
      return helpCommand(monitor, wanted.shown);
    case 'attach-desktop-tmux':
      return there(monitor.state().desktopTmux?.attachCommand, 'no tmux server to attach to is known');
    case 'restart-claude-code':
      return restartCommand(monitor, wanted.pid);
    default:
      return adviceCommand(monitor, wanted.command);
  }
};

const there = (command: string | null | undefined, otherwise: string): string => {
  if (command) return command;
  throw new RangeError(otherwise);
};

/** What a warning or a remote session shows. */
const helpCommand = (monitor: Looked, shown: string): string => {
  const { warnings = [], sessions = [] } = monitor.state().snapshot ?? {};
  const helps = [...warnings.flatMap(({ actions }) => actions), ...sessions.flatMap(({ help }) => help ?? [])];
  const commands = helps.flatMap((help) => (help.kind === 'copy-command' ? [help.command] : []));
  return there(
    commands.find((command) => command === shown),
    'nothing shows that command now',
  );
};

const restartCommand = (monitor: Looked, pid: number): string => {
  const processes = monitor.state().snapshot?.claudeCode?.processes;
  return there(processes?.find((process) => process.pid === pid)?.help?.command, 'no such Claude Code is known');
};

const adviceCommand = (monitor: Looked, name: ClaudeCodeCommand): string => {
  const advice = monitor.state().snapshot?.claudeCode?.advice;
  return there(advice?.find(({ help }) => help?.name === name)?.help?.command, 'nobody is advised to run that now');
};
