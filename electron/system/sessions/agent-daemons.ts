import { claudeCodeOf, isClaudeCode } from '../processes/claude-code-programs';
import { nearestAbove } from '../processes/process-ancestry';
import type { ProcessEntry, ProcessTable } from '../processes/process-list';
import type { BackgroundAgent } from './agent-session-files';

/** A program of an agent that runs on when the login it was started from has ended, or is worked in from elsewhere. */
export interface AgentDaemon {
  readonly process: ProcessEntry;
  readonly name: string;
}

/**
 * Agents in the background, of this user: those that say so themselves, its daemon and its remote control by their
 * arguments, and every Claude Code that has launchd for its parent because whatever started it is gone. What an agent has
 * started shares its session, so only the topmost counts.
 */
export const findAgentDaemons = (
  processes: ProcessTable,
  uid: number,
  background: readonly BackgroundAgent[],
): readonly AgentDaemon[] => {
  const names = new Map(background.map((agent) => [agent.process.pid, nameOf(agent)]));
  for (const entry of processes.values()) {
    const name = entry.uid === uid && !names.has(entry.pid) ? nameByCommand(entry) : null;
    if (name !== null) names.set(entry.pid, name);
  }
  const agentAbove = nearestAbove(processes, ({ pid }) => names.has(pid));
  return [...names].flatMap(([pid, name]) => {
    const process = processes.get(pid);
    return process && agentAbove(process.parentPid) === null ? [{ process, name }] : [];
  });
};

const nameByCommand = ({ parentPid, command }: ProcessEntry): string | null => {
  const program = claudeCodeOf(command);
  if (program?.role === 'remote-control') return 'Claude Code remote control';
  if (program?.role === 'daemon') return 'Claude Code daemon';
  // What a program with windows shows belongs to that program.
  return parentPid === 1 && program?.host !== 'Claude desktop app' && isClaudeCode(command) ? 'Claude Code' : null;
};

const nameOf = ({ kind, name }: BackgroundAgent): string => {
  if (name !== null) return `Claude Code: ${name}`;
  return kind === 'bg' ? 'Claude Code job' : 'Claude Code daemon';
};
