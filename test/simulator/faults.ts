import { mkdirSync, openSync } from 'node:fs';
import { statePath } from './mac-files';
import type { Fault } from './scenario';
import { sleepSynchronously } from './sleep-synchronously';
import { complain, print, type ToolCall } from './tool-call';

const applies = (fault: Fault, { tool, args }: ToolCall): boolean => {
  if (fault.tool !== tool) return false;
  if (fault.when === undefined) return true;
  return typeof fault.when === 'string'
    ? args.join(' ').includes(fault.when)
    : fault.when.every((part) => args.includes(part));
};

/** One of the fault's turns, taken by making a file that only one process can make. */
const takeTurn = (call: ToolCall, fault: Fault, index: number): boolean => {
  const folder = statePath(call.mac.root, 'faults-met');
  mkdirSync(folder, { recursive: true });
  for (let turn = 0; turn < (fault.times ?? 0); turn += 1) {
    try {
      openSync(`${folder}/${index}-${turn}`, 'wx');
      return true;
    } catch {
      // somebody had this turn
    }
  }
  return fault.times === undefined;
};

/**
 * Lets the tool fail as the scenario wants it, before it has done anything.
 *
 * @returns the exit code to end with; null to go on with the work
 */
export const meetFault = (call: ToolCall): number | null => {
  const index = call.mac.plan.faults.findIndex((fault) => applies(fault, call));
  const fault = call.mac.plan.faults[index];
  if (!fault || !takeTurn(call, fault, index)) return null;
  sleepSynchronously(fault.hangMs ?? 0);
  if (fault.stdout !== undefined) print(fault.stdout);
  if (fault.stderr !== undefined) complain(fault.stderr);
  if (fault.signal !== undefined) {
    process.kill(process.pid, fault.signal);
    sleepSynchronously(1000);
  }
  const onlySlow = [fault.exit, fault.signal, fault.stdout, fault.stderr].every((part) => part === undefined);
  return onlySlow && fault.hangMs !== undefined ? null : (fault.exit ?? 0);
};
