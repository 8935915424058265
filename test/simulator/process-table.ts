import { desktopSession } from './mac';
import type { MacPlan, PlannedSession, PlannedTmuxServer } from './mac-plan';

export interface ProcessRow {
  readonly pid: number;
  readonly ppid: number;
  readonly uid: number;
  /** The security session's id; null for what the system started. */
  readonly session: string | null;
  readonly tty: string | null;
  readonly startedAtMs: number;
  readonly command: string;
}

const loginTitle = /^sshd(?:-session)?: [^@\s]+@(\S+)/;

/** The table while it is put together: the scenario's own processes come first, so that no made-up pid meets one of theirs. */
class TableUnderConstruction {
  readonly rows: ProcessRow[];
  readonly #taken: Set<number>;
  /** Above what Linux gives its own processes, one of which may be asking. */
  #nextPid = 60_300;

  constructor(readonly plan: MacPlan) {
    this.rows = plan.processes.map(({ pid, ppid, uid, session, tty, startedAtMs, command }) => ({
      pid,
      ppid,
      uid,
      session,
      tty,
      startedAtMs,
      command,
    }));
    this.#taken = new Set([
      ...this.rows.map(({ pid }) => pid),
      ...plan.tmux.flatMap(({ serverPid, clients }) => [serverPid, ...clients.map(({ pid }) => pid)]),
    ]);
  }

  has(pid: number): boolean {
    return this.rows.some((row) => row.pid === pid);
  }

  add(row: Omit<ProcessRow, 'pid'>, wantedPid?: number): ProcessRow {
    let pid = wantedPid ?? this.#nextPid;
    while (wantedPid === undefined && this.#taken.has(pid)) pid += 1;
    if (wantedPid === undefined) this.#nextPid = pid + 1;
    this.#taken.add(pid);
    const added = { pid, ...row };
    this.rows.push(added);
    return added;
  }
}

/** All processes: the scenario's, and those that must be there for its sessions and tmux servers to be what they are. */
export const processTable = (plan: MacPlan): readonly ProcessRow[] => {
  const table = new TableUnderConstruction(plan);
  const bootedAtMs = Math.min(...plan.sessions.map(({ startedAtMs }) => startedAtMs)) - 60_000;
  const system = { ppid: 1, uid: 0, session: null, tty: null, startedAtMs: bootedAtMs };
  if (!table.has(1)) table.add({ ...system, ppid: 0, command: '/sbin/launchd' }, 1);
  for (const session of plan.sessions) {
    if (session.kind === 'ssh') addLogin(table, session);
    else if (session.isListed) {
      const command = '/System/Library/CoreServices/loginwindow.app/Contents/MacOS/loginwindow console';
      table.add({ ...system, uid: plan.user.uid, session: session.id, startedAtMs: session.startedAtMs, command });
    }
  }
  for (const server of plan.tmux) addTmuxServer(table, server);
  return table.rows;
};

/**
 * A login that the scenario lists without what is above it gets root's monitor, as every real one has: the user's sshd on
 * the session's terminal, and nothing else that calls itself so.
 */
const withMonitor = (table: TableUnderConstruction, session: PlannedSession): void => {
  const { plan, rows } = table;
  const index = rows.findIndex(
    (row) =>
      row.uid === plan.user.uid &&
      row.session === session.id &&
      row.ppid === 1 &&
      (loginTitle
        .exec(row.command)?.[1]
        ?.split(',')
        .includes(session.tty ?? 'notty') ??
        false),
  );
  const login = rows[index];
  if (login === undefined) return;
  const command = `${/^sshd[^:]*/.exec(login.command)?.[0]}: ${plan.user.name} [priv]`;
  const { startedAtMs } = login;
  const monitor = table.add({ ppid: 1, uid: 0, session: session.id, tty: null, startedAtMs, command });
  rows[index] = { ...login, ppid: monitor.pid };
};

const hasOwnSshd = (plan: MacPlan, session: PlannedSession): boolean =>
  plan.processes.some((process) => {
    const terminals = loginTitle.exec(process.command)?.[1]?.split(',');
    if (!terminals || ![0, plan.user.uid].includes(process.uid)) return false;
    return session.tty === null ? process.session === session.id : terminals.includes(session.tty);
  });

