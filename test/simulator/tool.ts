import { isMainThread } from 'node:worker_threads';
import { answerCall } from './answer-call';
import { keepModel } from './keep-model';
import { serveOnRequest } from './model-thread';
import { endAs, ownConsole, thisProcess } from './own-console';
import { type ToolEnd, whileAnswering } from './tool-call';
import { create } from './tools/create';

/**
 * What stands behind the executables of the simulated Mac.
 *
 * - `node tool.cjs serve ROOT` keeps the model that they ask;
 * - `node tool.cjs security show-keychain-info …` is such an executable itself, where there was no compiler for the small native
 *   one, and for a tool that needs a process of its own; `after-faults` before its name: the faults are met already;
 * - `node tool.cjs create …` makes a simulated Mac.
 */
const main = async (): Promise<ToolEnd> => {
  const [first = '', ...rest] = process.argv.slice(2);
  if (first === 'create') return whileAnswering(ownConsole, () => create(rest));
  if (first === 'serve') return keepModel(rest[0] ?? '');
  const isAfterFaults = first === 'after-faults';
  const [tool = '', ...args] = isAfterFaults ? rest : [first, ...rest];
  const root = process.env.LATCHKEY_SIMULATED_MAC;
  if (!root) {
    ownConsole.write('stderr', 'LATCHKEY_SIMULATED_MAC does not name a simulated Mac.\n');
    return 64;
  }
  const call = { root, tool, args, environment: process.env, caller: thisProcess(), console: ownConsole };
  return answerCall(call, { isAfterFaults });
};

if (isMainThread) void main().then(endAs);
else serveOnRequest();
