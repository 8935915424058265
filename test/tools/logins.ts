import type { Scenario, ScenarioItem } from '../simulator/parsing/scenario';

/** What a tool has stored on a Mac, every secret of which is a canary. */
export interface ToolLogins {
  readonly files?: NonNullable<Scenario['files']>;
  /** By macOS path: what a scenario, which is text, cannot hold. */
  readonly databases?: Readonly<Record<string, readonly string[]>>;
  /** In the login keychain. */
  readonly items?: readonly ScenarioItem[];
  /** In a keychain of its own. */
  readonly ownItems?: readonly ScenarioItem[];
  readonly environment?: Readonly<Record<string, string>>;
}

export const genericItem = (service: string, account: string, data: unknown): ScenarioItem => ({
  class: 'genp',
  service,
  account,
  data,
});

export const internetItem = (server: string, account: string, data: unknown): ScenarioItem => ({
  class: 'inet',
  server,
  account,
  data,
});

export const base64 = (text: string): string => Buffer.from(text).toString('base64');
