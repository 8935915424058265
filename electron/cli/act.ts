import { explainAutoLock, formatAutoLockSettings } from '../core/auto-lock/format-auto-lock';
import { unlockOverSshCommand } from '../core/keychain/commands';
import { keychainNamed } from '../core/keychain/keychain-named';
import { failure, type Outcome } from '../core/outcome';
import { type ExitCode, exitCode } from '../core/state/exit-code';
import type { AutoLockSettings, Keychain } from '../core/words/keychain';
import { loginKeychain } from '../core/words/login-keychain';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { Command } from './arguments';
import { unlockWithDialog } from './text/ask-dialog';
import { exitOf } from './text/outcome-exit';
import type { Terminal } from './text/terminal';

type Action = Extract<Command, { name: 'unlock' | 'lock' | 'set' | 'undo' }>;

/** `unlock`, `lock`, `set` and `undo`: the same actions as the popover's, told on the terminal. */
export const runAction = async (mac: MacMonitor, command: Action, terminal: Terminal): Promise<ExitCode> => {
  const { snapshot } = await mac.monitor.lookOnce();
  const wanted = command.keychainPath;
  const keychains = snapshot?.keychains ?? [];
  const keychain = wanted === undefined ? loginKeychain(keychains) : keychainNamed(keychains, wanted);
  if (!keychain) {
    terminal.tell(
      wanted === undefined
        ? 'No login keychain was found.'
        : `There is no keychain ${wanted} in the search list, or there are several of that name.`,
    );
    return wanted === undefined || !snapshot ? exitCode.couldNotLook : exitCode.usage;
  }
  const { actions } = mac.monitor;
  const say: Say = (outcome, more) => answer(mac, { command, keychain, outcome, ...more }, terminal);
  switch (command.name) {
    case 'unlock':
      if (keychain.lock.session === 'this-ssh-login')
        return say(noDialog, { line: unlockOverSshCommand(keychain.path) });
      return say(await unlockWithDialog(actions, keychain.path, terminal));
    case 'lock':
      return say(await (command.all ? actions.lockAll() : actions.lock(keychain.path)));
    case 'set':
      return set(mac, keychain, command, say);
    case 'undo':
      return undo(mac, keychain, say);
  }
};

const noDialog = failure(
  'wrong-session',
  "An SSH login cannot raise the system's dialog. Run this here, it asks for the password itself:",
);

interface Settings {
  readonly before: AutoLockSettings;
  readonly now: AutoLockSettings;
}

/** @param more.line what somebody is to run instead. @param more.settings that were changed. */
type Say = (
  outcome: Outcome<void>,
  more?: { readonly line?: string; readonly settings?: Settings | undefined },
) => ExitCode;

const set = async (
  mac: MacMonitor,
  { path, autoLock }: Keychain,
  change: Extract<Command, { name: 'set' }>,
  say: Say,
): Promise<ExitCode> => {
  if (autoLock.source === 'unknown') {
    const reason = `The present settings are not known, so nothing was changed. ${autoLock.reason}`;
    return say(failure('settings-unknown', reason));
  }
  const { lockOnSleep, idleTimeoutSeconds } = autoLock;
  const now: AutoLockSettings = {
    lockOnSleep: change.lockOnSleep ?? lockOnSleep,
    idleTimeoutSeconds: change.idleTimeoutSeconds === undefined ? idleTimeoutSeconds : change.idleTimeoutSeconds,
  };
  const { actions } = mac.monitor;
  // What other keychains can be taken back to stays noted beside it.
  await actions.readUndos();
  return say(await actions.setAutoLock(path, now), { settings: { before: { lockOnSleep, idleTimeoutSeconds }, now } });
};

const undo = async (mac: MacMonitor, { path, autoLock }: Keychain, say: Say): Promise<ExitCode> => {
  const { actions } = mac.monitor;
  await actions.readUndos();
  const now = mac.monitor.state().undos.find(({ keychainPath }) => keychainPath === path)?.restores;
  const outcome = await actions.undoAutoLock(path);
  if (!now || autoLock.source === 'unknown') return say(outcome);
  const { lockOnSleep, idleTimeoutSeconds } = autoLock;
  return say(outcome, { settings: { before: { lockOnSleep, idleTimeoutSeconds }, now } });
};

interface Came {
  readonly command: Action;
  readonly keychain: Keychain;
  readonly outcome: Outcome<void>;
  readonly line?: string;
  readonly settings?: Settings | undefined;
}

/** Says what came of it and turns it into an exit code: 0 done, 1 refused or cancelled, 70 failed. */
const answer = ({ monitor }: MacMonitor, came: Came, terminal: Terminal): ExitCode => {
  const { command, keychain, outcome, line, settings = null } = came;
  const { notice, snapshot } = monitor.state();
  const sentence = notice?.sentence ?? (outcome.ok ? 'Done.' : outcome.reason);
  const exit = exitOf(outcome);
  const changed = outcome.ok ? settings : null;
  if (command.json) {
    terminal.printJson(command.name, {
      schemaVersion: 1,
      outcome: outcome.ok ? 'done' : exit === exitCode.warning ? 'refused' : 'failed',
      code: outcome.ok ? 'done' : outcome.code,
      sentence,
      ...(command.name === 'lock' && command.all ? {} : { keychainPath: keychain.path }),
      session: keychain.lock.session,
      ...(line === undefined ? {} : { command: line }),
      ...changed,
    });
    return exit;
  }
  if (changed) {
    const { before, now } = changed;
    terminal.tell(`Before: ${formatAutoLockSettings(before)}. Now: ${formatAutoLockSettings(now)}.`);
    terminal.tell(explainAutoLock(now, snapshot?.remoteAccess.systemSleepMinutes ?? 'unknown'));
  }
  terminal.tell(sentence);
  if (line !== undefined) terminal.print(line);
  return exit;
};
