import { explainAutoLock, formatAutoLockSettings } from '../core/auto-lock/format-auto-lock';
import { unlockOverSshCommand } from '../core/keychain/commands';
import { keychainNamed } from '../core/keychain/keychain-named';
import type { Outcome } from '../core/outcome';
import { type ExitCode, exitCode } from '../core/state/exit-code';
import type { AutoLockSettings, Keychain } from '../core/words/keychain';
import { loginKeychain } from '../core/words/login-keychain';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { Command } from './arguments';
import { exitOf } from './text/outcome-exit';
import type { Terminal } from './text/terminal';

type Action = Extract<Command, { name: 'unlock' | 'lock' | 'set' | 'undo' }>;

/** `unlock`, `lock`, `set` and `undo`: the same actions as the popover's, told on the terminal. */
export const runAction = async (mac: MacMonitor, command: Action, terminal: Terminal): Promise<ExitCode> => {
  const { snapshot } = await mac.monitor.lookOnce();
  const keychain =
    command.keychainPath === undefined
      ? snapshot && loginKeychain(snapshot.keychains)
      : keychainNamed(snapshot?.keychains ?? [], command.keychainPath);
  if (!keychain) {
    terminal.tell(
      command.keychainPath === undefined
        ? 'No login keychain was found.'
        : `There is no keychain ${command.keychainPath} in the search list, or there are several of that name.`,
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
    case 'undo':
      return undo(mac, keychain, terminal);
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
  const { actions } = mac.monitor;
  // What other keychains can be taken back to stays noted beside it.
  await actions.readUndos();
  const outcome = await actions.setAutoLock(keychain.path, settings);
  if (outcome.ok) tellOfSettings(mac, autoLock, settings, terminal);
  return told(mac, outcome, terminal);
};

const undo = async (mac: MacMonitor, { path, autoLock }: Keychain, terminal: Terminal): Promise<ExitCode> => {
  const { actions } = mac.monitor;
  await actions.readUndos();
  const restores = mac.monitor.state().undos.find(({ keychainPath }) => keychainPath === path)?.restores;
  const outcome = await actions.undoAutoLock(path);
  if (outcome.ok && restores && autoLock.source !== 'unknown') tellOfSettings(mac, autoLock, restores, terminal);
  return told(mac, outcome, terminal);
};

const tellOfSettings = (mac: MacMonitor, before: AutoLockSettings, now: AutoLockSettings, terminal: Terminal): void => {
  terminal.tell(`Before: ${formatAutoLockSettings(before)}. Now: ${formatAutoLockSettings(now)}.`);
  terminal.tell(explainAutoLock(now, mac.monitor.state().snapshot?.remoteAccess.systemSleepMinutes ?? 'unknown'));
};

/** Says what came of it and turns it into an exit code: 0 done, 1 refused or cancelled, 70 failed. */
const told = (mac: MacMonitor, outcome: Outcome<void>, terminal: Terminal): ExitCode => {
  terminal.tell(mac.monitor.state().notice?.sentence ?? (outcome.ok ? 'Done.' : outcome.reason));
  return exitOf(outcome);
};
