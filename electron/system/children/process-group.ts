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

/** No child outlives this process: those that still run when it exits are ended with their groups. */
export const rememberGroup = (child: ChildProcess): void => {
  if (killTimers.size === 0) process.on('exit', endAllGroups);
  killTimers.set(child, null);
};

/** Asks a child and everything it started to end, and makes them after a short grace. */
export const endGroup = (child: ChildProcess): void => {
  if (killTimers.get(child)) return;
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
  if (killTimers.size === 0) process.off('exit', endAllGroups);
};

/** Ends every child that still runs, at once. For the way out: quitting the app, a signal to the command line. */
export const endAllGroups = (): void => {
  for (const child of killTimers.keys()) signalGroup(child, 'SIGKILL');
};
