import type { MacHost } from '../../electron/system/mac/host';

export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A Mac that the contract is held against. Whatever is asked of it works on keychains in its own folder only. */
export interface MacUnderTest {
  readonly host: MacHost;
  /** macOS path of an empty folder for throw-away keychains. */
  readonly folder: string;
  security(...args: string[]): Promise<Answer>;
  /** Has a process with this argument last in its command, until the Mac is disposed of; its pid. */
  showProcess(argument: string): Promise<number>;
  /** How many bytes the longest path has that a socket can be bound to. */
  longestSocketPath(): Promise<number>;
  dispose(): Promise<void>;
}
