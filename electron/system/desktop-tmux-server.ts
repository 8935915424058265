import { type DesktopTmux, desktopTmuxName } from '../core/desktop-tmux';
import type { BoundedTools } from './bounded-tools';
import { parseTmuxVariable, saysNoServer } from './tmux-answers';

export const noTmux = 'No tmux was found where Homebrew, MacPorts and Nix put it. Install it first: brew install tmux.';

/** `has-session` and `show-environment` never start a server (tmux CMD_STARTSERVER). */
export const readDesktopServer = async (
  tools: BoundedTools,
  tmux: string | null,
): Promise<Pick<DesktopTmux, 'state' | 'reason'>> => {
  if (tmux === null) return { state: 'no-tmux', reason: noTmux };
  const ask = (...args: string[]) => tools.ask(tmux, ['-L', desktopTmuxName, ...args], 'desktop tmux');
  const stopped = { state: 'stopped', reason: 'No tmux server of the desktop is running.' } as const;
  const named = await ask('show-environment', '-g', 'SSH_CONNECTION');
  if (!named.ok) return { state: 'unknown', reason: named.reason };
  if (named.code !== 0 && saysNoServer(named.stderr)) return stopped;
  const bornWith = parseTmuxVariable('SSH_CONNECTION', named);
  if (bornWith === 'unreadable')
    return {
      state: 'unknown',
      reason: `A tmux server named ${desktopTmuxName} is there and does not tell where it was started.`,
    };
  if (bornWith.value !== null) {
    const end = `tmux -L ${desktopTmuxName} kill-server`;
    return {
      state: 'born-over-ssh',
      reason: `The tmux server named ${desktopTmuxName} was started over SSH. End it with ${end}, then start it from the desktop.`,
    };
  }
  const found = await ask('has-session', '-t', `=${desktopTmuxName}`);
  if (!found.ok) return { state: 'unknown', reason: found.reason };
  if (found.code !== 0) return stopped;
  return {
    state: 'running',
    reason: 'Attached over SSH, it shares the desktop’s session: its panes see what the desktop sees.',
  };
};

/** This Mac's name in the network; only what can stand in a command as it is. */
export const readHostName = async (tools: BoundedTools): Promise<string | null> => {
  const answer = await tools.ask('/bin/hostname', []);
  const name = answer.ok && answer.code === 0 ? answer.stdout.trim() : '';
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/.test(name) ? name : null;
};
