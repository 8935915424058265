import { unlockOverSshCommand } from '../core/commands';
import { type ExitCode, exitCode } from '../core/exit-code';
import type { HoldRequest } from '../core/hold';
import { nextClockTime, tonight } from '../core/hold-times';
import { success } from '../core/outcome';
import type { Keychain } from '../core/snapshot';
import { loginKeychain } from '../core/warnings';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { HoldCommand, HoldEndWish } from './hold-arguments';
import { keepHere } from './hold-here';
import { told } from './hold-outcome';
import { factLines } from './hold-text';
import type { Terminal } from './terminal';

type StartCommand = Extract<HoldCommand, { step: 'start' }>;

/** `latchkey hold 4h`: hands over to the app; without one, or in an SSH login, keeps the hold itself until its end. */
export const startHold = async (mac: MacMonitor, command: StartCommand, terminal: Terminal): Promise<ExitCode> => {
  const { snapshot } = await mac.monitor.lookOnce();
  const keychains = snapshot?.keychains ?? [];
  const { keychainPath } = command;
  const keychain =
    keychainPath === undefined ? loginKeychain(keychains) : keychains.find(({ path }) => path === keychainPath);
  if (!keychain) {
    terminal.tell(
      keychainPath === undefined ? 'No login keychain was found.' : 'That keychain is not in the search list.',
    );
    return exitCode.couldNotLook;
  }
  const end = endAt(command.end, { nowMs: mac.now(), timeZone: terminal.timeZone });
  const request: HoldRequest = {
    ...{ end, keepAwake: command.keepAwake, relock: command.relock ? 'always' : 'as-before' },
    ...(keychainPath === undefined ? {} : { keychainPaths: [keychainPath] }),
  };
  // The app's session is the desktop's; a hold there would keep nothing unlocked here.
  if (keychain.lock.session === 'this-ssh-login') return inSshLogin(mac, request, keychain, terminal);
  if (keychain.lock.state === 'locked')
    terminal.tell("Answer the system's password dialog on the desktop. Ctrl-C ends the waiting.");
  return handOver(mac, request, terminal);
};

const endAt = (wish: HoldEndWish, now: { nowMs: number; timeZone: string }): HoldRequest['end'] => {
  switch (wish.kind) {
    case 'after':
      return { kind: 'at', at: new Date(now.nowMs + wish.lengthMs).toISOString() };
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
    terminal.tell('Unlock it first, this asks for the password itself; then hold it:');
    terminal.print(unlockOverSshCommand(path));
    return Promise.resolve(exitCode.warning);
  }
  return keepHere(
    mac,
    request,
    terminal,
    'This is a hold in this SSH login’s own session; the desktop’s stays as it is.',
  );
};

const handOver = async (mac: MacMonitor, request: HoldRequest, terminal: Terminal): Promise<ExitCode> => {
  const { runningApp } = mac;
  let isHandedOver = true;
  terminal.onInterrupt(() => {
    // Here it is ended by the process that keeps it.
    if (isHandedOver) void runningApp.ask('endHold', { relock: false });
  });
  const asked = await runningApp.ask('startHold', request);
  isHandedOver = false;
  switch (asked.kind) {
    case 'answered':
      return asked.reply.ok ? tellOfIt(mac, terminal) : told(asked.reply, '', terminal);
    case 'refused':
    case 'lost':
      terminal.tell(asked.reason);
      return exitCode.couldNotLook;
    case 'not-running':
      return keepHere(mac, request, terminal, 'Latchkey’s app does not run.');
    case 'unreachable':
      return keepHere(mac, request, terminal, asked.reason);
  }
};

const tellOfIt = async ({ runningApp, now }: MacMonitor, terminal: Terminal): Promise<ExitCode> => {
  const state = await runningApp.ask('getState', undefined);
  const hold = state.kind === 'answered' ? state.reply.hold : null;
  const lines = hold?.state === 'on' ? factLines(hold, { nowMs: now(), timeZone: terminal.timeZone }) : [];
  for (const line of lines) terminal.tell(line.trim());
  return told(success(undefined), 'Latchkey’s app keeps it. latchkey hold --end ends it.', terminal);
};
