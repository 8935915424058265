import { type ChildProcess, spawn } from 'node:child_process';
import { isatty } from 'node:tty';

/** How a program has ended that was given our terminal. */
export type TerminalEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: NodeJS.Signals }
  | { readonly kind: 'could-not-start'; readonly errorCode: string };

/** Sent to us alone, so they are passed on. Not SIGUSR1: it is Node's debugger's, and the app's command has it blocked. */
const passedOn = ['SIGTERM', 'SIGHUP', 'SIGUSR2'] as const;
/** A terminal sends these to all that runs in its foreground; passed on, they would come twice. */
const sentByTerminal = ['SIGINT', 'SIGQUIT'] as const;

/** Whether somebody sits before one of our standard streams: a program that asks for a password can ask there. */
export const hasTerminal = (): boolean => [0, 1, 2].some((descriptor) => isatty(descriptor));

/**
 * Runs a program with our own terminal, streams, folder and process group, until it ends, however long that takes; signals
 * reach it and not us. Not for what Latchkey itself asks of macOS, which is bounded (`child-process.ts`).
 */
export const runInTerminal = (
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<TerminalEnd> =>
  new Promise((resolve) => {
    let child: ChildProcess | null = null;
    const passOn = (signal: NodeJS.Signals) => child?.kill(signal);
    const leaveIt = () => undefined;
    const isForeground = hasTerminal();
    const listeners = [
      ...passedOn.map((signal) => [signal, passOn] as const),
      ...sentByTerminal.map((signal) => [signal, isForeground ? leaveIt : passOn] as const),
    ];
    for (const [signal, listen] of listeners) process.on(signal, listen);
    const finish = (end: TerminalEnd) => {
      for (const [signal, listen] of listeners) process.off(signal, listen);
      resolve(end);
    };
    child = spawn(program, [...args], { env: environment, stdio: 'inherit', shell: false });
    child.once('error', (error) =>
      finish({ kind: 'could-not-start', errorCode: 'code' in error ? String(error.code) : 'unknown' }),
    );
    child.once('exit', (code, signal) =>
      finish(signal === null ? { kind: 'exited', code: code ?? 0 } : { kind: 'signalled', signal }),
    );
  });
