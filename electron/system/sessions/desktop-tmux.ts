import { setTimeout as wait } from 'node:timers/promises';
import { failure, type Outcome, success } from '../../core/outcome';
import { attachOverSshCommand } from '../../core/sessions/commands';
import { type DesktopTmux, desktopTmuxPlist } from '../../core/sessions/desktop-tmux';
import type { BoundedTools } from '../children/bounded-tools';
import type { MacHost } from '../mac/host';
import type { ReadDesktopSession } from './desktop-session';
import { readDesktopServer, readHostName, whyNotAsked } from './desktop-tmux-server';
import { createLaunchAgentDoor } from './launch-agent-door';
import { findTmux } from './tmux-sockets';

export type DesktopTmuxProblem =
  | 'no-tmux'
  | 'born-over-ssh'
  | 'unknown'
  | 'not-on-the-desktop'
  | 'could-not-start'
  | 'could-not-install'
  | 'could-not-remove';

export interface DesktopTmuxDoor {
  /** Starts nothing. */
  read(): Promise<DesktopTmux>;
  /** As a job of launchd's in the desktop session, from wherever it is asked for. */
  start(): Promise<Outcome<'started' | 'running-already', DesktopTmuxProblem>>;
  /** Installs the LaunchAgent, which also starts the server, or removes it, which leaves a running server alone. */
  setAtLogin(enabled: boolean): Promise<Outcome<void, DesktopTmuxProblem>>;
}

const noPlist = 'The path of tmux cannot stand in a LaunchAgent.';
const lookAgainMs = 250;
const launchdTakesMs = 4_000;

export const createDesktopTmuxDoor = (
  host: MacHost,
  tools: BoundedTools,
  readDesktopSession: ReadDesktopSession,
): DesktopTmuxDoor => {
  const launchAgent = createLaunchAgentDoor(host, tools);

  const read = async (): Promise<DesktopTmux> => {
    const [found, hostName, installed] = await Promise.all([
      findTmux(host),
      readHostName(tools),
      launchAgent.isInstalled(),
    ]);
    const tmux = found.ok ? found.value : null;
    const agent = {
      installed,
      path: launchAgent.path,
      plist: tmux === null ? null : desktopTmuxPlist(tmux, host.homeFolder),
    };
    const attachCommand = tmux === null || hostName === null ? null : attachOverSshCommand(hostName, tmux);
    return { ...(await readDesktopServer(host, tools, found, readDesktopSession)), attachCommand, launchAgent: agent };
  };

  /** launchd answers before the server is there. */
  const untilRunning = async (): Promise<Outcome<'started', DesktopTmuxProblem>> => {
    for (let waitedMs = 0; waitedMs < launchdTakesMs; waitedMs += lookAgainMs) {
      const server = await readDesktopServer(host, tools, await findTmux(host), readDesktopSession);
      if (server.state === 'running') return success('started');
      await wait(lookAgainMs);
    }
    return failure(
      'could-not-start',
      'launchd was told to start the server, and it is not there yet. Look again soon.',
    );
  };

  /** Whoever asks: what this process started itself would end with it, for it would belong to its application (macOS 27). */
  const startThroughLaunchd = async (plist: string): Promise<Outcome<'started', DesktopTmuxProblem>> => {
    const told = await launchAgent.run(plist);
    const started = told.ok
      ? await untilRunning()
      : failure(told.code === 'nobody-at-the-desktop' ? 'not-on-the-desktop' : 'could-not-start', told.reason);
    await launchAgent.clearAway();
    return started;
  };

  return {
    read,
    async start() {
      const tmux = await findTmux(host);
      const { state, reason } = await readDesktopServer(host, tools, tmux, readDesktopSession);
      if (state === 'running') return success('running-already');
      if (!tmux.ok) return failure(tmux.code === 'no-tmux' ? 'no-tmux' : 'unknown', tmux.reason);
      if (state !== 'stopped') return failure(state, reason);
      const plist = desktopTmuxPlist(tmux.value, host.homeFolder);
      return plist === null ? failure('no-tmux', noPlist) : startThroughLaunchd(plist);
    },
    async setAtLogin(enabled) {
      if (!enabled) {
        const removed = await launchAgent.remove();
        return removed.ok ? removed : failure('could-not-remove', removed.reason);
      }
      const tmux = await findTmux(host);
      if (!tmux.ok) return failure(tmux.code === 'no-tmux' ? 'no-tmux' : 'unknown', tmux.reason);
      const plist = desktopTmuxPlist(tmux.value, host.homeFolder);
      if (plist === null) return failure('no-tmux', noPlist);
      const unsafe = await whyNotAsked(host);
      if (unsafe !== null) return failure('could-not-install', unsafe);
      const installed = await launchAgent.install(plist);
      if (!installed.ok) return failure('could-not-install', installed.reason);
      const { state } = await readDesktopServer(host, tools, tmux, readDesktopSession);
      const started = state === 'stopped' ? await untilRunning() : success(undefined);
      return started.ok ? success(undefined) : started;
    },
  };
};
