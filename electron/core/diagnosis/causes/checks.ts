/** The checks, in the order in which they are shown; whether each talks to the network. */
export const checks = {
  'keychain-lock': { title: 'Lock state in each session', network: false },
  desk: { title: 'Who is logged in at the desktop', network: false },
  'keychain-list': { title: 'Keychain search list and default keychain', network: false },
  'login-password': { title: 'Keychain password and login password', network: false },
  credentials: { title: 'Stored logins', network: false },
  'claude-processes': { title: 'Running Claude Codes and their refresh lock', network: false },
  variables: { title: 'Variables and settings that overrule a login', network: false },
  'claude-version': { title: 'Installed Claude Code', network: false },
  folders: { title: 'Folders and their permissions', network: false },
  disk: { title: 'Free space', network: false },
  editors: { title: 'VS Code and Cursor', network: false },
  'local-programs': { title: 'Programs of this Mac that tools talk to', network: false },
  proxy: { title: 'Proxy settings', network: false },
  vpn: { title: 'VPN', network: false },
  'claude-newest': { title: 'Newest Claude Code', network: true },
  hosts: { title: 'Names and connections', network: true },
  clock: { title: 'Clock', network: true },
  'service-status': { title: 'Status page of the service', network: true },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly network: boolean }>>;

export type CheckId = keyof typeof checks;
