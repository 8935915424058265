import type { AppAnswer } from '../../core/hold/running-app';
import { keychainNamed } from '../../core/keychain/keychain-named';
import { failure, type Outcome } from '../../core/outcome';
import { type ExitCode, exitCode } from '../../core/state/exit-code';
import type { Hold } from '../../core/words/hold';
import type { MacMonitor } from '../../monitor/mac-monitor';
import { type Terminal, typedIn } from '../text/terminal';
import type { HoldCommand } from './hold-arguments';
import { told } from './hold-outcome';
import { startHold } from './hold-start';
import { holdLines } from './hold-text';

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
  const told = await runningApp.ask('state.get', undefined);
  if (told.kind === 'answered' && told.reply.hold !== null) return told.reply.hold;
  return (await monitor.lookOnce()).snapshot?.hold ?? null;
};

const show = async (mac: MacMonitor, { json }: Step<'show'>, terminal: Terminal): Promise<ExitCode> => {
  const hold = await present(mac);
  if (hold === null) return exitCode.couldNotLook;
  const now = { nowMs: mac.now(), timeZone: terminal.timeZone };
  if (json) terminal.printJson('hold', { schemaVersion: 1, ...hold });
  else terminal.print(holdLines(hold, now, typedIn(terminal)).join('\n'));
  return hold.state === 'restoring' ? exitCode.warning : exitCode.fine;
};

/** By the app where one runs and answers, whoever keeps the hold; else here, and where that does not do, what would. */
const byAppOrHere = async (
  asked: AppAnswer<Outcome<void>>,
  { monitor }: MacMonitor,
  here: () => Promise<Outcome<void>>,
  terminal: Terminal,
): Promise<Outcome<void>> => {
  if (asked.kind === 'answered') return asked.reply;
  if (asked.kind === 'refused' || asked.kind === 'lost') return failure(asked.kind, asked.reason);
  await monitor.lookOnce();
  const done = await here();
  await monitor.stop();
  if (done.ok || done.code === 'no-hold' || asked.kind !== 'silent') return done;
  return failure(done.code, `${asked.reason} ${done.reason} ${quitByForce(typedIn(terminal))}`);
};

const quitByForce = (latchkey: string): string =>
  `Quit it, by force where it must be; then ${latchkey} hold --end puts everything back.`;

/** Ends whatever hold is on and returns when the settings are back; `no-hold` where none is. */
export const endHoldAnywhere = async (mac: MacMonitor, relock: boolean, terminal: Terminal): Promise<Outcome<void>> => {
  const asked = await mac.runningApp.ask('hold.end', { relock });
  return byAppOrHere(asked, mac, () => mac.monitor.actions.endHold({ relock }), terminal);
};

const end = async (mac: MacMonitor, { relock }: Step<'end'>, terminal: Terminal): Promise<ExitCode> => {
  const ended = await endHoldAnywhere(mac, relock, terminal);
  // Asked for twice, it is over all the same.
  if (!ended.ok && ended.code === 'no-hold') {
    terminal.tell('Keep Unlocked is off.');
    return exitCode.fine;
  }
  return told(ended, 'Keep Unlocked has ended, and the settings are what they were before.', terminal);
};

const resolve = async (mac: MacMonitor, command: Step<'resolve'>, terminal: Terminal): Promise<ExitCode> => {
  const hold = await present(mac);
  const held = hold === null || hold.state === 'off' ? [] : hold.keychains;
  const named = command.keychainPath;
  const keychainPath = named === undefined ? onlyPath(hold) : (keychainNamed(held, named)?.path ?? named);
  if (keychainPath === null) {
    const isOff = hold === null || hold.state === 'off';
    terminal.tell(
      isOff ? 'Keep Unlocked is off.' : `Say which keychain with --keychain. See ${typedIn(terminal)} hold.`,
    );
    return isOff ? exitCode.warning : exitCode.usage;
  }
  const { decision } = command;
  const asked = await mac.runningApp.ask('hold.resolveConflict', { keychainPath, decision });
  const done = await byAppOrHere(
    asked,
    mac,
    () => mac.monitor.actions.resolveHoldConflict(keychainPath, decision),
    terminal,
  );
  return told(done, 'Done. Keep Unlocked is over.', terminal);
};

const onlyPath = (hold: Hold | null): string | null => {
  if (hold === null || hold.state === 'off') return null;
  const asking = hold.state === 'restoring' && hold.problems.length > 0 ? hold.problems : hold.keychains;
  return asking.length === 1 ? (asking[0]?.path ?? null) : null;
};
