import { type ChildProcess, spawn } from 'node:child_process';
import { codeOfError } from '../../core/text/code-of-error';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';
import { childEnvironment } from './child-environment';
import { collectOutput } from './child-output';
import { endGroup, forgetGroup, isExiting, rememberGroup } from './process-group';

export interface ToolCall {
  /** macOS path of the executable, absolute. */
  readonly tool: string;
  /** The arguments, each as it is: no shell reads them. */
  readonly args: readonly string[];
  /** After this the child and its whole process group are ended. */
  readonly timeLimitMs: number;
  /** Put on top of the small environment that every child gets; undefined takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Of each stream. A child that says more is ended: its answer is not one we know. Default: 4 MiB. */
  readonly outputLimitBytes?: number;
  /** An open file that the child is given as well (as its descriptor 3), and keeps as long as it lives. */
  readonly inheritedFile?: number;
  /** Ends the child when it fires. */
  readonly signal?: AbortSignal;
}

/** What came of a child process, as data. Only `exited` has output that is worth parsing. */
export type ToolResult =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'timed-out'; readonly timeLimitMs: number }
  | { readonly kind: 'too-much-output'; readonly outputLimitBytes: number }
  | { readonly kind: 'could-not-start'; readonly errorCode: string }
  | { readonly kind: 'aborted' };

const defaultOutputLimitBytes = 4 * 1024 * 1024;
/** A grandchild may hold the pipes open after the child is gone; we do not wait for it. */
const pipeLeaveMs = 300;
/** A pipe holds 64 kB on macOS, and a grandchild may go on filling it. */
const mostLastReads = 16;
/** A child that the kernel does not let go of even so (an unanswering disk) must not hold up everybody who waits for it. */
const giveUpMs = 2_000;

/**
 * Runs one tool of macOS, bounded in time and output, without a shell, without standard input and without our terminal,
 * in a process group of its own. Never throws and never rejects; when it resolves, the child's group has been ended.
 */
export const runTool = (host: MacHost, call: ToolCall): Promise<ToolResult> =>
  new Promise((resolve) => {
    if (call.signal?.aborted || isExiting()) return resolve({ kind: 'aborted' });
    let child: ChildProcess;
    try {
      child = start(host, call);
    } catch (error) {
      return resolve({ kind: 'could-not-start', errorCode: codeOfError(error) });
    }
    watch(child, call, resolve);
  });

const start = (host: MacHost, { tool, args, environment, inheritedFile }: ToolCall): ChildProcess =>
  spawn(onDisk(host, tool), [...args], {
    cwd: '/',
    env: { ...childEnvironment(host), ...environment },
    stdio: ['ignore', 'pipe', 'pipe', ...(inheritedFile === undefined ? [] : [inheritedFile])],
    detached: true,
    shell: false,
  });

const watch = (child: ChildProcess, call: ToolCall, resolve: (result: ToolResult) => void): void => {
  const outputLimitBytes = call.outputLimitBytes ?? defaultOutputLimitBytes;
  const timers: NodeJS.Timeout[] = [];
  const after = (delayMs: number, run: () => void) => timers.push(setTimeout(run, delayMs));
  /** Why we ended the child; what it exits with after that says nothing. */
  let endedBecause: ToolResult | null = null;

  const finish = (result: ToolResult) => {
    for (const timer of timers) clearTimeout(timer);
    call.signal?.removeEventListener('abort', onAbort);
    forgetGroup(child);
    resolve(endedBecause ?? result);
  };
  const end = (reason: ToolResult) => {
    if (endedBecause) return;
    endedBecause = reason;
    endGroup(child);
    after(giveUpMs, () => {
      letGo(child);
      finish(reason);
    });
  };
  const onAbort = () => end({ kind: 'aborted' });

  rememberGroup(child);
  const output = collectOutput(child, outputLimitBytes, () => end({ kind: 'too-much-output', outputLimitBytes }));
  after(call.timeLimitMs, () => end({ kind: 'timed-out', timeLimitMs: call.timeLimitMs }));
  call.signal?.addEventListener('abort', onAbort, { once: true });
  child.once('error', (error) => finish({ kind: 'could-not-start', errorCode: codeOfError(error) }));
  /**
   * On a busy machine the time is up before anything was read: half a list would pass for a whole one. So what the pipes hold
   * is read first; each turn of the event loop reads once.
   */
  const leavePipes = (turnsLeft: number) => {
    const heardBytes = output.heardBytes();
    setImmediate(() => {
      if (output.heardBytes() !== heardBytes && turnsLeft > 0) return leavePipes(turnsLeft - 1);
      endGroup(child);
      letGo(child);
    });
  };
  child.once('exit', () => after(pipeLeaveMs, () => leavePipes(mostLastReads)));
  child.once('close', (code, signal) =>
    finish(
      code === null ? { kind: 'signalled', signal: signal ?? 'unknown' } : { kind: 'exited', code, ...output.texts() },
    ),
  );
};

const letGo = (child: ChildProcess): void => {
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.unref();
};
