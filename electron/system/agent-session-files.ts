import { readBoundedFile } from './bounded-file';
import { listFolder } from './bounded-folder';
import { fewAtATime } from './few-at-a-time';
import { fileFingerprint } from './file-fingerprint';
import type { MacHost } from './host';
import { toMacPath } from './mac-path';
import { type ProcessEntry, type ProcessTable, parseStartTime } from './process-list';

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

/** @param configFolders macOS paths. */
export type ReadSessions = (
  processes: ProcessTable,
  configFolders: readonly string[],
) => Promise<readonly RunningSession[]>;

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

  const read = async (path: string): Promise<readonly [string, SessionFile | null, string | null]> => {
    const fingerprint = await fileFingerprint(host, path);
    const before = known.get(path);
    if (before && before.fingerprint === fingerprint) return [path, before.session, fingerprint];
    const file = await readBoundedFile(host, path, largestFileBytes);
    return [path, file.kind === 'text' ? parseSessionFile(file.text) : null, fingerprint];
  };

  return async (processes, configFolders) => {
    const found: RunningSession[] = [];
    const next: typeof known = new Map();
    for (const configFolder of new Set(configFolders)) {
      const names = await listFolder(host, `${configFolder}/sessions`, mostFiles * 5);
      const paths = names
        .filter((name) => processes.get(Number(/^(\d+)\.json$/.exec(name)?.[1]))?.uid === host.uid)
        .slice(0, mostFiles)
        .map((name) => `${configFolder}/sessions/${name}`);
      for (const [path, session, fingerprint] of await fewAtATime(paths, 8, read)) {
        if (fingerprint !== null) next.set(path, { fingerprint, session });
        const process = session && path.endsWith(`/${session.pid}.json`) ? processes.get(session.pid) : undefined;
        if (!session || process?.startedAt !== session.processStartedAt) continue;
        found.push({ ...session, process, configFolder });
      }
    }
    known = next;
    return found;
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
  let session: unknown;
  try {
    session = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof session !== 'object' || session === null) return null;
  const { pid, procStart, kind, entrypoint, name, cwd } = session as Readonly<Record<string, unknown>>;
  const processStartedAt = typeof procStart === 'string' ? parseStartTime(procStart.trim()) : null;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || processStartedAt === null) return null;
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
