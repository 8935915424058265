import type { BackgroundAgent } from './agent-session-files';
import { nearestAbove } from './process-ancestry';
import type { ProcessEntry, ProcessTable } from './process-list';

/** A program of an agent that runs on when the login it was started from has ended. */
export interface AgentDaemon {
  readonly process: ProcessEntry;
  readonly name: string;
}

/** The native program, the version folders that its launcher links to, and npm's package. */
const claudeProgram =
  /^(?:\S*\/bin\/|\S*\/\.claude\/local\/)?claude(?:\s|$)|^\S*\/claude\/versions\/[\d.]+(?:\s|$)|^\S*node\s\S*\/@anthropic-ai\/claude-code\/cli\.js(?:\s|$)/;

/** The desktop application's own copy, and calls that end by themselves. */
const isNoSession = (command: string): boolean => /\.app\/|\s--(?:version|help)(?:\s|$)/.test(command);

/** Whether a command is a Claude Code that goes on: told by its program and its arguments. */
export const isClaudeCode = (command: string): boolean => claudeProgram.test(command) && !isNoSession(command);

/**
 * Agents in the background, of this user: those that say so themselves, and every Claude Code that has launchd for its
 * parent because whatever started it is gone. What an agent has started shares its session, so only the topmost counts.
 */
export const findAgentDaemons = (
  processes: ProcessTable,
  uid: number,
  background: readonly BackgroundAgent[],
): readonly AgentDaemon[] => {
  const names = new Map(background.map((agent) => [agent.process.pid, nameOf(agent)]));
  for (const { pid, parentPid, uid: owner, command } of processes.values()) {
    const isOrphan = parentPid === 1 && owner === uid && isClaudeCode(command);
    if (isOrphan && !names.has(pid)) names.set(pid, 'Claude Code');
  }
  const agentAbove = nearestAbove(processes, ({ pid }) => names.has(pid));
  return [...names].flatMap(([pid, name]) => {
    const process = processes.get(pid);
    return process && agentAbove(process.parentPid) === null ? [{ process, name }] : [];
  });
};

const nameOf = ({ kind, name }: BackgroundAgent): string => {
  if (name !== null) return `Claude Code: ${name}`;
  return kind === 'bg' ? 'Claude Code job' : 'Claude Code daemon';
};
