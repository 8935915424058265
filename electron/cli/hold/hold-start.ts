import type { HoldRequest } from '../../core/hold/hold-request';
import { nextClockTime, tonight } from '../../core/hold/hold-times';
import { unlockOverSshCommand } from '../../core/keychain/commands';
import { keychainNamed } from '../../core/keychain/keychain-named';
import { type Outcome, success } from '../../core/outcome';
import { type ExitCode, exitCode } from '../../core/state/exit-code';
import { isoTime } from '../../core/time/outside-numbers';
import type { Keychain } from '../../core/words/keychain';
import { loginKeychain } from '../../core/words/login-keychain';
import type { MacMonitor } from '../../monitor/mac-monitor';
import { unlockWithDialog } from '../text/ask-dialog';
import { type Terminal, typedIn } from '../text/terminal';
import type { HoldCommand, HoldEndWish } from './hold-arguments';
import { keepHere } from './hold-here';
import { told } from './hold-outcome';
import { factLines } from './hold-text';

type StartCommand = Extract<HoldCommand, { step: 'start' }>;

/** `latchkey hold 4h`: hands over to the app; without one, or in an SSH login, keeps the hold itself until its end. */
export const startHold = async (mac: MacMonitor, command: StartCommand, terminal: Terminal): Promise<ExitCode> => {
  const { snapshot } = await mac.monitor.lookOnce();
  const keychains = snapshot?.keychains ?? [];
  const wanted = command.keychainPath;
  const keychain = wanted === undefined ? loginKeychain(keychains) : keychainNamed(keychains, wanted);
  if (!keychain) {
    terminal.tell(wanted === undefined ? 'No login keychain was found.' : 'That keychain is not in the search list.');
    return wanted === undefined || !snapshot ? exitCode.couldNotLook : exitCode.usage;
  }
  const end = endAt(command.end, { nowMs: mac.now(), timeZone: terminal.timeZone });
  const request: HoldRequest = {
    end,
    keepAwake: command.keepAwake,
    relock: command.relock ? 'always' : 'as-before',
    ...(wanted === undefined ? {} : { keychainPaths: [keychain.path] }),
  };
  // The app's session is the desktop's; a hold there would keep nothing unlocked here.
  if (keychain.lock.session === 'this-ssh-login') return inSshLogin(mac, request, keychain, terminal);
  if (keychain.lock.state !== 'locked') return handOver(mac, request, terminal);
  const unlocked = await unlockHere(mac, keychain, terminal);
  // Locked it was found, and locked it is left.
  return unlocked.ok ? handOver(mac, { ...request, relock: 'always' }, terminal) : told(unlocked, '', terminal);
};

const endAt = (wish: HoldEndWish, now: { nowMs: number; timeZone: string }): HoldRequest['end'] => {
  switch (wish.kind) {
    case 'after':
      return { kind: 'at', at: isoTime(now.nowMs + wish.lengthMs) };
    case 'tonight':
      return { kind: 'at', at: tonight(now) };
    case 'clock': {
      const next = nextClockTime(wish.clock, now);
      // What is no time was refused when it was read; the action would refuse it again.
      return { kind: 'at', at: next.ok ? next.value : wish.clock };
    }
    case 'back':
      return wish;
  }
};

const inSshLogin = (mac: MacMonitor, request: HoldRequest, { lock, path }: Keychain, terminal: Terminal) => {
  if (lock.state === 'locked') {
    terminal.tell("The keychain is locked in this SSH login, and the system's dialog cannot be raised from here.");
    terminal.tell('Unlock it first, this asks for the password itself; then keep it unlocked:');
    terminal.print(unlockOverSshCommand(path));
    return Promise.resolve(exitCode.warning);
  }
  return keepHere(mac, request, terminal, 'It is kept unlocked in this SSH login; the desktop’s stays as it is.');
};

/** The app raises no dialog for whoever speaks to its socket: it cannot know where he sits. This process can be seen to. */
const unlockHere = (mac: MacMonitor, { path }: Keychain, terminal: Terminal): Promise<Outcome<void>> =>
  unlockWithDialog(mac.monitor.actions, path, terminal);

const handOver = async (mac: MacMonitor, request: HoldRequest, terminal: Terminal): Promise<ExitCode> => {
  const { runningApp } = mac;
  let isHandedOver = true;
  terminal.onInterrupt(() => {
    // Here it is ended by the process that keeps it.
    if (isHandedOver) void runningApp.ask('hold.end', { relock: false });
  });
  const asked = await runningApp.ask('hold.start', request);
  isHandedOver = false;
  switch (asked.kind) {
    case 'answered':
      return asked.reply.ok ? tellOfIt(mac, terminal) : told(asked.reply, '', terminal);
    case 'refused':
    case 'lost':
    case 'silent':
      terminal.tell(
        asked.kind === 'refused' ? asked.reason : `${asked.reason} See ${typedIn(terminal)} hold for what holds now.`,
      );
      return exitCode.couldNotLook;
    case 'not-running':
      return keepHere(mac, request, terminal, 'Latchkey’s app does not run.');
    case 'unreachable':
      return keepHere(mac, request, terminal, asked.reason);
  }
};

const tellOfIt = async ({ runningApp, now }: MacMonitor, terminal: Terminal): Promise<ExitCode> => {
  const state = await runningApp.ask('state.get', undefined);
  const hold = state.kind === 'answered' ? state.reply.hold : null;
  const lines = hold?.state === 'on' ? factLines(hold, { nowMs: now(), timeZone: terminal.timeZone }) : [];
  for (const line of lines) terminal.tell(line.trim());
  return told(success(undefined), `Latchkey’s app keeps it. ${typedIn(terminal)} hold --end ends it.`, terminal);
};
