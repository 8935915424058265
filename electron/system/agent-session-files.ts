import { readdir } from 'node:fs/promises';
import { readBoundedFile } from './bounded-file';
import { fewAtATime } from './few-at-a-time';
import type { MacHost } from './host';
import { onDisk } from './host';
import { toMacPath } from './mac-path';
import { type ProcessEntry, type ProcessTable, parseStartTime } from './process-list';

/** A running Claude Code that says of itself that it works in the background. */
export interface BackgroundAgent {
  readonly process: ProcessEntry;
  readonly kind: 'bg' | 'daemon' | 'daemon-worker';
  /** What it, or the user, calls the session. */
  readonly name: string | null;
}

const mostFiles = 200;
const largestFileBytes = 64 * 1024;

/**
 * Claude Code writes one small file per running session, `~/.claude/sessions/<pid>.json`, and leaves it behind when it
 * crashes. So a file counts only for a process of that pid which began at the time that the file tells (`procStart`, on
 * macOS the words that `ps -o lstart` prints).
 */
export const readBackgroundAgents = async (
  host: MacHost,
  processes: ProcessTable,
): Promise<readonly BackgroundAgent[]> => {
  const configured = host.environment.CLAUDE_CONFIG_DIR;
  const folders = new Set([`${host.homeFolder}/.claude`, ...(configured ? [toMacPath(host, configured)] : [])]);
  const found = await Promise.all([...folders].map((folder) => agentsIn(host, `${folder}/sessions`, processes)));
  return found.flat();
};

const agentsIn = async (
  host: MacHost,
  folder: string,
  processes: ProcessTable,
): Promise<readonly BackgroundAgent[]> => {
  const names = await readdir(onDisk(host, folder)).catch(() => []);
  const living = names
    .map((name) => ({ name, process: processes.get(Number(/^(\d+)\.json$/.exec(name)?.[1])) }))
    .filter((file): file is { name: string; process: ProcessEntry } => file.process?.uid === host.uid);
  const agents = await fewAtATime(living.slice(0, mostFiles), 8, async ({ name, process }) => {
    const file = await readBoundedFile(host, `${folder}/${name}`, largestFileBytes);
    return file.kind === 'text' ? parseAgentSession(file.text, process) : null;
  });
  return agents.filter((agent) => agent !== null);
};

/** @returns null for a session in the foreground, and for a file that is not of this process. */
export const parseAgentSession = (text: string, process: ProcessEntry): BackgroundAgent | null => {
  let session: unknown;
  try {
    session = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof session !== 'object' || session === null) return null;
  const { pid, procStart, kind, name } = session as Readonly<Record<string, unknown>>;
  if (pid !== process.pid || (kind !== 'bg' && kind !== 'daemon' && kind !== 'daemon-worker')) return null;
  if (typeof procStart !== 'string' || parseStartTime(procStart.trim()) !== process.startedAt) return null;
  return { process, kind, name: typeof name === 'string' && name !== '' ? name : null };
};
