import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseItemAttributes } from '../../electron/system/keychain/item-attributes';
import { parseOneKeychainPath } from '../../electron/system/keychain/keychain-path-lines';
import { parseSigningIdentities } from '../../electron/system/keychain/signing-identities';
import { parseSystemSleepMinutes } from '../../electron/system/machine/power-settings';
import { parseProcesses } from '../../electron/system/processes/process-list';

/** What macOS prints, from reports and from Apple's source; names, paths and hashes are made up. */
const printed = (name: string): string => readFileSync(join(import.meta.dirname, 'printed-by-macos', name), 'utf8');

it('an item whose account has no printable byte is read with its account', () => {
  const read = parseItemAttributes(printed('item-of-yamada.txt'));
  expect(read).toMatchObject({ ok: true, value: { account: '山田', createdAt: Date.UTC(2026, 0, 1) } });
});

it('identities are read beside a reason in words and one without a digest', () => {
  expect(parseSigningIdentities(printed('identities-in-words.txt'))).toEqual({
    ok: true,
    value: [
      {
        sha1: '0123456789ABCDEF0123456789ABCDEF01234567',
        name: 'Developer ID Application: Example (AAAAAAAAAA)',
        problem: null,
      },
      {
        sha1: '89ABCDEF0123456789ABCDEF0123456789ABCDEF',
        name: '3rd Party Mac Developer Installer: Example (AAAAAAAAAA)',
        problem: 'Missing required extension',
      },
    ],
  });
});

it('a backslash in the search list is one', () => {
  const path = '/Users/alice/Library/Keychains/my \\100 box.keychain-db';
  expect(parseOneKeychainPath(printed('search-list-with-backslash.txt'))).toEqual({ ok: true, value: path });
});

it('a line of pmset that is cut still says after how many minutes the Mac sleeps', () => {
  expect(parseSystemSleepMinutes(printed('power-line-cut.txt'))).toBe(1);
});

it('a path beyond ASCII in the process list is the path', () => {
  const command = 'tmux -S /Users/alice/ét/sock new-session -d';
  expect(parseProcesses(printed('processes-in-c-locale.txt')).get(900)).toMatchObject({ command });
});
