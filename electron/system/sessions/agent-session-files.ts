import { isJsonObject, parseJson } from '../../core/text/json';
import { outsidePid } from '../../core/time/outside-numbers';
import { readBoundedFile } from '../files/bounded-file';
import { readBoundedFolder, whyNotWhole } from '../files/bounded-folder';
import { fewAtATime } from '../files/few-at-a-time';
import { fileFingerprint, isSeen } from '../files/file-fingerprint';
import type { MacHost } from '../mac/host';
import { toMacPath } from '../mac/mac-path';
import { type ProcessEntry, type ProcessTable, parseStartTime } from '../processes/process-list';

/** What a Claude Code says of itself in its session file. */
export interface SessionFile {
  readonly pid: number;
  /** Milliseconds since 1970, to the second. */
  readonly processStartedAt: number;
  /** `interactive`, `bg`, `daemon`, `daemon-worker`, or what later versions call it. */
  readonly kind: string | null;
  /** `cli`, `claude-vscode`, `claude-desktop`, `sdk-cli`, `mcp`, … */
  readonly entrypoint: string | null;
  /** What it, or the user, calls the session. */
  readonly name: string | null;
  /** The project folder. */
  readonly folder: string | null;
}

/** A session file whose process runs. */
export interface RunningSession extends SessionFile {
  readonly process: ProcessEntry;
  readonly configFolder: string;
}

/** A running Claude Code that says of itself that it works in the background. */
export interface BackgroundAgent {
  readonly process: ProcessEntry;
  readonly kind: 'bg' | 'daemon' | 'daemon-worker';
  readonly name: string | null;
}

export interface SessionFiles {
  readonly sessions: readonly RunningSession[];
  /** Where others may be told of and what could not be read, a sentence each. */
  readonly unread: readonly string[];
}

/** @param configFolders macOS paths. */
export type ReadSessions = (processes: ProcessTable, configFolders: readonly string[]) => Promise<SessionFiles>;

interface ReadFile {
  readonly path: string;
  /** Null: it is none, or gone. */
  readonly session: SessionFile | null;
  /** Null: not to be remembered. */
  readonly fingerprint: string | null;
  readonly unread?: string;
}

const mostFiles = 200;
const largestFileBytes = 64 * 1024;
const longestText = 1_024;

/**
 * Claude Code writes one small file per running session, `~/.claude/sessions/<pid>.json`, and leaves it behind when it
 * crashes. So a file counts only for a process of that pid which began at the time that the file tells (`procStart`, on
 * macOS the words that `ps -o lstart` prints). A file is read again only when it has changed.
 */
export const createSessionFileReader = (host: MacHost): ReadSessions => {
  let known = new Map<string, { readonly fingerprint: string; readonly session: SessionFile | null }>();

  const read = async (path: string): Promise<ReadFile> => {
    const fingerprint = await fileFingerprint(host, path);
    const before = known.get(path);
    if (before && before.fingerprint === fingerprint) return { path, session: before.session, fingerprint };
    const file = await readBoundedFile(host, path, largestFileBytes);
    if (file.kind === 'unreadable') {
      return { path, session: null, fingerprint: null, unread: `${path} cannot be read: ${file.reason}.` };
    }
    const session = file.kind === 'text' ? parseSessionFile(file.text) : null;
    return { path, session, fingerprint: isSeen(fingerprint) ? fingerprint : null };
  };

  return async (processes, configFolders) => {
    const found: RunningSession[] = [];
    const unread: string[] = [];
    const next: typeof known = new Map();
    for (const configFolder of new Set(configFolders)) {
      const folder = await readBoundedFolder(host, `${configFolder}/sessions`, mostFiles * 5);
      const problem = whyNotWhole(`${configFolder}/sessions`, folder);
      if (problem !== null) unread.push(problem);
      if (folder.kind !== 'names') continue;
      const paths = folder.names
        .filter((name) => processes.get(outsidePid(/^(\d+)\.json$/.exec(name)?.[1]) ?? -1)?.uid === host.uid)
        .slice(0, mostFiles)
        .map((name) => `${configFolder}/sessions/${name}`);
      for (const { path, session, fingerprint, unread: problem } of await fewAtATime(paths, 8, read)) {
        if (problem !== undefined) unread.push(problem);
        if (fingerprint !== null) next.set(path, { fingerprint, session });
        const process = session && path.endsWith(`/${session.pid}.json`) ? processes.get(session.pid) : undefined;
        if (!session || process?.startedAt !== session.processStartedAt) continue;
        found.push({ ...session, process, configFolder });
      }
    }
    known = next;
    return { sessions: found, unread };
  };
};

/** The configuration folders that are known without looking for others. */
export const ownConfigFolders = (host: MacHost): readonly string[] => {
  const configured = host.environment.CLAUDE_CONFIG_DIR;
  return [`${host.homeFolder}/.claude`, ...(configured ? [toMacPath(host, configured)] : [])];
};

export const backgroundAgents = (sessions: readonly RunningSession[]): readonly BackgroundAgent[] =>
  sessions.flatMap(({ process, kind, name }) => (isBackground(kind) ? [{ process, kind, name }] : []));

const isBackground = (kind: string | null): kind is BackgroundAgent['kind'] =>
  kind === 'bg' || kind === 'daemon' || kind === 'daemon-worker';

/** @returns null for what is no session file, and for one that does not tell when its process began. */
export const parseSessionFile = (text: string): SessionFile | null => {
  const session = parseJson(text);
  if (!isJsonObject(session)) return null;
  const { pid, procStart, kind, entrypoint, name, cwd } = session;
  const processStartedAt = typeof procStart === 'string' ? parseStartTime(procStart.trim()) : null;
  if (typeof pid !== 'number' || outsidePid(String(pid)) === null || processStartedAt === null) return null;
  return {
    pid,
    processStartedAt,
    kind: textOf(kind),
    entrypoint: textOf(entrypoint),
    name: textOf(name),
    folder: textOf(cwd),
  };
};

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= longestText ? value : null;
