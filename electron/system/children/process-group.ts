import type { ChildProcess } from 'node:child_process';

const graceMs = 500;
const killTimers = new Map<ChildProcess, NodeJS.Timeout | null>();

const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
};

let isListening = false;
let isOver = false;

/** No child outlives this process: those that still run when it exits are ended with their groups. */
export const rememberGroup = (child: ChildProcess): void => {
  if (!isListening) process.on('exit', endAllGroups);
  isListening = true;
  killTimers.set(child, null);
};

/**
 * Whether this process is on its way out. Electron tells `exit` when it has quit (`browser/init.ts`), and Node's loop has some
 * turns left then: what is started in one of them would outlive us.
 */
export const isExiting = (): boolean => isOver;

/** Asks a child and everything it started to end, and makes them after a short grace. */
export const endGroup = (child: ChildProcess): void => {
  // One that is being ended already, or was let go.
  if (killTimers.get(child) !== null) return;
  signalGroup(child, 'SIGTERM');
  killTimers.set(
    child,
    setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs),
  );
};

/** The child itself is gone. Where its group was being ended, what is left of it goes now. */
export const forgetGroup = (child: ChildProcess): void => {
  const timer = killTimers.get(child);
  if (timer) {
    clearTimeout(timer);
    signalGroup(child, 'SIGKILL');
  }
  killTimers.delete(child);
};

/** Ends every child that still runs, at once, and has none started any more. For the way out: quitting the app, a signal to the command line. */
export const endAllGroups = (): void => {
  isOver = true;
  for (const child of killTimers.keys()) signalGroup(child, 'SIGKILL');
};
