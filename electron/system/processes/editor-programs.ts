import { type EditorKind, editorKinds, liesIn } from './editor-kinds';
import { baseName, type Invocation, invocationOf } from './invocation';

/**
 * A part of an editor's server. `tunnel` serves somebody elsewhere without an SSH login of theirs; `connection` is the end
 * of one client and works through an `engine` that is no child of it; `in-use` is there only while somebody is connected.
 */
export interface EditorProgram {
  readonly editor: string;
  readonly part: 'server' | 'tunnel' | 'connection' | 'engine' | 'in-use';
}

/** Of `code tunnel`, what ends by itself. */
const shortTunnelCalls = /^ tunnel (?:user|status|kill|restart|prune|rename|unregister|help|service (?!internal-run))/;

const partOf = ({ name }: EditorKind, { program, rest }: Invocation): EditorProgram['part'] | null => {
  if (name === 'Zed') return /^ proxy(?: |$)/.test(rest) ? 'connection' : /^ run(?: |$)/.test(rest) ? 'engine' : null;
  if (/(?:^| )--type=extensionHost(?: |$)/.test(rest)) return 'in-use';
  return /^ tunnel(?: |$)/.test(rest) && !/\.m?js$/.test(program) && !shortTunnelCalls.test(rest) ? 'tunnel' : 'server';
};

/** What its command opens: a tunnel, a server for the web, or the whole editor where that is a server. */
const inCommand = (invocation: Invocation): EditorProgram | null => {
  const command = baseName(invocation.program);
  const kind = editorKinds.find(({ commands }) => commands.includes(command));
  if (kind === undefined || shortTunnelCalls.test(invocation.rest)) return null;
  const serves = kind.servesBy ?? /^ (?:serve-web|tunnel)(?: |$)/;
  return serves.test(invocation.rest) ? { editor: kind.name, part: 'tunnel' } : null;
};

/** What a command runs of an editor's server: told by where its program lies, never by what it is told to work on. */
export const editorProgramOf = (command: string): EditorProgram | null => {
  if (!/server|vscode|zed|JetBrains|remote-dev|tunnel|serve-web/i.test(command)) return null;
  const invocation = invocationOf(command);
  const kind = editorKinds.find(({ serverFolders }) => serverFolders.some(liesIn(invocation.program)));
  if (kind === undefined) return inCommand(invocation);
  const part = partOf(kind, invocation);
  return part === null ? null : { editor: kind.name, part };
};
