import { type DesktopTmux, desktopMark, desktopTmuxName } from '../../core/sessions/desktop-tmux';
import type { BoundedTools, ToolAnswer, ToolFailure } from '../children/bounded-tools';
import type { MacHost } from '../mac/host';
import type { ReadDesktopSession } from './desktop-session';
import { parseTmuxVariable, saysNoServer } from './tmux-answers';
import { judgeTmuxSocket } from './tmux-places';
import { type findTmux, socketFolder } from './tmux-sockets';

/** `has-session` and `show-environment` never start a server (tmux CMD_STARTSERVER). */
export const readDesktopServer = async (
  host: MacHost,
  tools: BoundedTools,
  found: Awaited<ReturnType<typeof findTmux>>,
  readDesktopSession: ReadDesktopSession,
): Promise<Pick<DesktopTmux, 'state' | 'reason'>> => {
  if (!found.ok) return { state: found.code === 'no-tmux' ? 'no-tmux' : 'unknown', reason: found.reason };
  const unsafe = await whyNotAsked(host);
  if (unsafe !== null) return { state: 'unknown', reason: unsafe };
  const ask = (...args: string[]) => tools.ask(found.value, ['-L', desktopTmuxName, ...args], 'desktop tmux');
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
  if (!(await isOfDesktop(ask, readDesktopSession)))
    return {
      state: 'unknown',
      reason: `A tmux server named ${desktopTmuxName} is there, and nothing tells that it was started from the desktop. End it with tmux -L ${desktopTmuxName} kill-server, then start it here.`,
    };
  const session = await ask('has-session', '-t', `=${desktopTmuxName}`);
  if (!session.ok) return { state: 'unknown', reason: session.reason };
  if (session.code !== 0) return stopped;
  return {
    state: 'running',
    reason: 'Attached over SSH, it shares the desktop’s session: its panes see what the desktop sees.',
  };
};

type Ask = (...args: string[]) => Promise<ToolAnswer | ToolFailure>;

/** No sign of SSH is no sign of a desktop: the mark of our own job, or the number of the desktop's session, is one. */
const isOfDesktop = async (ask: Ask, readDesktopSession: ReadDesktopSession): Promise<boolean> => {
  const variable = async (name: string): Promise<string | null> => {
    const answer = await ask('show-environment', '-g', name);
    const read = answer.ok ? parseTmuxVariable(name, answer) : 'unreadable';
    return read === 'unreadable' ? null : read.value;
  };
  if ((await variable(desktopMark.name)) === desktopMark.value) return true;
  const [own, desktop] = await Promise.all([variable('SECURITYSESSIONID'), readDesktopSession()]);
  return own !== null && own.toLowerCase() === desktop;
};

/** Why tmux is neither asked nor started, in a sentence; null where it may be. It gets no TMUX_TMPDIR from us. */
export const whyNotAsked = async (host: MacHost): Promise<string | null> => {
  const place = await judgeTmuxSocket(host, `${socketFolder(host, '/private/tmp')}/${desktopTmuxName}`);
  return place.kind === 'refused' ? `tmux is not asked, because others can get at its socket. ${place.reason}` : null;
};

/** This Mac's name in the network; only what can stand in a command as it is. */
export const readHostName = async (tools: BoundedTools): Promise<string | null> => {
  const answer = await tools.ask('/bin/hostname', []);
  const name = answer.ok && answer.code === 0 ? answer.stdout.trim() : '';
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/.test(name) ? name : null;
};
