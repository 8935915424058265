import { meetFault } from './faults';
import { openMac } from './mac';
import { complain, sessionOf, type Tool, type ToolCall } from './tool-call';
import type { ToolName } from './tool-folders';
import { create } from './tools/create';
import { date } from './tools/date';
import { defaults } from './tools/defaults';
import { dialog } from './tools/dialog';
import { fdesetup } from './tools/fdesetup';
import { hostname } from './tools/hostname';
import { launchctl } from './tools/launchctl';
import { netstat } from './tools/netstat';
import { osascript } from './tools/osascript';
import { pane } from './tools/pane';
import { pmset } from './tools/pmset';
import { ps } from './tools/ps';
import { scutil } from './tools/scutil';
import { security } from './tools/security';
import { ssh } from './tools/ssh';
import { swVers } from './tools/sw-vers';
import { sysctl } from './tools/sysctl';
import { tmux } from './tools/tmux';
import { who } from './tools/who';

const tools: Readonly<Record<ToolName, Tool>> = {
  security,
  ps,
  launchctl,
  who,
  pmset,
  defaults,
  fdesetup,
  osascript,
  sw_vers: swVers,
  netstat,
  sysctl,
  scutil,
  tmux,
  ssh,
  hostname,
  date,
  dialog,
  pane,
};

/** What every executable of the simulated Mac runs: `node tool.cjs security show-keychain-info …`. */
const main = async (): Promise<number> => {
  const [tool = '', ...args] = process.argv.slice(2);
  if (tool === 'create') return create(args);
  if (!Object.hasOwn(tools, tool)) {
    complain(`The simulated Mac has no tool "${tool}".\n`);
    return 64;
  }
  const root = process.env.LATCHKEY_SIMULATED_MAC;
  if (!root) {
    complain('LATCHKEY_SIMULATED_MAC does not name a simulated Mac.\n');
    return 64;
  }
  const mac = openMac(root);
  const call: ToolCall = { mac, session: sessionOf(mac, process.env), tool, args, environment: process.env };
  return meetFault(call) ?? (await tools[tool as ToolName](call));
};

main().then(
  (code) => process.exit(code & 0xff),
  (error: unknown) => {
    complain(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(70);
  },
);
