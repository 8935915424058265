import { setTimeout as wait } from 'node:timers/promises';
import { attachOverSshCommand } from '../core/commands';
import {
  type DesktopTmux,
  desktopTmuxPlist,
  kickstartCommand,
  startArguments,
  startLanguage,
} from '../core/desktop-tmux';
import { failure, type Outcome, success } from '../core/outcome';
import { answerOf, type BoundedTools } from './bounded-tools';
import { runTool } from './child-process';
import { noTmux, readDesktopServer, readHostName } from './desktop-tmux-server';
import type { MacHost } from './host';
import { onDisk } from './host';
import { createLaunchAgentDoor } from './launch-agent-door';
import { readManagerName } from './manager-name';
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
  /** From the desktop at once, from an SSH login through launchd where the LaunchAgent is installed. */
  start(): Promise<Outcome<'started' | 'running-already', DesktopTmuxProblem>>;
  /** Installs the LaunchAgent, which also starts the server, or removes it, which leaves a running server alone. */
  setAtLogin(enabled: boolean): Promise<Outcome<void, DesktopTmuxProblem>>;
}

const startLimitMs = 5_000;
const lookAgainMs = 250;
const launchdTakesMs = 4_000;

export const createDesktopTmuxDoor = (host: MacHost, tools: BoundedTools): DesktopTmuxDoor => {
  const launchAgent = createLaunchAgentDoor(host, tools);
  const homeOnDisk = onDisk(host, host.homeFolder);

  const read = async (): Promise<DesktopTmux> => {
    const [tmux, hostName, installed] = await Promise.all([
      findTmux(host),
      readHostName(tools),
      launchAgent.isInstalled(),
    ]);
    const agent = {
      installed,
      path: launchAgent.path,
      plist: tmux === null ? null : desktopTmuxPlist(tmux, host.homeFolder),
    };
    const attachCommand = tmux === null || hostName === null ? null : attachOverSshCommand(hostName, tmux);
    return { ...(await readDesktopServer(tools, tmux)), attachCommand, launchAgent: agent };
  };

  /** launchd answers before the server is there. */
  const untilRunning = async (): Promise<Outcome<'started', DesktopTmuxProblem>> => {
    for (let waitedMs = 0; waitedMs < launchdTakesMs; waitedMs += lookAgainMs) {
      if ((await readDesktopServer(tools, await findTmux(host))).state === 'running') return success('started');
      await wait(lookAgainMs);
    }
    return failure(
      'could-not-start',
      'launchd was told to start the server, and it is not there yet. Look again soon.',
    );
  };

  const startHere = async (tmux: string): Promise<Outcome<'started' | 'running-already', DesktopTmuxProblem>> => {
    const { LANG = startLanguage, TMPDIR, SHELL } = host.environment;
    // The server keeps this environment for life, so it is not the one of a tool that is asked for an answer.
    const environment = { LANG, TMPDIR, SHELL, LC_ALL: undefined };
    const result = await runTool(host, {
      ...{ tool: tmux, args: startArguments(homeOnDisk), timeLimitMs: startLimitMs, environment },
    });
    const answer = answerOf('tmux', result);
    if (!answer.ok) return failure('could-not-start', `The server was not started. ${answer.reason}`);
    if (answer.code === 0) return success('started');
    if (/duplicate session/.test(answer.stderr)) return success('running-already');
    const said = answer.stderr
      .trim()
      .replace(/\p{Cc}/gu, ' ')
      .slice(0, 200);
    return failure('could-not-start', `The server was not started. tmux said: ${said || `code ${answer.code}`}`);
  };

  const startFromElsewhere = async (): Promise<Outcome<'started', DesktopTmuxProblem>> => {
    if (!(await launchAgent.isInstalled())) {
      return failure(
        'not-on-the-desktop',
        `An SSH login cannot start a server of the desktop by itself. On the desktop, start it with latchkey tmux, or have it started at login with latchkey tmux --at-login on: from then on ${kickstartCommand(host.uid)} starts it from here.`,
      );
    }
    const kicked = await launchAgent.kickstart();
    return kicked.ok ? untilRunning() : failure('could-not-start', kicked.reason);
  };

  return {
    read,
    async start() {
      const tmux = await findTmux(host);
      const { state, reason } = await readDesktopServer(tools, tmux);
      if (state === 'running') return success('running-already');
      if (state !== 'stopped' || tmux === null) return failure(state === 'stopped' ? 'no-tmux' : state, reason);
      switch (await readManagerName(tools)) {
        case 'Aqua':
          return startHere(tmux);
        case 'Background':
          return startFromElsewhere();
        case 'unknown':
          return failure('unknown', 'Whether this is the desktop could not be told, so no server was started.');
      }
    },
    async setAtLogin(enabled) {
      if (!enabled) {
        const removed = await launchAgent.remove();
        return removed.ok ? removed : failure('could-not-remove', removed.reason);
      }
      const tmux = await findTmux(host);
      const plist = tmux === null ? null : desktopTmuxPlist(tmux, host.homeFolder);
      if (plist === null) return failure('no-tmux', noTmux);
      const installed = await launchAgent.install(plist);
      if (!installed.ok) return failure('could-not-install', installed.reason);
      const { state } = await readDesktopServer(tools, tmux);
      const started = state === 'stopped' ? await untilRunning() : success(undefined);
      return started.ok ? success(undefined) : started;
    },
  };
};
