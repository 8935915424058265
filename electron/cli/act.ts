import { unlockOverSshCommand } from '../core/commands';
import { type ExitCode, exitCode } from '../core/exit-code';
import { formatAutoLockSettings } from '../core/format-auto-lock';
import type { Outcome } from '../core/outcome';
import type { AutoLockSettings, Keychain } from '../core/snapshot';
import { loginKeychain } from '../core/warnings';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { Command } from './arguments';
import type { Terminal } from './terminal';

type Action = Extract<Command, { name: 'unlock' | 'lock' | 'set' }>;

/** `unlock`, `lock` and `set`: the same actions as the popover's, told on the terminal. */
export const runAction = async (mac: MacMonitor, command: Action, terminal: Terminal): Promise<ExitCode> => {
  const { snapshot } = await mac.monitor.lookOnce();
  const keychain =
    command.keychainPath === undefined
      ? snapshot && loginKeychain(snapshot.keychains)
      : snapshot?.keychains.find(({ path }) => path === command.keychainPath);
  if (!keychain) {
    terminal.tell(
      command.keychainPath === undefined
        ? 'No login keychain was found.'
        : `There is no keychain ${command.keychainPath} in the search list.`,
    );
    return exitCode.couldNotLook;
  }
  switch (command.name) {
    case 'unlock':
      return unlock(mac, keychain, terminal);
    case 'lock': {
      const { actions } = mac.monitor;
      return told(mac, await (command.all ? actions.lockAll() : actions.lock(keychain.path)), terminal);
    }
    case 'set':
      return set(mac, keychain, command, terminal);
  }
};

const unlock = async (mac: MacMonitor, keychain: Keychain, terminal: Terminal): Promise<ExitCode> => {
  if (keychain.lock.session === 'this-ssh-login') {
    terminal.tell("An SSH login cannot raise the system's dialog. Run this here, it asks for the password itself:");
    terminal.print(unlockOverSshCommand(keychain.path));
    return exitCode.warning;
  }
  terminal.onInterrupt(() => mac.monitor.actions.cancelUnlock());
  terminal.tell("Answer the system's password dialog on the desktop. Ctrl-C ends the waiting.");
  return told(mac, await mac.monitor.actions.unlock(keychain.path), terminal);
};

const set = async (
  mac: MacMonitor,
  keychain: Keychain,
  change: Extract<Command, { name: 'set' }>,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { autoLock } = keychain;
  if (autoLock.source === 'unknown') {
    terminal.tell(`The present settings are not known, so nothing was changed. ${autoLock.reason}`);
    return exitCode.couldNotLook;
  }
  const settings: AutoLockSettings = {
    lockOnSleep: change.lockOnSleep ?? autoLock.lockOnSleep,
    idleTimeoutSeconds:
      change.idleTimeoutSeconds === undefined ? autoLock.idleTimeoutSeconds : change.idleTimeoutSeconds,
  };
  const outcome = await mac.monitor.actions.setAutoLock(keychain.path, settings);
  if (outcome.ok)
    terminal.tell(`Before: ${formatAutoLockSettings(autoLock)}. Now: ${formatAutoLockSettings(settings)}.`);
  return told(mac, outcome, terminal);
};

const refusals: readonly string[] = [
  'cancelled',
  'aborted',
  'locked',
  'timeout-out-of-range',
  'wrong-password',
  'busy',
];

/** Says what came of it and turns it into an exit code: 0 done, 1 refused or cancelled, 70 failed. */
const told = (mac: MacMonitor, outcome: Outcome<void>, terminal: Terminal): ExitCode => {
  terminal.tell(mac.monitor.state().notice?.sentence ?? (outcome.ok ? 'Done.' : outcome.reason));
  if (outcome.ok) return exitCode.fine;
  return refusals.includes(outcome.code) ? exitCode.warning : exitCode.couldNotLook;
};
