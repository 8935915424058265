import { launchAgentPlist } from './launch-agent';

/** The tmux server of the desktop: one of its own name, born in the desktop session, to be attached over SSH. */
export interface DesktopTmux {
  /** `born-over-ssh`: a server of that name is there and keeps the session of an SSH login. */
  readonly state: 'running' | 'stopped' | 'born-over-ssh' | 'no-tmux' | 'unknown';
  /** One sentence: what is so and, where there is one, what to do next. */
  readonly reason: string;
  /** To be run on the other computer; null where this Mac's name or its tmux is not known. */
  readonly attachCommand: string | null;
  readonly launchAgent: {
    /** `unknown`: macOS does not let its file be seen. */
    readonly installed: boolean | 'unknown';
    /** macOS path of its file, there or not. */
    readonly path: string;
    /** What is in the file, or would be; null without tmux. */
    readonly plist: string | null;
  };
}

/** The socket's name and the session's. No server of the user's own has it, so none is ever touched. */
export const desktopTmuxName = 'latchkey';

export const desktopTmuxLabel = 'dev.latchkey.tmux';

/** @param homeFolder where its windows begin. */
const startArguments = (homeFolder: string): readonly string[] => [
  ...['-L', desktopTmuxName, 'new-session', '-d', '-s', desktopTmuxName],
  ...['-c', homeFolder],
];

/** A server without a language would show its windows nothing but ASCII. Terminal sets one as well. */
const startLanguage = 'en_US.UTF-8';

/**
 * What the job gives its server to be told by. The job is limited to the desktop's session, so a server that has it was
 * started there; whether launchd sets SECURITYSESSIONID for a job nobody has written down.
 */
export const desktopMark = { name: 'LATCHKEY_TMUX', value: 'desktop' };

/** Starts the server at each login at the desktop, and nowhere else. */
export const desktopTmuxPlist = (tmuxPath: string, homeFolder: string): string | null =>
  launchAgentPlist({
    label: desktopTmuxLabel,
    programArguments: [tmuxPath, ...startArguments(homeFolder)],
    environment: { LANG: startLanguage, [desktopMark.name]: desktopMark.value },
  });
