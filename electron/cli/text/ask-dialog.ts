import type { Outcome } from '../../core/outcome';
import type { MacMonitor } from '../../monitor/mac-monitor';
import type { Terminal } from './terminal';

/** Raises the system's password dialog on the desktop, and waits for whoever sits there. */
export const unlockWithDialog = (
  actions: Pick<MacMonitor['monitor']['actions'], 'unlock' | 'cancelUnlock'>,
  keychainPath: string,
  terminal: Terminal,
): Promise<Outcome<void>> => {
  terminal.onInterrupt(() => actions.cancelUnlock());
  terminal.tell("Answer the system's password dialog on the desktop. Ctrl-C ends the waiting.");
  return actions.unlock(keychainPath);
};
