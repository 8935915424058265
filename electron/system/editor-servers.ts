import type { ProcessTable } from './process-list';
import type { SshLogin } from './ssh-logins';

/** The server part of an editor at work over an SSH connection. */
export interface EditorServer {
  readonly editor: string;
  readonly login: SshLogin & { readonly pid: number };
  /** Milliseconds since 1970, of its oldest process. */
  readonly startedAt: number;
}

/** Where each editor keeps its server, below the home folder: its processes run from there. */
const editors: readonly (readonly [folder: RegExp, name: string])[] = [
  [/\/\.vscode-server(?:-insiders)?\//, 'VS Code'],
  [/\/\.cursor-server\//, 'Cursor'],
  [/\/\.windsurf-server\//, 'Windsurf'],
];

/**
 * Editor servers of this user, one per editor and connection. They stay for a while when the connection is gone, so they
 * count only as long as one is above them in the process list.
 *
 * @param loginAbove the SSH login that a process lives in.
 */
export const findEditorServers = (
  processes: ProcessTable,
  uid: number,
  loginAbove: (pid: number) => SshLogin | null,
): readonly EditorServer[] => {
  const servers = new Map<string, EditorServer>();
  for (const { pid, uid: owner, command, startedAt } of processes.values()) {
    if (owner !== uid || !command.includes('-server')) continue;
    const editor = editors.find(([folder]) => folder.test(command))?.[1];
    const login = editor === undefined ? null : loginAbove(pid);
    if (editor === undefined || login === null || login.pid === null) continue;
    const id = `${editor} ${login.pid}`;
    const before = servers.get(id)?.startedAt ?? startedAt;
    servers.set(id, { editor, login: { ...login, pid: login.pid }, startedAt: Math.min(before, startedAt) });
  }
  return [...servers.values()];
};
