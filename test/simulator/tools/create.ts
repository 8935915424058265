import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { initialSessionId } from '../audit-session';
import { createMac } from '../create-mac';
import { sessionEnvironment } from '../session-environment';
import { makeShortFolder } from '../short-folder';
import { complain, print } from '../tool-call';
import { toolPath } from '../tool-folders';

/**
 * `tool.cjs create --scenario FILE [--root FOLDER] [--session ID] [--frozen]`: for scripts that are no TypeScript. Prints
 * `{ root, environment }` as JSON; whoever asks for the Mac also removes its folder.
 *
 * @returns 0, or a sentence on stderr and 65 when the scenario cannot be used, 64 when it has no such session
 */
export const create = (args: readonly string[]): number => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scenario: { type: 'string' },
      root: { type: 'string' },
      session: { type: 'string' },
      frozen: { type: 'boolean', default: false },
    },
  });
  const file = values.scenario ?? '';
  try {
    const scenario = readScenario(file);
    if (values.root !== undefined) mkdirSync(values.root, { recursive: true });
    const folder = values.root ?? makeShortFolder('latchkey-mac-');
    // process.argv[1] is this very file, built.
    const toolFile = process.argv[1] ?? '';
    const mac = createMac(scenario, { root: folder, toolFile, isFrozen: values.frozen, startsModel: true });
    const known = [...mac.plan.sessions.map(({ id }) => id), initialSessionId];
    if (values.session !== undefined && !known.includes(values.session)) {
      complain(`${file} has no session "${values.session}": ${mac.plan.sessions.map(({ id }) => id).join(', ')}.\n`);
      return 64;
    }
    const environment = sessionEnvironment(mac.root, mac.plan, process.env, values.session);
    startModelBeforeItIsAsked(mac.root);
    print(`${JSON.stringify({ root: mac.root, environment })}\n`);
    return 0;
  } catch (error) {
    complain(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 65;
  }
};

/** Any call does it: the first one would wait for it. */
const startModelBeforeItIsAsked = (root: string): void =>
  spawn(root + toolPath('hostname'), { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();

const readScenario = (file: string): unknown => {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`this is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};
