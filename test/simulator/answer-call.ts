import { meetFault } from './faults';
import { openMac } from './mac';
import { complain, sessionOf, type Tool, type ToolCall, type ToolEnd, whileAnswering } from './tool-call';
import type { ToolName } from './tool-folders';
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

/** What a caller tells; the Mac as it is by then is read anew for each call. */
export type Asked = Omit<ToolCall, 'mac' | 'session'> & { readonly root: string };

/** Runs one tool to its end. What goes wrong in here it says itself, and ends with 70. */
export const answerCall = ({ root, ...asked }: Asked, { isAfterFaults = false } = {}): Promise<ToolEnd> =>
  whileAnswering(asked.console, async () => {
    if (!Object.hasOwn(tools, asked.tool)) {
      complain(`The simulated Mac has no tool "${asked.tool}".\n`);
      return 64;
    }
    try {
      const mac = openMac(root);
      const call = { ...asked, mac, session: sessionOf(mac, asked.environment) };
      const fault = isAfterFaults ? null : await meetFault(call);
      return fault ?? (await tools[asked.tool as ToolName](call));
    } catch (error) {
      complain(`${error instanceof Error ? error.message : String(error)}\n`);
      return 70;
    }
  });
