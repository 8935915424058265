import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { ByteReader } from './byte-reader';
import { desktopSession, type Mac } from './mac';
import { asMacPath } from './mac-files';

/** One run of a simulated tool. Many may be under way in one process, so nothing of that process's own counts: see `caller`. */
export interface ToolCall {
  readonly mac: Mac;
  /** The security session that the tool runs in. */
  readonly session: string;
  readonly tool: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly caller: Caller;
  readonly console: ToolConsole;
}

/** The process that the tool is to whoever started it. */
export interface Caller {
  readonly pid: number;
  readonly parentPid: number;
  readonly uid: number;
  readonly gid: number;
  /** Its working folder. */
  readonly folder: string;
}

/** For `spawn`: what a caller starts is that user's, also where root's model starts it. */
export const asCaller = ({ uid, gid }: Caller): { readonly uid?: number; readonly gid?: number } =>
  uid === process.getuid?.() ? {} : { uid, gid };

/** What that process reads and writes. */
export interface ToolConsole {
  readonly input: ByteReader;
  readonly isInputTerminal: boolean;
  /** Aborted when the process is gone: nobody waits for the answer any more. */
  readonly gone: AbortSignal;
  write(stream: 'stdout' | 'stderr', text: string): void;
  /** Asks at the controlling terminal, without an echo. @returns null where there is none */
  askAtTerminal(prompt: string): Promise<Uint8Array | null>;
}

/** How a tool ends: with an exit code (of a negative OSStatus the low byte counts, as on a Mac), by a signal, as a program. */
export type ToolEnd = number | { readonly signal: NodeJS.Signals } | { readonly program: Program };

/** A program of the host's that does the rest, in the process that called: what it writes and how it ends is the tool's. */
export interface Program {
  readonly words: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Default: the caller's. */
  readonly folder?: string;
  readonly hasInput: boolean;
  /** The tool's exit code where a signal ends the program. Default: the tool is ended by it too. */
  readonly codeOnSignal?: number;
}

export type Tool = (call: ToolCall) => ToolEnd | Promise<ToolEnd>;

const answering = new AsyncLocalStorage<ToolConsole>();

/** All that `work` prints, whatever it waits for in between, goes to this console. */
export const whileAnswering = <Value>(console: ToolConsole, work: () => Value): Value => answering.run(console, work);

const write = (stream: 'stdout' | 'stderr', text: string): void => {
  const console = answering.getStore();
  if (!console) throw new Error(`No tool is answering that could print: ${text}`);
  console.write(stream, text);
};

/** To the standard output of the tool that is answering. */
export const print = (text: string): void => write('stdout', text);
/** To its standard error. */
export const complain = (text: string): void => write('stderr', text);

/** Rejects when the caller is gone. */
export const pause = ({ console }: ToolCall, ms: number): Promise<void> =>
  wait(ms, undefined, { signal: console.gone });

export const sessionOf = (mac: Mac, environment: ToolCall['environment']): string =>
  environment.LATCHKEY_SIMULATED_SESSION || desktopSession(mac.plan).id;

/** A path among the arguments, as macOS has it; a relative one counts from the working folder. */
export const macPathArgument = ({ mac, caller }: ToolCall, path: string): string =>
  asMacPath(mac.root, path.startsWith('/') ? path : `${caller.folder}/${path}`);
