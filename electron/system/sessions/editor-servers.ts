import { editorProgramOf } from '../processes/editor-programs';
import { nearestAbove } from '../processes/process-ancestry';
import type { ProcessEntry, ProcessTable } from '../processes/process-list';
import type { SshLogin } from './ssh-logins';

/** The server part of an editor, at work for somebody elsewhere. */
export interface EditorServer {
  readonly editor: string;
  /** Its oldest process. */
  readonly process: ProcessEntry;
  /** The SSH login that it lives in; null for one that lives by itself. */
  readonly login: (SshLogin & { readonly pid: number }) | null;
}

/**
 * Editor servers of this user, one per editor and connection. They stay for a while when the connection is gone: one below
 * an SSH login is at work, one that has left its login (or has none, like that of `code tunnel`) only where something of it
 * is there for a client.
 *
 * @param loginAbove the SSH login that a process lives in.
 */
export const findEditorServers = (
  processes: ProcessTable,
  uid: number,
  loginAbove: (pid: number) => SshLogin | null,
): readonly EditorServer[] => {
  const parts = [...processes.values()].flatMap((process) => {
    const program = process.uid === uid ? editorProgramOf(process.command) : null;
    return program === null ? [] : [{ process, ...program }];
  });
  const editorByPid = new Map(parts.map(({ process, editor }) => [process.pid, editor]));
  const hasEngine = parts.some(({ part }) => part === 'engine');
  const hasConnection = parts.some(({ part }) => part === 'connection');
  const found = new Map<string, EditorServer>();
  for (const [editor, ofEditor] of groupByEditor(parts)) {
    const above = nearestAbove(processes, ({ pid }) => editorByPid.get(pid) === editor);
    const topOf = (entry: ProcessEntry): ProcessEntry => {
      const next = above(entry.parentPid);
      return next === null ? entry : topOf(next);
    };
    const used = new Set(ofEditor.filter(({ part }) => part === 'in-use').map(({ process }) => topOf(process).pid));
    for (const { process, part } of ofEditor) {
      const login = loginAbove(process.pid);
      // The engine does the work of each connection, in the session of the one that has started it.
      if (part === 'connection' && hasEngine) continue;
      if (login !== null && login.pid !== null) {
        keep(found, `${editor} ${login.pid}`, { editor, process, login: { ...login, pid: login.pid } });
        continue;
      }
      const top = topOf(process);
      const isAtWork = part === 'tunnel' || (part === 'engine' && hasConnection) || used.has(top.pid);
      if (top.pid === process.pid && isAtWork) {
        const name = part === 'tunnel' && !/server|JetBrains/.test(editor) ? `${editor} tunnel` : editor;
        keep(found, `${editor} alone ${process.pid}`, { editor: name, process, login: null });
      }
    }
  }
  return [...found.values()];
};

interface Part {
  readonly process: ProcessEntry;
  readonly editor: string;
  readonly part: 'server' | 'tunnel' | 'connection' | 'engine' | 'in-use';
}

const groupByEditor = (parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> => {
  const groups = new Map<string, Part[]>();
  for (const part of parts) groups.set(part.editor, [...(groups.get(part.editor) ?? []), part]);
  return groups;
};

const keep = (found: Map<string, EditorServer>, id: string, server: EditorServer): void => {
  const before = found.get(id);
  if (before === undefined || before.process.startedAt > server.process.startedAt) found.set(id, server);
};

/** The row that is this server's, and the one whose security session it lives in. */
export const editorServerRow = ({
  editor,
  login,
  process,
}: EditorServer): { readonly id: string; readonly keeper: string } => {
  const id = `editor-server:${editor.toLowerCase().replaceAll(' ', '-')}:${login?.pid ?? process.pid}`;
  return { id, keeper: login === null ? id : `ssh:${login.pid}` };
};
