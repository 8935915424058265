import { record } from '../ledger';
import { hasGraphicAccess } from '../mac';
import type { PlannedTmuxServer } from '../mac-plan';
import { processEnvironment } from '../session-environment';
import { launchdCoalition, writeStartedServer } from '../started-tmux';
import { openPane } from '../tmux-panes';
import { complain, type ToolCall } from '../tool-call';
import { parseOptions } from './tmux-words';

/** A server that nobody says more of has the session that tmux would have made first. */
export const sessionNamesOf = ({ clients, sessionNames = [] }: PlannedTmuxServer): readonly string[] => {
  const names = [...new Set([...sessionNames, ...clients.map(({ sessionName }) => sessionName)])];
  return names.length > 0 ? names : ['0'];
};

export const hasSession = (server: PlannedTmuxServer, options: readonly string[]): number => {
  const target = parseOptions(options, 't').values.t ?? '';
  const exact = target.startsWith('=');
  const wanted = exact ? target.slice(1) : target;
  const isThere = sessionNamesOf(server).some((name) => (exact ? name === wanted : name.startsWith(wanted)));
  if (!isThere) complain(`can't find session: ${wanted}\n`);
  return isThere ? 0 : 1;
};

/** Whoever starts the server gives it the security session and the environment, for as long as it lives. */
export const newSession = (
  call: ToolCall,
  socketPath: string,
  server: PlannedTmuxServer | undefined,
  options: readonly string[],
): number => {
  const { flags, values, command } = parseOptions(options, 'ceFfnstxy');
  const before = server ? sessionNamesOf(server) : [];
  const name = values.s ?? String(before.length);
  if (before.includes(name)) {
    complain(`duplicate session: ${name}\n`);
    return 1;
  }
  if (!flags.has('d')) {
    complain('open terminal failed: not a terminal\n');
    return 1;
  }
  const born = server ?? {
    socketPath,
    session: call.session,
    env: environmentOf(call),
    clients: [],
    startedAtMs: call.mac.now(),
    ...(isInAppCoalition(call) ? { endsWithApp: true as const } : {}),
  };
  writeStartedServer(call.mac, { ...born, sessionNames: [...before, name] });
  if (!server) record(call.mac, 'tmux-server-started', { session: born.session, keychain: '', by: 'tmux' });
  if (command.length > 0) run(call, born, values.n ?? name, command);
  return 0;
};

const isInAppCoalition = ({ mac, session, environment }: ToolCall): boolean =>
  hasGraphicAccess(mac.plan, session) && environment.LATCHKEY_SIMULATED_COALITION !== launchdCoalition;

/** The simulated Mac's own variables are no part of what macOS has. */
const environmentOf = ({ environment }: ToolCall): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('LATCHKEY_SIMULATED_'),
    ),
  );

/** Without a command the window has a shell in which nothing happens, so none is opened. */
export const newWindow = (call: ToolCall, server: PlannedTmuxServer, options: readonly string[]): number => {
  const { values, command } = parseOptions(options, 'ceFnt');
  if (command.length > 0) run(call, server, values.n ?? 'sh', command);
  return 0;
};

/** One word is a line for the shell, several are a program and its arguments (tmux `spawn.c`). */
const run = (
  { mac, environment, caller }: ToolCall,
  { socketPath, session, env }: Pick<PlannedTmuxServer, 'socketPath' | 'session' | 'env'>,
  windowName: string,
  words: readonly string[],
): void => {
  const [first = '', ...rest] = words;
  record(mac, 'tmux-window-opened', { session, keychain: '', by: `tmux ${windowName}` });
  openPane(mac, {
    ...{ socketPath, session, windowName, caller },
    command: rest.length === 0 ? ['/bin/sh', '-c', first] : [first, ...rest],
    environment: {
      ...processEnvironment(mac.root, mac.plan, environment, session, env),
      TMUX: `${socketPath},0,0`,
    },
  });
};
