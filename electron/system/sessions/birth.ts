import type { SessionSighting } from '../../core/words/session';

/** Where something was born and why that is said. */
export type Birth = Pick<SessionSighting, 'bornIn' | 'grounds' | 'from' | 'ownSession'>;

/** What an environment tells of where its process was born. Nothing else of an environment is kept. */
export interface BirthMarks {
  /**
   * SSH_CONNECTION's first word, the client's address. sshd sets the variable in every login (OpenSSH `session.c`); a
   * server started there keeps it for life.
   */
  readonly sshPeer: string | null;
  /** SECURITYSESSIONID: on the desktop, where it is set, the number of the desktop's own security session. */
  readonly securitySessionId: string | null;
  /** TMUX: the server in a pane of which the process was started. */
  readonly tmux: { readonly socket: string; readonly pid: number } | null;
}

export type KnownMarks =
  | { readonly kind: 'read'; readonly marks: BirthMarks }
  | { readonly kind: 'hidden'; readonly reason: string };

/** What stands above a process in the list: the nearest thing whose security session it must share. */
export type Above =
  | { readonly kind: 'login'; readonly from: string | null }
  | { readonly kind: 'mosh' }
  | { readonly kind: 'server'; readonly label: string; readonly birth: Birth }
  | { readonly kind: 'desktop-app'; readonly name: string }
  /** A program of root's that launchd keeps: it is in the initial session. */
  | { readonly kind: 'daemon'; readonly name: string }
  /** It has made a session of its own. */
  | { readonly kind: 'su' }
  | { readonly kind: 'nothing' };

interface Surroundings {
  /** The number of the desktop's security session, in hexadecimal as SECURITYSESSIONID has it; null where it is not known. */
  readonly desktopSessionId: string | null;
  /** Tailscale's own SSH server sets SSH_CONNECTION as well, and makes no session: whether this peer may have come through it. */
  mayBeNoSsh?(peer: string): boolean;
  /** The tmux server that TMUX names; null when it is not there any more. */
  tmuxServer(socket: string, pid: number): { readonly label: string; readonly birth: Birth } | null;
}

/**
 * Decides where something was born, the surest sign first. A child shares its parent's security session, so a living
 * ancestor decides. Where the line ends at launchd, the environment from the start has to do: the desktop's own session
 * number first (a pane of a desktop-born tmux server has SSH_CONNECTION too when somebody is attached over SSH), then the
 * tmux server that it was started in, and SSH_CONNECTION only outside of tmux, whose panes get the variable of whoever is
 * attached (tmux `update-environment`).
 *
 * No sign of SSH is no sign of a desktop: what a LaunchDaemon, cron or su has started has neither.
 */
export const decideBirth = (
  above: Above,
  known: KnownMarks,
  { desktopSessionId, tmuxServer, mayBeNoSsh }: Surroundings,
): Birth => {
  if (above.kind === 'login') return overSsh('it runs below an SSH login', above.from);
  if (above.kind === 'mosh') return overSsh('it runs below a mosh server, which an SSH login started', null);
  if (above.kind === 'server') return bornLike(above, 'it runs inside');
  if (above.kind === 'daemon') {
    return { bornIn: 'initial', grounds: `it runs below ${above.name}, which the system has started` };
  }
  if (above.kind === 'su') return { bornIn: 'unknown', grounds: 'it runs below su, which makes a session of its own' };
  if (known.kind === 'hidden') {
    return above.kind === 'desktop-app'
      ? { bornIn: 'desktop', grounds: `it runs below ${above.name}` }
      : { bornIn: 'unknown', grounds: known.reason };
  }
  const { sshPeer, securitySessionId, tmux } = known.marks;
  const isSessionKnown = securitySessionId !== null && desktopSessionId !== null;
  if (isSessionKnown && securitySessionId.toLowerCase() === desktopSessionId.toLowerCase()) {
    return { bornIn: 'desktop', grounds: "its environment names the desktop's security session" };
  }
  if (tmux !== null) {
    const server = tmuxServer(tmux.socket, tmux.pid);
    return server
      ? bornLike(server, 'it was started inside')
      : { bornIn: 'unknown', grounds: 'it was started inside a tmux server that is gone' };
  }
  if (sshPeer !== null && mayBeNoSsh?.(sshPeer)) {
    return {
      bornIn: 'unknown',
      grounds: 'its environment names a connection that may be one of Tailscale SSH',
      from: sshPeer,
    };
  }
  if (sshPeer !== null) return overSsh('its environment names the SSH connection it was started over', sshPeer);
  if (above.kind === 'desktop-app') return { bornIn: 'desktop', grounds: `it runs below ${above.name}` };
  return isSessionKnown
    ? { bornIn: 'unknown', grounds: "its environment names a security session that is not the desktop's" }
    : { bornIn: 'unknown', grounds: 'its environment names neither an SSH connection nor the desktop' };
};

const overSsh = (grounds: string, from: string | null): Birth => ({
  bornIn: 'ssh',
  grounds,
  ...(from === null ? {} : { from }),
});

const bornLike = ({ label, birth }: { readonly label: string; readonly birth: Birth }, how: string): Birth => {
  const where = birth.ownSession ? 'which has a security session of its own' : whereBorn[birth.bornIn];
  return { ...birth, grounds: `${how} ${label}, ${where}` };
};

const whereBorn: Readonly<Record<Birth['bornIn'], string>> = {
  desktop: 'which was started on the desktop',
  ssh: 'which was started over SSH',
  initial: 'which the system has started',
  unknown: 'of which it could not be told where it was started',
};
