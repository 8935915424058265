import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { patience } from '../vitest/patience';
import { readClock, simulatedNow, writeClock } from './clock';
import { createMac, scenarioOf, updateMac } from './create-mac';
import { type AnswerOutcome, answerDialog, cancelDialog, type Dialog, listDialogs } from './dialogs';
import { type LedgerEntry, readLedger } from './ledger';
import type { Mac } from './mac';
import type { MacPlan } from './mac-plan';
import type { Fault, Scenario } from './parsing/scenario';
import { runSimulatedTool, type ToolOutcome, type ToolRunOptions } from './run-tool';
import { type LockState, lockEverything, lockState, settleTimeouts, sleepSystem } from './securityd';
import { serveMac, stopServingMac } from './served-macs';
import { sessionEnvironment } from './session-environment';
import { makeShortFolder } from './short-folder';
import { endServersOfApps } from './started-tmux';
import { listPanes, type Pane, typeIntoPane } from './tmux-panes';
import type { ToolName } from './tool-folders';

export interface SimulatedMacOptions {
  /** The clock stands from the start. Default: it ticks. */
  readonly isFrozen?: boolean;
  /** `node`: the executables as where there is no compiler. Default: native ones that ask a model in a thread of this process. */
  readonly executables?: 'native' | 'node';
  /** The built tool that the executables run. Default: the one in dist/. */
  readonly simulatorTool?: string;
  /** The Node that runs it, where another user than this one must be able to. Default: this process's. */
  readonly nodeExecutable?: string;
}

/** A simulated Mac in the hands of a test. */
export interface SimulatedMac {
  /** The folder that it lies in. */
  readonly root: string;
  readonly plan: MacPlan;
  readonly clock: SimulatedClock;
  readonly dialogs: DialogQueue;
  readonly panes: TmuxPanes;
  /** A complete environment for a child process. Default: in the desktop session. */
  environment(sessionId?: string): Record<string, string>;
  /** The system sleeps: what locks on sleep locks, in all sessions. */
  sleep(): void;
  /** It is started again: all is locked in all sessions. The scenario's sessions and processes stay; `updateScenario` ends them. */
  restart(): void;
  /**
   * An application of the desktop quits, crashes or is updated. From macOS 27 on all that it has started ends with it, by
   * its coalition; before, what was started stays.
   */
  endApp(): void;
  ledger(): readonly LedgerEntry[];
  setFaults(faults: readonly Fault[]): void;
  /** Replaces members of the scenario while the Mac runs. */
  updateScenario(patch: Partial<Scenario>): void;
  /** Looks without changing anything. */
  lockState(sessionId: string, keychainPath: string): LockState;
  /** Runs one of the executables to its end. */
  run(tool: ToolName, args: readonly string[], options?: ToolRunOptions): Promise<ToolOutcome>;
  dispose(): Promise<void>;
}

export interface SimulatedClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Jumps forward; what times out on the way is locked. */
  advance(ms: number): void;
  freeze(): void;
  /** Jumps to this time and keeps ticking or standing. */
  set(ms: number): void;
}

/** The windows that were opened in simulated tmux servers while the Mac ran, and the person at their keyboards. */
export interface TmuxPanes {
  list(): readonly Pane[];
  /** Types into the newest one. `\n` is the Return key. */
  type(text: string): void;
}

export interface DialogQueue {
  list(): readonly Dialog[];
  /** Resolves with the oldest dialog as soon as there is one; rejects after 10 s. */
  waitForOne(): Promise<Dialog>;
  /** Answers the oldest one. @param password default: the right one */
  answer(password?: string): AnswerOutcome;
  /** Presses Cancel in the oldest one. */
  cancel(): 'cancelled' | 'no-dialog';
}

/** The built tool; the same way leads there from the sources and from the bundle. */
const builtToolFile = fileURLToPath(new URL('../../dist/simulator/tool.cjs', import.meta.url));

/**
 * Makes a simulated Mac in a temporary folder. Whoever makes it disposes of it.
 *
 * @throws Error with a sentence when the scenario cannot be used
 */
export const createSimulatedMac = async (
  scenario: Scenario,
  options: SimulatedMacOptions = {},
): Promise<SimulatedMac> => {
  const folder = makeShortFolder('latchkey-mac-');
  try {
    const { simulatorTool: toolFile = builtToolFile, ...rest } = options;
    const mac = createMac(scenario, { root: folder, toolFile, ...rest });
    await serveMac(toolFile, mac.root);
    return inTheHandsOfATest(mac, toolFile);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
};

const inTheHandsOfATest = (created: Mac, toolFile: string): SimulatedMac => {
  const { root } = created;
  let mac = created;
  const environment = (sessionId?: string) => sessionEnvironment(root, mac.plan, process.env, sessionId);
  return {
    root,
    get plan() {
      return mac.plan;
    },
    clock: clockOf(mac),
    dialogs: dialogsOf(() => mac),
    panes: panesOf(root),
    environment,
    sleep: () => sleepSystem(mac),
    restart: () => {
      lockEverything(mac);
      mac = updateMac(mac, { bootedAt: mac.now() });
    },
    endApp: () => {
      if (Number.parseInt(mac.plan.macosVersion, 10) < 27) return;
      endServersOfApps(mac);
      const { tmux = [] } = scenarioOf(mac);
      mac = updateMac(mac, { tmux: tmux.filter(({ endsWithApp }) => !endsWithApp) });
    },
    ledger: () => readLedger(root),
    setFaults: (faults) => {
      mac = updateMac(mac, { faults });
    },
    updateScenario: (patch) => {
      mac = updateMac(mac, patch);
    },
    lockState: (sessionId, keychainPath) => lockState(mac, sessionId, keychainPath),
    run: (tool, args, options = {}) => runSimulatedTool(root, tool, args, environment(options.session), options),
    dispose: async () => {
      await stopServingMac(toolFile, root);
      await rm(root, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

const panesOf = (root: string): TmuxPanes => ({
  list: () => listPanes(root),
  type: (text) => {
    const newest = listPanes(root).at(-1);
    if (!newest) throw new Error('No window was opened.');
    typeIntoPane(root, newest.id, text);
  },
});

const clockOf = (mac: Mac): SimulatedClock => {
  const set = (simulatedMs: number, isTicking: boolean): void => {
    writeClock(mac.root, { simulatedMs, realMs: isTicking ? Date.now() : null });
    settleTimeouts(mac);
  };
  const isTicking = () => readClock(mac.root).realMs !== null;
  return {
    now: () => simulatedNow(mac.root),
    advance: (ms) => set(simulatedNow(mac.root) + ms, isTicking()),
    freeze: () => set(simulatedNow(mac.root), false),
    set: (ms) => set(ms, isTicking()),
  };
};

const dialogsOf = (mac: () => Mac): DialogQueue => {
  const list = () => listDialogs(mac().root);
  return {
    list,
    answer: (password) => answerDialog(mac(), list()[0], password),
    cancel: () => cancelDialog(mac(), list()[0]),
    waitForOne: async () => {
      const givesUpAt = Date.now() + patience(10_000);
      for (;;) {
        const [dialog] = list();
        if (dialog) return dialog;
        if (Date.now() > givesUpAt) throw new Error('No dialog came up.');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
};
