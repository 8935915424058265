import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createMac } from '../create-mac';
import { sessionEnvironment } from '../session-environment';
import { complain, print } from '../tool-call';

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
    const folder = values.root ?? mkdtempSync(join(tmpdir(), 'latchkey-mac-'));
    // process.argv[1] is this very file, built.
    const mac = createMac(scenario, { root: folder, toolFile: process.argv[1] ?? '', isFrozen: values.frozen });
    if (values.session !== undefined && !mac.plan.sessions.some(({ id }) => id === values.session)) {
      complain(`${file} has no session "${values.session}": ${mac.plan.sessions.map(({ id }) => id).join(', ')}.\n`);
      return 64;
    }
    const environment = sessionEnvironment(mac.root, mac.plan, process.env, values.session);
    print(`${JSON.stringify({ root: mac.root, environment })}\n`);
    return 0;
  } catch (error) {
    complain(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 65;
  }
};

const readScenario = (file: string): unknown => {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`this is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};
