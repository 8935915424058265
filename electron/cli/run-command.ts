import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode } from '../core/state/exit-code';
import { commandTyped, createMacMonitor, createUnrecordedWatch, type MacMonitor } from '../monitor/mac-monitor';
import type { Command } from './arguments';
import type { Terminal } from './text/terminal';

/** From `dist/cli` in a checkout and from `app.asar/dist/cli` in the packaged app. */
const shellHelperFolder =
  [join(__dirname, '../../assets/shell'), join(__dirname, '../../../shell')].find(existsSync) ?? '';
const commandFile = [join(__dirname, '../../../bin/latchkey')].find(existsSync) ?? null;

/** How this command is typed in the shell that has started it. */
export const typed = (): string =>
  commandTyped(process.env, { allowSimulation: true, commandFile }, process.argv[1] ?? '');

/** What asks something of this Mac. All that a command needs is loaded before it begins, so that a hold can end whatever comes. */
export const runCommand = async (
  command: Exclude<Command, { name: 'help' | 'version' | 'completions' }>,
  terminal: Terminal,
): Promise<number> => {
  const mac = createMacMonitor(process.env, createUnrecordedWatch, {
    allowSimulation: true,
    shellHelperFolder,
    commandFile,
    shellPath: process.env.PATH ?? '',
  });
  if (!mac.ok) {
    terminal.tell(`latchkey: ${mac.reason}`);
    return exitCode.couldNotLook;
  }
  terminal.command = typed();
  const code = await runWith(mac.value, command, terminal);
  mac.value.endIfStuck(code);
  return code;
};

const runWith = async (
  mac: MacMonitor,
  command: Exclude<Command, { name: 'help' | 'version' | 'completions' }>,
  terminal: Terminal,
): Promise<number> => {
  switch (command.name) {
    case 'status':
      return (await import('./status')).runStatus(mac, command.json, terminal);
    case 'watch':
      return (await import('./status')).runWatch(mac, command.json, terminal);
    case 'history':
      return (await import('./history')).runHistory(mac, command, terminal);
    case 'hold':
      return (await import('./hold/hold')).runHold(mac, command, terminal);
    case 'doctor':
      return (await import('./doctor/doctor')).runDoctor(mac, command, terminal);
    case 'run':
      return (await import('./run')).runRun(mac, command.words, terminal);
    case 'test-login':
      return (await import('./remote-help')).runTestLogin(mac, command.json, terminal);
    case 'check-apps':
      return (await import('./check-apps')).runCheckApps(mac, command.json, terminal);
    case 'shell':
      return (await import('./shell')).runShell(mac, command, terminal);
    case 'uninstall':
      return (await import('./uninstall')).runUninstall(mac, command, terminal);
    case 'install':
      return (await import('./install')).runInstall(mac, command, terminal);
    case 'tmux':
      return (await import('./remote-help')).runTmux(mac, command, terminal);
    default:
      return (await import('./act')).runAction(mac, command, terminal);
  }
};
