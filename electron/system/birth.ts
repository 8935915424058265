import type { SessionSighting } from '../core/readings';

/** Where something was born and why that is said. */
export type Birth = Pick<SessionSighting, 'bornIn' | 'grounds' | 'from'>;

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
  | { readonly kind: 'nothing' };

interface Surroundings {
  /** SECURITYSESSIONID of this process where it runs on the desktop; null where that is not known. */
  readonly desktopSessionId: string | null;
  /** The tmux server that TMUX names; null when it is not there any more. */
  tmuxServer(socket: string, pid: number): { readonly label: string; readonly birth: Birth } | null;
}

/**
 * Decides where something was born, the surest sign first. A child shares its parent's security session, so a living
 * ancestor decides. Where the line ends at launchd, the environment from the start has to do: the desktop's own session
 * number first (a pane of a desktop-born tmux server has SSH_CONNECTION too when somebody is attached over SSH), then the
 * tmux server that it was started in, and SSH_CONNECTION only outside of tmux, whose panes get the variable of whoever is
 * attached (tmux `update-environment`).
 */
export const decideBirth = (above: Above, known: KnownMarks, { desktopSessionId, tmuxServer }: Surroundings): Birth => {
  if (above.kind === 'login') return overSsh('it runs below an SSH login', above.from);
  if (above.kind === 'mosh') return overSsh('it runs below a mosh server, which an SSH login started', null);
  if (above.kind === 'server') return bornLike(above, 'it runs inside');
  if (known.kind === 'hidden') {
    return above.kind === 'desktop-app'
      ? { bornIn: 'desktop', grounds: `it runs below ${above.name}` }
      : { bornIn: 'unknown', grounds: known.reason };
  }
  const { sshPeer, securitySessionId, tmux } = known.marks;
  const isSessionKnown = securitySessionId !== null && desktopSessionId !== null;
  if (isSessionKnown && securitySessionId === desktopSessionId) {
    return { bornIn: 'desktop', grounds: "its environment names the desktop's security session" };
  }
  if (tmux !== null) {
    const server = tmuxServer(tmux.socket, tmux.pid);
    return server
      ? bornLike(server, 'it was started inside')
      : { bornIn: 'unknown', grounds: 'it was started inside a tmux server that is gone' };
  }
  if (sshPeer !== null) return overSsh('its environment names the SSH connection it was started over', sshPeer);
  if (above.kind === 'desktop-app') return { bornIn: 'desktop', grounds: `it runs below ${above.name}` };
  return isSessionKnown
    ? { bornIn: 'unknown', grounds: "its environment names a security session that is not the desktop's" }
    : { bornIn: 'desktop', grounds: 'its environment names no SSH connection' };
};

const overSsh = (grounds: string, from: string | null): Birth => ({
  bornIn: 'ssh',
  grounds,
  ...(from === null ? {} : { from }),
});

const bornLike = ({ label, birth }: { readonly label: string; readonly birth: Birth }, how: string): Birth => {
  const where = {
    desktop: 'which was started on the desktop',
    ssh: 'which was started over SSH',
    unknown: 'of which it could not be told where it was started',
  }[birth.bornIn];
  return { ...birth, grounds: `${how} ${label}, ${where}` };
};
