import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { sleepSynchronously } from '../../sleep-synchronously';
import { complain } from '../../tool-call';

const newline = 0x0a;
const longestLineBytes = 4095;
const longestPasswordBytes = 128;

/** Reads a descriptor byte by byte and stands still until one comes. */
class ByteReader {
  #buffer = Buffer.alloc(0);

  constructor(readonly descriptor: number) {}

  /** @returns null at the end */
  next(): number | null {
    while (this.#buffer.length === 0) {
      const chunk = Buffer.alloc(4096);
      try {
        const bytes = readSync(this.descriptor, chunk);
        if (bytes === 0) return null;
        this.#buffer = chunk.subarray(0, bytes);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EOF' || code === 'EIO') return null;
        if (code !== 'EAGAIN') throw error;
        sleepSynchronously(5);
      }
    }
    const byte = this.#buffer[0] ?? 0;
    this.#buffer = this.#buffer.subarray(1);
    return byte;
  }
}

const standardInput = new ByteReader(0);

/**
 * The next command line. As in Apple's `readline.c` a longer one goes on as the next command, and what follows the last
 * newline is lost.
 */
export const readCommandLine = (): string | null => {
  const bytes: number[] = [];
  while (bytes.length < longestLineBytes) {
    const byte = standardInput.next();
    if (byte === null) return null;
    if (byte === newline) break;
    bytes.push(byte);
  }
  return Buffer.from(bytes).toString('utf8');
};

const readPasswordFrom = (reader: ByteReader): string => {
  const bytes: number[] = [];
  for (let byte = reader.next(); byte !== null && byte !== newline; byte = reader.next()) bytes.push(byte);
  return Buffer.from(bytes.slice(0, longestPasswordBytes)).toString('utf8');
};

const openTerminal = (): number | null => {
  try {
    return openSync('/dev/tty', 'r+');
  } catch {
    return null;
  }
};

/** `getpass()`: asks at the controlling terminal where there is one, whatever stdin is; else reads stdin. */
export const askForPassword = (prompt: string): string => {
  const terminal = openTerminal();
  if (terminal === null) {
    complain(prompt);
    return readPasswordFrom(standardInput);
  }
  // In this order, as in getpass(): what is typed as soon as the prompt is there is hidden already.
  spawnSync('stty', ['-echo'], { stdio: [terminal, 'ignore', 'ignore'] });
  writeSync(terminal, prompt);
  try {
    return readPasswordFrom(new ByteReader(terminal));
  } finally {
    spawnSync('stty', ['echo'], { stdio: [terminal, 'ignore', 'ignore'] });
    writeSync(terminal, '\n');
    closeSync(terminal);
  }
};
