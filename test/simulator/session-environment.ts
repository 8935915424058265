import { initialSessionId, securitySessionVariable, sessionKind } from './audit-session';
import { desktopSession } from './mac';
import type { MacPlan } from './mac-plan';
import { sshVariables } from './parsing/parse-processes';
import { simulatedPath } from './tool-folders';

/** What a program needs of the machine that it really runs on, to draw, to speak and to be told the time zone. */
const fromTheHost = [
  /^(TZ|TMPDIR|COLORTERM|NO_COLOR|FORCE_COLOR|CI|COLUMNS|LINES)$/,
  /^(DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_RUNTIME_DIR|DBUS_SESSION_BUS_ADDRESS)$/,
  /^(ELECTRON|PLAYWRIGHT)_/,
];

/**
 * The complete environment of a process in one of the simulated Mac's sessions. Nothing else of the host's is passed on:
 * its own logins and agents have no business on the simulated Mac.
 *
 * @param sessionId default: the desktop session
 */
export const sessionEnvironment = (
  root: string,
  plan: MacPlan,
  host: Readonly<Record<string, string | undefined>>,
  sessionId?: string,
): Record<string, string> => {
  const desktop = desktopSession(plan);
  const id = sessionId ?? desktop.id;
  const session = plan.sessions.find((listed) => listed.id === id);
  if (!session && id !== initialSessionId) throw new Error(`The scenario has no session "${sessionId}".`);
  const own = {
    desktop: { ...securitySessionVariable(plan), ...plan.environment },
    ssh: sshVariables(session?.tty ?? null, session?.from ?? null),
    initial: {},
    own: {},
  }[sessionKind(plan, id)];
  return processEnvironment(root, plan, host, id, own);
};

/**
 * The same for a process in any session, also one that the scenario does not know.
 *
 * @param own the session's own variables
 */
export const processEnvironment = (
  root: string,
  plan: MacPlan,
  host: Readonly<Record<string, string | undefined>>,
  sessionId: string,
  own: Readonly<Record<string, string>>,
): Record<string, string> => {
  const inherited = Object.entries(host).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && fromTheHost.some((name) => name.test(entry[0])),
  );
  return {
    ...Object.fromEntries(inherited),
    ...own,
    PATH: simulatedPath(root, host.PATH ?? '/usr/bin:/bin'),
    HOME: root + plan.user.home,
    USER: plan.user.name,
    LOGNAME: plan.user.name,
    // A Mac's terminals and its sshd speak UTF-8, whatever this machine does: fish finds no other home folder with an emoji.
    LANG: /utf-?8$/i.test(host.LANG ?? '') ? String(host.LANG) : 'C.UTF-8',
    SHELL: '/bin/zsh',
    TERM: 'xterm-256color',
    LATCHKEY_SIMULATED_MAC: root,
    LATCHKEY_SIMULATED_SESSION: sessionId,
  };
};
