import { type ExitCode, exitCode } from '../core/exit-code';
import type { Hold } from '../core/hold';
import { failure, type Outcome } from '../core/outcome';
import type { AppAnswer } from '../core/running-app';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { HoldCommand } from './hold-arguments';
import { told } from './hold-outcome';
import { startHold } from './hold-start';
import { holdLines } from './hold-text';
import type { Terminal } from './terminal';

type Step<Name extends HoldCommand['step']> = Extract<HoldCommand, { step: Name }>;

/** `latchkey hold`: by the app that runs, or without one in this process. */
export const runHold = (mac: MacMonitor, command: HoldCommand, terminal: Terminal): Promise<ExitCode> => {
  switch (command.step) {
    case 'show':
      return show(mac, command, terminal);
    case 'start':
      return startHold(mac, command, terminal);
    case 'end':
      return end(mac, command, terminal);
    case 'resolve':
      return resolve(mac, command, terminal);
  }
};

/** The app knows more of its own hold than its journal says. @returns null where nobody could look. */
const present = async ({ runningApp, monitor }: MacMonitor): Promise<Hold | null> => {
  const told = await runningApp.ask('getState', undefined);
  if (told.kind === 'answered' && told.reply.hold !== null) return told.reply.hold;
  return (await monitor.lookOnce()).snapshot?.hold ?? null;
};

const show = async (mac: MacMonitor, { json }: Step<'show'>, terminal: Terminal): Promise<ExitCode> => {
  const hold = await present(mac);
  if (hold === null) return exitCode.couldNotLook;
  const now = { nowMs: mac.now(), timeZone: terminal.timeZone };
  terminal.print(json ? JSON.stringify(hold, null, 2) : holdLines(hold, now).join('\n'));
  return hold.state === 'restoring' ? exitCode.warning : exitCode.fine;
};

/** By the app where one runs, whoever keeps the hold; else here. */
const byAppOrHere = async (
  asked: AppAnswer<Outcome<void>>,
  { monitor }: MacMonitor,
  here: () => Promise<Outcome<void>>,
): Promise<Outcome<void>> => {
  if (asked.kind === 'answered') return asked.reply;
  if (asked.kind === 'refused' || asked.kind === 'lost') return failure(asked.kind, asked.reason);
  await monitor.lookOnce();
  const done = await here();
  await monitor.stop();
  return done;
};

const end = async (mac: MacMonitor, { relock }: Step<'end'>, terminal: Terminal): Promise<ExitCode> => {
  const asked = await mac.runningApp.ask('endHold', { relock });
  const ended = await byAppOrHere(asked, mac, () => mac.monitor.actions.endHold({ relock }));
  // Asked for twice, it is over all the same.
  if (!ended.ok && ended.code === 'no-hold') {
    terminal.tell('No hold is on.');
    return exitCode.fine;
  }
  return told(ended, 'The hold has ended, and the settings are what they were before.', terminal);
};

const resolve = async (mac: MacMonitor, command: Step<'resolve'>, terminal: Terminal): Promise<ExitCode> => {
  const hold = await present(mac);
  const keychainPath = command.keychainPath ?? onlyPath(hold);
  if (keychainPath === null) {
    const isOff = hold === null || hold.state === 'off';
    terminal.tell(isOff ? 'No hold is on.' : 'Say which keychain with --keychain. See latchkey hold.');
    return isOff ? exitCode.warning : exitCode.usage;
  }
  const { decision } = command;
  const asked = await mac.runningApp.ask('resolveHoldConflict', { keychainPath, decision });
  const done = await byAppOrHere(asked, mac, () => mac.monitor.actions.resolveHoldConflict(keychainPath, decision));
  return told(done, 'Done. The hold is over.', terminal);
};

const onlyPath = (hold: Hold | null): string | null => {
  if (hold === null || hold.state === 'off') return null;
  const asking = hold.state === 'restoring' && hold.problems.length > 0 ? hold.problems : hold.keychains;
  return asking.length === 1 ? (asking[0]?.path ?? null) : null;
};
