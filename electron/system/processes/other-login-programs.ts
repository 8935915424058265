import { baseName, invocationOf } from './invocation';
import type { ProcessEntry } from './process-list';

/** A way into this Mac that is not Apple's sshd. */
export interface OtherWayIn {
  /** "Tailscale SSH" */
  readonly name: string;
  /** Executables of the daemon that lets people in. */
  readonly daemons: readonly string[];
  /** A process that stands for one login in its own right, below the daemon or no more; its arguments. */
  readonly login?: { readonly executables: readonly string[]; readonly arguments: RegExp };
  /** Where its logins are when nothing says otherwise. */
  readonly usual: { readonly bornIn: 'ssh' | 'initial'; readonly grounds: string };
}

const ofDaemons = (name: string): OtherWayIn['usual'] => ({
  bornIn: 'initial',
  grounds: `${name} makes no security session of its own, so its logins are in that of the system's daemons`,
});

/**
 * Tailscale runs `login -f`, for which Apple's login makes no session (tailscale `ssh/tailssh/incubator.go`, login
 * `login_audit.c`). `etterminal` is started over a plain SSH login, and stays when that has ended. Of the rest none has code
 * for macOS's sessions, so that what they start is where they are.
 */
export const otherWaysIn: readonly OtherWayIn[] = [
  {
    name: 'Tailscale SSH',
    daemons: ['tailscaled'],
    login: { executables: ['tailscaled'], arguments: /^ be-child ssh(?: |$)/ },
    usual: ofDaemons('Tailscale SSH'),
  },
  {
    name: 'Eternal Terminal',
    daemons: ['etserver'],
    login: { executables: ['etterminal'], arguments: /^/ },
    usual: {
      bornIn: 'ssh',
      grounds: 'Eternal Terminal begins with an SSH login, and its terminal stays when that has ended',
    },
  },
  { name: 'Dropbear', daemons: ['dropbear', 'dropbearmulti'], usual: ofDaemons('Dropbear') },
  { name: 'Teleport', daemons: ['teleport'], usual: ofDaemons('Teleport') },
  { name: 'tinysshd', daemons: ['tinysshd'], usual: ofDaemons('tinysshd') },
  { name: 'ttyd', daemons: ['ttyd'], usual: ofDaemons('ttyd') },
  { name: 'Telnet', daemons: ['telnetd'], usual: ofDaemons('telnetd') },
];

const byDaemon = new Map(otherWaysIn.flatMap((way) => way.daemons.map((name) => [name, way] as const)));

/** The way in that this process is the daemon of; null for every other. */
export const wayInOf = ({ command }: Pick<ProcessEntry, 'command'>): OtherWayIn | null =>
  byDaemon.get(baseName(invocationOf(command).program)) ?? null;

/** The way in of which this process is one login by itself; null for every other. */
export const loginProcessOf = ({ command }: Pick<ProcessEntry, 'command'>): OtherWayIn | null => {
  const { program, rest } = invocationOf(command);
  const name = baseName(program);
  return (
    otherWaysIn.find(({ login }) => login?.executables.includes(name) === true && login.arguments.test(rest)) ?? null
  );
};

/** `login -fp -h 100.64.0.7 alice`: where somebody comes from, and who that is here; null for every other command. */
export const remoteLoginOf = (command: string): { readonly from: string; readonly user: string } | null => {
  const { program, rest } = invocationOf(command);
  if (baseName(program) !== 'login') return null;
  const [, from, user] = /^(?: -[a-zA-Z]*)*? -[a-zA-Z]*h ?(\S+)(?: -[a-zA-Z]+)* (?!-)(\S+)/.exec(rest) ?? [];
  return from === undefined || user === undefined ? null : { from, user };
};
