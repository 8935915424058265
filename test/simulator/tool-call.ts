import { writeSync } from 'node:fs';
import { desktopSession, type Mac } from './mac';
import { asMacPath } from './mac-files';
import { sleepSynchronously } from './sleep-synchronously';

/** One run of a simulated tool. */
export interface ToolCall {
  readonly mac: Mac;
  /** The security session that the tool runs in. */
  readonly session: string;
  readonly tool: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** @returns the exit code; of a negative OSStatus the low byte counts, as on a Mac */
export type Tool = (call: ToolCall) => number | Promise<number>;

/** Writes all of it before it returns: a tool ends right afterwards. */
const write = (descriptor: number, text: string): void => {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      sleepSynchronously(2);
    }
  }
};

export const print = (text: string): void => write(1, text);
export const complain = (text: string): void => write(2, text);

export const sessionOf = (mac: Mac, environment: ToolCall['environment']): string =>
  environment.LATCHKEY_SIMULATED_SESSION || desktopSession(mac.plan).id;

/** A path among the arguments, as macOS has it; a relative one counts from the working folder. */
export const macPathArgument = ({ mac }: ToolCall, path: string): string =>
  asMacPath(mac.root, path.startsWith('/') ? path : `${process.cwd()}/${path}`);
