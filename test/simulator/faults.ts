import { closeSync, openSync } from 'node:fs';
import { makeFolder, statePath } from './mac-files';
import type { Fault } from './parsing/scenario';
import { complain, pause, print, type ToolCall, type ToolEnd } from './tool-call';

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
  makeFolder(folder);
  for (let turn = 0; turn < (fault.times ?? 0); turn += 1) {
    try {
      closeSync(openSync(`${folder}/${index}-${turn}`, 'wx'));
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
 * @returns how it ends; null to go on with the work
 */
export const meetFault = async (call: ToolCall): Promise<ToolEnd | null> => {
  const index = call.mac.plan.faults.findIndex((fault) => applies(fault, call));
  const fault = call.mac.plan.faults[index];
  if (!fault || !takeTurn(call, fault, index)) return null;
  if (fault.hangMs !== undefined) await pause(call, fault.hangMs);
  if (fault.stdout !== undefined) print(fault.stdout);
  if (fault.stderr !== undefined) complain(fault.stderr);
  if (fault.signal !== undefined) return { signal: fault.signal as NodeJS.Signals };
  const onlySlow = [fault.exit, fault.stdout, fault.stderr].every((part) => part === undefined);
  return onlySlow && fault.hangMs !== undefined ? null : (fault.exit ?? 0);
};