/** The rows of a login as macOS shows them: root's monitor, the user's sshd, the shell. `sshd-session` came with macOS 15. */
const addLogin = (table: TableUnderConstruction, session: PlannedSession): void => {
  const { plan } = table;
  if (hasOwnSshd(plan, session)) {
    withMonitor(table, session);
    return;
  }
  const { name, uid } = plan.user;
  const program = Number.parseInt(plan.macosVersion, 10) < 15 ? 'sshd' : 'sshd-session';
  const common = { uid, session: session.id, tty: null, startedAtMs: session.startedAtMs };
  const monitor = table.add({ ...common, ppid: 1, uid: 0, command: `${program}: ${name} [priv]` });
  const command = `${program}: ${name}@${session.tty ?? 'notty'}`;
  const sshd = table.add({ ...common, ppid: monitor.pid, command });
  table.add({ ...common, ppid: sshd.pid, tty: session.tty, command: session.tty === null ? 'zsh -c cat' : '-zsh' });
};

/** When nobody says more, an hour before the story begins, or when its first client came. */
export const tmuxStartedAtMs = ({ nowMs }: MacPlan, { startedAtMs, clients }: PlannedTmuxServer): number =>
  startedAtMs ?? Math.min(nowMs - 3_600_000, ...clients.map(({ createdAtMs }) => createdAtMs));

/** macOS `ps` shows the command that started the server, never a `tmux: server` title. */
const addTmuxServer = (table: TableUnderConstruction, server: PlannedTmuxServer): void => {
  const { uid } = table.plan.user;
  const common = { uid, session: server.session, tty: null };
  const sessionName = server.clients[0]?.sessionName ?? server.sessionNames?.[0] ?? '0';
  const started = tmuxStartedAtMs(table.plan, server);
  if (!table.has(server.serverPid)) {
    const command = `tmux new -s ${sessionName}`;
    table.add({ ...common, ppid: 1, startedAtMs: started, command }, server.serverPid);
  }
  for (const client of server.clients) {
    if (table.has(client.pid)) continue;
    const startedAtMs = client.createdAtMs;
    const parent = shellOn(table, client.tty, startedAtMs);
    const tty = client.tty === '' ? null : client.tty;
    const command = `tmux attach -t ${client.sessionName}`;
    table.add({ ppid: parent.pid, uid, session: parent.session, tty, startedAtMs, command }, client.pid);
  }
};

/** The process that a new one on this terminal descends from, so that ancestry leads to the login that owns the terminal. */
const shellOn = (table: TableUnderConstruction, tty: string, startedAtMs: number): ProcessRow =>
  rowOnTerminal(table.rows, tty) ?? localShell(table, tty, startedAtMs);

const rowOnTerminal = (rows: readonly ProcessRow[], tty: string): ProcessRow | undefined => {
  const onTerminal = rows.filter((row) => tty !== '' && row.tty === tty && !row.command.startsWith('tmux'));
  const shell = onTerminal.find(({ command }) => /(^|[-/])(zsh|bash|fish|sh)\b/.test(command)) ?? onTerminal[0];
  return shell ?? rows.find(({ command }) => loginTitle.exec(command)?.[1]?.split(',').includes(tty));
};

/** What a command typed into this login descends from: its shell, else the youngest of its processes. */
export const shellOf = (rows: readonly ProcessRow[], { id, tty }: PlannedSession): ProcessRow | undefined =>
  rowOnTerminal(rows, tty ?? '') ??
  rows.findLast(({ session, command }) => session === id && !/^sshd.*\[/.test(command));

const terminalProgram = '/System/Applications/Utilities/Terminal.app/Contents/MacOS/Terminal';

const localShell = (table: TableUnderConstruction, tty: string, startedAtMs: number): ProcessRow => {
  const { name, uid } = table.plan.user;
  const common = { uid, session: desktopSession(table.plan).id, tty: null, startedAtMs };
  const terminal =
    table.rows.find(({ command }) => command === terminalProgram) ??
    table.add({ ...common, ppid: 1, command: terminalProgram });
  const onTty = { ...common, tty: tty === '' ? null : tty };
  const login = table.add({ ...onTty, ppid: terminal.pid, uid: 0, command: `login -pf ${name}` });
  return table.add({ ...onTty, ppid: login.pid, command: '-zsh' });
};
