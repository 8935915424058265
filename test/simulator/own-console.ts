import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { isatty } from 'node:tty';
import { ByteReader } from './byte-reader';
import type { Caller, Program, ToolConsole, ToolEnd } from './tool-call';

/** A tool that has its process to itself has nothing else to do while it waits. */
const standStill = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

/** Writes all of it before it returns: the tool may end right afterwards. */
const writeAll = (descriptor: number, text: string): void => {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      standStill(2);
    }
  }
};

const readerOf = (descriptor: number): ByteReader =>
  new ByteReader(() => {
    const chunk = Buffer.alloc(4096);
    for (;;) {
      try {
        const bytes = readSync(descriptor, chunk);
        return Promise.resolve(bytes === 0 ? null : chunk.subarray(0, bytes));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EOF' || code === 'EIO') return Promise.resolve(null);
        if (code !== 'EAGAIN') throw error;
        standStill(5);
      }
    }
  });

const openTerminal = (): number | null => {
  try {
    return openSync('/dev/tty', 'r+');
  } catch {
    return null;
  }
};

const setEcho = (terminal: number, setting: 'echo' | '-echo'): void => {
  spawnSync('stty', [setting], { stdio: [terminal, 'ignore', 'ignore'] });
};

const askAtTerminal = async (prompt: string): Promise<Uint8Array | null> => {
  const terminal = openTerminal();
  if (terminal === null) return null;
  // In this order, as in getpass(): what is typed as soon as the prompt is there is hidden already.
  setEcho(terminal, '-echo');
  writeSync(terminal, prompt);
  try {
    const reader = readerOf(terminal);
    const bytes: number[] = [];
    for (let byte = await reader.next(); byte !== null && byte !== 0x0a; byte = await reader.next()) bytes.push(byte);
    return Buffer.from(bytes);
  } finally {
    setEcho(terminal, 'echo');
    writeSync(terminal, '\n');
    closeSync(terminal);
  }
};

/** The console of a tool that runs in this very process. */
export const ownConsole: ToolConsole = {
  input: readerOf(0),
  isInputTerminal: isatty(0),
  gone: new AbortController().signal,
  write: (stream, text) => writeAll(stream === 'stdout' ? 1 : 2, text),
  askAtTerminal,
};

export const thisProcess = (): Caller => ({
  pid: process.pid,
  parentPid: process.ppid,
  uid: process.getuid?.() ?? 0,
  gid: process.getgid?.() ?? 0,
  folder: process.cwd(),
});

const runProgram = ({ words: [file, ...args], folder, environment, hasInput, codeOnSignal }: Program): ToolEnd => {
  const { status, signal } = spawnSync(file, args, {
    cwd: folder,
    env: environment,
    stdio: [hasInput ? 'inherit' : 'ignore', 'inherit', 'inherit'],
  });
  if (status === null && signal !== null && codeOnSignal === undefined) return { signal };
  return status ?? codeOnSignal ?? 127;
};

/** Ends this process as the tool has ended. */
export const endAs = (end: ToolEnd): void => {
  if (typeof end === 'number') process.exit(end & 0xff);
  else if ('program' in end) endAs(runProgram(end.program));
  else {
    process.kill(process.pid, constants.signals[end.signal]);
    standStill(1000);
  }
};
