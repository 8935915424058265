import { type AuditSessionKind, initialSessionId, securitySessionVariable, sessionKind } from '../audit-session';
import { absolutePath, ttyName } from '../mac-path';
import type { MacPlan, PlannedProcess, PlannedSession, PlannedTmuxServer } from '../mac-plan';
import type { Field } from './scenario-field';

const hourMs = 3_600_000;

interface Surroundings {
  readonly nowMs: number;
  readonly user: { readonly uid: number; readonly home: string };
  readonly sessions: readonly PlannedSession[];
  readonly environment: MacPlan['environment'];
}

const namesIn = (field: Field): Readonly<Record<string, string>> =>
  Object.fromEntries(field.members().map(([name, value]) => [name, value.word()]));

const desktopId = (sessions: readonly PlannedSession[]): string =>
  sessions.find(({ kind }) => kind === 'desktop')?.id ?? 'desktop';

/** The `session` of a process may name a login that is gone: securityd keeps its session as long as something lives in it. */
export const parseProcesses = (list: Field, { nowMs, user, sessions }: Surroundings): readonly PlannedProcess[] => {
  const processes = list.list().map(
    (field): PlannedProcess => ({
      pid: field.member('pid').wholeNumber(1),
      ppid: field.member('ppid').wholeNumber(0, 1),
      uid: field.member('uid').wholeNumber(0, user.uid),
      session: field.member('session').text(desktopId(sessions)),
      tty: ttyName(field.member('tty').textOrNull()),
      startedAtMs: field.member('startedAt').time(nowMs, nowMs - hourMs),
      command: field.member('command').text(),
      env: namesIn(field.member('env')),
    }),
  );
  const pids = processes.map(({ pid }) => pid);
  const twice = pids.find((pid, index) => pids.indexOf(pid) !== index);
  return twice === undefined ? processes : list.complain(`must not use the pid ${twice} twice`);
};

/** A server's environment: its own `env`, else that of its process, else the one that a server born there would have. */
export const parseTmuxServers = (
  list: Field,
  surroundings: Surroundings,
  processes: readonly PlannedProcess[],
): readonly PlannedTmuxServer[] =>
  list.list().map((field) => {
    const { nowMs, user, sessions } = surroundings;
    const serverPid = field.member('serverPid').wholeNumber(1);
    const process = processes.find(({ pid }) => pid === serverPid);
    const named = field.member('session').text(process?.session ?? desktopId(sessions));
    const isListed = (session: string | undefined) =>
      session === initialSessionId || sessions.some(({ id }) => id === session);
    const session = !isListed(named) && process && isListed(process.session) ? process.session : named;
    const env = field.member('env').isMissing
      ? { ...bornEnvironment(surroundings, session), ...process?.env }
      : namesIn(field.member('env'));
    const clients = field
      .member('clients')
      .list()
      .map((client) => {
        const createdAtMs = client.member('createdAt').time(nowMs, nowMs - hourMs);
        return {
          pid: client.member('pid').wholeNumber(1),
          tty: ttyName(client.member('tty').text('')) ?? '',
          sessionName: client.member('sessionName').text('0'),
          createdAtMs,
          activityAtMs: client.member('activityAt').time(nowMs, createdAtMs),
        };
      });
    const listed = field
      .member('sessionNames')
      .list()
      .map((name) => name.text());
    const inCommand = /\s-s\s+(\S+)/.exec(process?.command ?? '')?.[1];
    const sessionNames = listed.length > 0 || clients.length > 0 || !inCommand ? listed : [inCommand];
    const managerName = field.member('managerName').textOrNull();
    return {
      ...{ socketPath: socketPath(field.member('socket'), user), session, serverPid, sessionNames, env, clients },
      ...(managerName === null ? {} : { managerName }),
      ...(field.member('endsWithApp').yesOrNo(false) ? { endsWithApp: true as const } : {}),
    };
  });

/** A bare name is a socket in the folder that tmux uses by itself, as `tmux -L name` makes it. */
const socketPath = (field: Field, user: Surroundings['user']): string => {
  const socket = field.text('default');
  if (socket.includes('/')) return absolutePath(field, user.home).replace(/^\/tmp\//, '/private/tmp/');
  return socket === '' ? field.complain('must be a name or a path') : `/private/tmp/tmux-${user.uid}/${socket}`;
};

/** A login that is gone leaves its SSH variables behind; its address is not known any more. */
export const bornEnvironment = (
  plan: Pick<MacPlan, 'sessions' | 'environment'> & { readonly user: { readonly home: string } },
  sessionId: string | null,
): Readonly<Record<string, string>> => {
  const common = { HOME: plan.user.home, SHELL: '/bin/zsh', TERM: 'xterm-256color' };
  const session = plan.sessions.find(({ id }) => id === sessionId);
  const own: Readonly<Record<AuditSessionKind, Readonly<Record<string, string>>>> = {
    desktop: { ...common, TERM_PROGRAM: 'Apple_Terminal', ...securitySessionVariable(plan) },
    ssh: { ...common, ...sshVariables(session?.tty ?? null, session?.from ?? null) },
    // launchd and cron set next to nothing, and su keeps next to nothing.
    initial: { HOME: common.HOME, SHELL: '/bin/sh' },
    own: common,
  };
  return own[sessionId === null ? 'initial' : sessionKind(plan, sessionId)];
};

/** What sshd puts into a login's environment. A name instead of an address becomes an address of the documentation range. */
export const sshVariables = (tty: string | null, from: string | null): Readonly<Record<string, string>> => {
  const address = from !== null && /^[\d.]+$|:/.test(from) ? from : '192.0.2.10';
  return {
    SSH_CONNECTION: `${address} 52144 192.168.1.20 22`,
    SSH_CLIENT: `${address} 52144 22`,
    ...(tty === null ? {} : { SSH_TTY: `/dev/${tty}` }),
  };
};
