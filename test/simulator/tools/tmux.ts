import { existsSync } from 'node:fs';
import { type Mac, openMac } from '../mac';
import { asMacPath } from '../mac-files';
import type { MacPlan, PlannedTmuxServer } from '../mac-plan';
import { processTable, tmuxStartedAtMs } from '../process-table';
import { complain, print, type Tool, type ToolCall } from '../tool-call';
import { hasSession, newSession, newWindow, sessionNamesOf } from './tmux-commands';
import { splitCommands } from './tmux-words';

interface Request {
  readonly plan: MacPlan;
  readonly socketPath: string;
  readonly isUtf8: boolean;
  readonly command: readonly string[];
}

const valueOptions = ['-L', '-S', '-f', '-c', '-T'];

const readArguments = ({ mac, args, environment }: ToolCall): Request => {
  const folder = asMacPath(mac.root, environment.TMUX_TMPDIR ?? '/private/tmp').replace(
    /^\/tmp(\/|$)/,
    '/private/tmp$1',
  );
  let socketPath = `${folder}/tmux-${mac.plan.user.uid}/default`;
  let isUtf8 = speaksUtf8(environment);
  let index = 0;
  for (; args[index]?.startsWith('-'); index += 1) {
    const option = args[index] ?? '';
    if (option === '-u') isUtf8 = true;
    const name = option.slice(0, 2);
    if (!valueOptions.includes(name)) continue;
    if (option === name) index += 1;
    const value = option === name ? (args[index] ?? '') : option.slice(2);
    if (name === '-L') socketPath = `${folder}/tmux-${mac.plan.user.uid}/${value}`;
    if (name === '-S') socketPath = asMacPath(mac.root, value).replace(/^\/tmp\//, '/private/tmp/');
  }
  return { plan: mac.plan, socketPath, isUtf8, command: args.slice(index) };
};

/** As tmux.c decides it: from the environment, before the server is asked. */
const speaksUtf8 = (environment: ToolCall['environment']): boolean =>
  Boolean(environment.TMUX) || /utf-?8/i.test(environment.LC_ALL || environment.LC_CTYPE || environment.LANG || '');

/** A client without UTF-8 gets `_` for everything that is not printable ASCII, tabs included (`utf8_sanitize`). */
const printLine = (text: string, { isUtf8 }: Request): void =>
  print(
    `${isUtf8 ? text : [...text].map((character) => (/[\x20-\x7e]/.test(character) ? character : '_')).join('')}\n`,
  );

/** Only `new-session` starts a server, as with the real one (CMD_STARTSERVER). */
export const tmux: Tool = (call) => {
  if (call.args[0] === '-V') {
    print('tmux 3.5a\n');
    return 0;
  }
  const request = readArguments(call);
  for (const command of splitCommands(request.command)) {
    const code = run({ ...call, mac: openMac(call.mac.root) }, { ...request, command });
    if (code !== 0) return code;
  }
  return 0;
};

const run = (call: ToolCall, request: Request): number => {
  const server = call.mac.plan.tmux.find(({ socketPath }) => socketPath === request.socketPath);
  const [command, ...options] = request.command;
  if (command === 'new-session' || command === 'new') return newSession(call, request.socketPath, server, options);
  if (!server) {
    const { socketPath } = request;
    complain(
      existsSync(call.mac.root + socketPath)
        ? `no server running on ${socketPath}\n`
        : `error connecting to ${socketPath} (No such file or directory)\n`,
    );
    return 1;
  }
  switch (command) {
    case 'list-clients':
    case 'lsc':
      return listClients(server, formatOf(options) ?? '#{client_tty}: #{client_session}', request);
    case 'list-sessions':
    case 'ls':
      return listSessions(
        call.mac,
        server,
        formatOf(options) ?? '#{session_name}: #{session_windows} windows',
        request,
      );
    case 'show-environment':
    case 'showenv':
      return showEnvironment(server, options, request);
    case 'has-session':
    case 'has':
      return hasSession(server, options);
    case 'new-window':
    case 'neww':
      return newWindow(call, server, options);
    case 'display-message':
    case 'display':
      printLine(expand(options.at(-1) ?? '', serverFields(server, request)), request);
      return 0;
    default:
      complain(`unknown command: ${command ?? ''}\n`);
      return 1;
  }
};

const formatOf = (options: readonly string[]): string | undefined => {
  const index = options.findIndex((option) => option.startsWith('-F'));
  if (index < 0) return undefined;
  return options[index] === '-F' ? (options[index + 1] ?? '') : options[index]?.slice(2);
};

type Fields = Readonly<Record<string, string>>;

/** `#{name}` of something that is not there is nothing. */
const expand = (format: string, fields: Fields): string =>
  format.replace(/#\{([a-z_]+)\}/g, (_, name: string) => fields[name] ?? '');

const seconds = (ms: number): string => String(Math.floor(ms / 1000));

const serverFields = (server: PlannedTmuxServer, { plan }: Request): Fields => ({
  pid: String(server.serverPid),
  start_time: seconds(tmuxStartedAtMs(plan, server)),
  socket_path: server.socketPath,
  version: '3.5a',
});

const listClients = (server: PlannedTmuxServer, format: string, request: Request): number => {
  for (const { pid, tty, sessionName, createdAtMs, activityAtMs } of server.clients) {
    const fields = {
      ...serverFields(server, request),
      client_pid: String(pid),
      client_tty: `/dev/${tty}`,
      client_name: `/dev/${tty}`,
      client_session: sessionName,
      session_name: sessionName,
      client_created: seconds(createdAtMs),
      client_activity: seconds(activityAtMs),
      client_flags: 'attached,focused,UTF-8',
      client_termname: 'xterm-256color',
    };
    printLine(expand(format, fields), request);
  }
  return 0;
};

const listSessions = (mac: Mac, server: PlannedTmuxServer, format: string, request: Request): number => {
  const startedAtMs = processTable(mac.plan).find(({ pid }) => pid === server.serverPid)?.startedAtMs;
  for (const name of sessionNamesOf(server)) {
    const clients = server.clients.filter(({ sessionName }) => sessionName === name);
    const fields = {
      ...serverFields(server, request),
      start_time: seconds(startedAtMs ?? mac.plan.nowMs),
      session_name: name,
      session_attached: String(clients.length),
      session_created: seconds(Math.min(...clients.map(({ createdAtMs }) => createdAtMs), mac.plan.nowMs)),
      session_windows: '1',
    };
    printLine(expand(format, fields), request);
  }
  return 0;
};

const showEnvironment = ({ env }: PlannedTmuxServer, options: readonly string[], request: Request): number => {
  const name = options.find((option) => !option.startsWith('-'));
  if (name === undefined) {
    for (const [variable, value] of Object.entries(env)) printLine(`${variable}=${value}`, request);
    return 0;
  }
  const value = env[name];
  if (value === undefined) complain(`unknown variable: ${name}\n`);
  else printLine(`${name}=${value}`, request);
  return value === undefined ? 1 : 0;
};
