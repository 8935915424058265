import type { MacHost } from '../../electron/system/host';

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
  dispose(): Promise<void>;
}
