import type { Readable } from 'node:stream';
import { formatJson, formatOutsideText } from '../../core/text/format-outside-text';
import type { Answers } from './answers';
import { type Paint, paintFor, showableFor } from './paint';

/** Where a command writes to, and how it learns that the user wants it to end. */
export interface Terminal {
  /** Answers: what the command was asked for. */
  print(text: string): void;
  /** An answer for programs: one document, or one a line where it is `dense`. */
  printJson<Name extends keyof Answers>(name: Name, value: Answers[Name], form?: 'dense'): void;
  /** Everything else: what goes on, what went wrong. */
  tell(text: string): void;
  /** How far something is, in place of what stood there before; null takes it away. Nothing where nobody is watching. */
  showProgress(text: string | null): void;
  /** What is piped in or typed, up to so many bytes; the rest is left. */
  readInput(mostBytes: number): Promise<Input>;
  /** Somebody may be reading while it is printed: what is known is told as it comes. */
  readonly isWatched: boolean;
  readonly paint: Paint;
  readonly timeZone: string;
  /** How this command is typed in the shell that has started it; to be asked of `typedIn`. */
  command?: string;
  /** Calls back at the first Ctrl-C (or SIGTERM, or when the terminal is closed); a second one ends the process the usual way. */
  onInterrupt(run: () => void): void;
}

/** What every text says that tells somebody to type this command. */
export const typedIn = ({ command }: Pick<Terminal, 'command'>): string => command ?? 'latchkey';

export interface Input {
  readonly text: string;
  /** There was more. */
  readonly isCut: boolean;
}

/** The one door to standard output and standard error: nothing that goes through it can drive a terminal. */
export const processTerminal = (): Terminal => ({
  print: (text) => process.stdout.write(`${showableFor(process.stdout, process.env)(text)}\n`),
  printJson: (_name, value, form) => process.stdout.write(`${formatJson(value, form === 'dense' ? undefined : 2)}\n`),
  tell: (text) => process.stderr.write(`${showableFor({}, process.env)(text)}\n`),
  showProgress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${formatOutsideText(text ?? '')}`);
  },
  isWatched: process.stdout.isTTY === true,
  readInput: (mostBytes) => readBoundedInput(process.stdin, mostBytes),
  paint: paintFor(process.stdout, process.env),
  // Asking for it is dear, and few commands do.
  get timeZone() {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  },
  onInterrupt(run) {
    process.once('SIGINT', run);
    process.once('SIGTERM', run);
    process.once('SIGHUP', run);
  },
});

/** Lets go of the stream once it has enough, so that one without an end does not keep the process waiting. */
export const readBoundedInput = async (stream: Readable, mostBytes: number): Promise<Input> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    parts.push(Buffer.from(part));
    bytes += Buffer.byteLength(part);
    if (bytes > mostBytes) break;
  }
  stream.destroy();
  return { text: Buffer.concat(parts).subarray(0, mostBytes).toString('utf8'), isCut: bytes > mostBytes };
};
