import type { DiagnosisFacts } from './facts';

/** The checks, in the order in which they are shown; whether each talks to the network. */
export const checks = {
  'keychain-lock': { title: 'Lock state in each session', network: false },
  'keychain-list': { title: 'Keychain search list and default keychain', network: false },
  'login-password': { title: 'Keychain password and login password', network: false },
  credentials: { title: 'Stored logins', network: false },
  'claude-processes': { title: 'Running Claude Codes and their refresh lock', network: false },
  variables: { title: 'Variables and settings that overrule a login', network: false },
  'claude-version': { title: 'Installed Claude Code', network: false },
  folders: { title: 'Folders and their permissions', network: false },
  disk: { title: 'Free space', network: false },
  editors: { title: 'VS Code and Cursor', network: false },
  proxy: { title: 'Proxy settings', network: false },
  vpn: { title: 'VPN', network: false },
  'claude-newest': { title: 'Newest Claude Code', network: true },
  hosts: { title: 'Names and connections', network: true },
  clock: { title: 'Clock', network: true },
  'service-status': { title: 'Status page of the service', network: true },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly network: boolean }>>;

export type CheckId = keyof typeof checks;

/** What one check came to. `not-possible` is no problem found: it says why it could not look. */
export interface CheckResult {
  readonly id: CheckId;
  /** What was looked at: a path, a host, a variable's name; never a value. */
  readonly lookedAt: string;
  readonly result: 'fine' | 'problem' | 'not-possible' | 'cancelled';
  /** One sentence for a person. */
  readonly sentence: string;
  readonly tookMs: number;
  /** What it has found out; parts that it could not are `not-measured` with the reason. */
  readonly facts: Partial<DiagnosisFacts>;
}
