import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ToolId } from '../../electron/tools/registry';
import type { Scenario } from '../simulator/parsing/scenario';
import { loginKeychain } from '../system/simulated-doors';
import { agentLogins } from './agent-logins';
import { secretOf } from './canaries';
import { cloudLogins } from './cloud-logins';
import { deskLogins } from './desk-logins';
import type { ToolLogins } from './logins';
import { dayMs, now } from './one-keychain';
import { rowLogins } from './row-logins';
import { throwAwayCertificate } from './throw-away-certificate';

const home = '/Users/alice';
const vault = `${home}/Library/Keychains/aws-vault.keychain-db`;
const keychainPassword = secretOf('codesign', 'keychain-password');

/** Of each tool of the registry what it has stored: one that is missing does not compile. */
export const loginsOf: Readonly<Record<ToolId, ToolLogins>> = {
  ...rowLogins,
  ...agentLogins,
  ...cloudLogins,
  ...deskLogins,
};

const logins = Object.values(loginsOf);
const merged = <Value>(parts: readonly (Readonly<Record<string, Value>> | undefined)[]): Record<string, Value> =>
  Object.assign({}, ...parts);

/** A Mac on which each tool of the registry has a login, and on which every secret is a canary. Its keychains are locked. */
export const manyLogins = {
  now: new Date(now).toISOString(),
  user: { name: 'alice', uid: 501, home, password: keychainPassword },
  keychains: [
    {
      path: loginKeychain,
      password: keychainPassword,
      isLogin: true,
      isDefault: true,
      items: logins.flatMap(({ items = [] }) => items),
      certificates: [
        { pem: throwAwayCertificate({ name: 'Developer ID', startsAt: now - dayMs, endsAt: now + 90 * dayMs }) },
      ],
    },
    {
      path: vault,
      password: secretOf('codesign', 'key-password'),
      items: logins.flatMap(({ ownItems = [] }) => ownItems),
    },
  ],
  sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [] }],
  files: merged(logins.map(({ files }) => files)),
  environment: merged(logins.map(({ environment }) => environment)),
} satisfies Scenario;

const script = 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.stdin.read())';

/** Writes what is no text, as SQLite itself writes it. @param homeOnDisk where alice's home folder lies. */
export const writeDatabases = (homeOnDisk: string): void => {
  const databases = merged(logins.map(({ databases: some }) => some));
  for (const [macPath, statements] of Object.entries(databases)) {
    const path = macPath.replace('~', homeOnDisk);
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    execFileSync('python3', ['-c', script, path], { input: ['BEGIN', ...statements, 'COMMIT'].join(';\n') });
  }
};
