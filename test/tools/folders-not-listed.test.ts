import { mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createKnownTool } from '../../electron/monitor/look/known-tool';
import type { MacDoors } from '../../electron/system/doors';
import { createCredentialTools, type ToolId } from '../../electron/tools/registry';
import { breakFolder } from '../system/broken-folder';
import { type MacWithDoors, macWithDoors } from '../system/simulated-doors';
import { now, withKeychain } from './one-keychain';

const home = '/Users/alice';
const roleWithCode =
  '[profile admin]\nrole_arn = arn:aws:iam::1234:role/A\nsource_profile = base\nmfa_serial = arn:aws:iam::1234:mfa/a\n' +
  '[profile base]\naws_access_key_id = x\naws_secret_access_key = x\n';

/** Where each tool lists a folder, and what else has to be there for it to. */
const folders: readonly (readonly [ToolId, string, Readonly<Record<string, string>>])[] = [
  ['claude-code', '/Library/Application Support/ClaudeCode/managed-settings.d', { '~/.claude.json': '{}' }],
  ['aws', `${home}/.aws/cli/cache`, { '~/.aws/config': roleWithCode }],
  ['aws-vault', `${home}/.awsvault/keys`, { '/opt/homebrew/bin/aws-vault': '' }],
  ['notarytool', `${home}/.private_keys`, {}],
  ['fastlane', `${home}/.fastlane/spaceship`, { '/opt/homebrew/bin/fastlane': '' }],
  ['fastlane', `${home}/.spaceship`, { '/opt/homebrew/bin/fastlane': '' }],
];

let at: MacWithDoors;
afterEach(() => at.mac.dispose());

const knownTool = (id: ToolId, doors: MacDoors) => {
  const known = createKnownTool(createCredentialTools(doors)[id]);
  const look = async () => {
    known.take(await known.look(), now);
    return { rows: known.describe(now, (credential) => credential), unread: known.unread() };
  };
  return { look };
};

describe('a folder of a tool’s that cannot be listed', () => {
  it.each(folders)(
    'leaves what is known of %s unread, with the reason, at each look: %s',
    async (id, folder, files) => {
      at = await macWithDoors(withKeychain({ files }));
      const mend = breakFolder(at.mac.root + folder);
      const { look } = knownTool(id, at.doors());
      const unread = [
        { part: 'credentials', tool: id, reason: `${folder} could not be listed: macOS answered ELOOP.` },
      ];
      const first = await look();
      expect(first.unread).toMatchObject(unread);
      expect(first.rows).toContainEqual(
        expect.objectContaining({ status: 'unreadable', reason: `${folder} cannot be read: macOS answered ELOOP.` }),
      );
      expect((await look()).unread).toMatchObject(unread);
      mend();
      const mended = await look();
      expect(mended.unread).toEqual([]);
      expect(mended.rows.map(({ status }) => status)).not.toContain('unreadable');
    },
  );

  it.each(folders)(
    'leaves %s unread at each look also where it holds more than is read: %s',
    async (id, folder, files) => {
      at = await macWithDoors(withKeychain({ files }));
      mkdirSync(at.mac.root + folder, { recursive: true });
      for (let index = 0; index < 501; index += 1) writeFileSync(`${at.mac.root}${folder}/${index}`, '');
      const { look } = knownTool(id, at.doors());
      const reason = expect.stringMatching(/ holds more than Latchkey reads: \d+ of its names were looked at\.$/);
      for (let times = 0; times < 2; times += 1)
        expect((await look()).unread).toContainEqual(
          expect.objectContaining({ part: 'credentials', tool: id, reason }),
        );
    },
  );

  it.each(folders)('is none where %s has no such folder: %s', async (id, _folder, files) => {
    at = await macWithDoors(withKeychain({ files }));
    const { rows, unread } = await knownTool(id, at.doors()).look();
    expect(unread).toEqual([]);
    expect(rows.map(({ status }) => status)).not.toContain('unreadable');
  });

  it('leaves Claude Code unread where it is the home folder, in which there may be another of its own', async () => {
    at = await macWithDoors(withKeychain({ files: { '~/.claude.json': '{}' } }));
    const doors = at.doors();
    const denied = { kind: 'unreadable', reason: 'macOS answered EPERM' } as const;
    const readFolder: MacDoors['readFolder'] = async (path, most) =>
      path === home ? denied : doors.readFolder(path, most);
    const { rows, unread } = await knownTool('claude-code', { ...doors, readFolder }).look();
    expect(unread).toMatchObject([{ reason: `${home} could not be listed: macOS answered EPERM.` }]);
    expect(rows).toContainEqual(expect.objectContaining({ status: 'unreadable', account: home }));
  });
});
