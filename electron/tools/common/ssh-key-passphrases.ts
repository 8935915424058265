import { failure, type Outcome, success } from '../../core/outcome';
import type { Credential } from '../../core/words/credential';
import type { ToolDoors } from '../../system/doors';
import { type ToolTitle, unreadableBeside } from './common-credentials';
import { settingsFormat } from './file-format';
import { rememberSettingsFile } from './settings-file';

/**
 * Whether an `ssh_config` takes passphrases of keys from the keychain for any host (`UseKeychain`, an option of Apple's
 * ssh). What it includes is not followed.
 */
export const parseUsesKeychain = (text: string): Outcome<boolean> => {
  const settings = text.split(/\r?\n/).filter((line) => !/^\s*(?:#|$)/.test(line));
  const isSetting = (line: string) => /^\s*[a-z]\w*(?:\s*=\s*|\s+)\S/i.test(line);
  if (!settings.every(isSetting)) return failure('garbled', 'it is not what ssh reads');
  return success(settings.some((line) => /^\s*UseKeychain(?:\s*=\s*|\s+)"?yes"?\s*(?:#.*)?$/i.test(line)));
};

/** What a locked keychain means for git's remotes over SSH. */
export const createPassphraseLook = (doors: ToolDoors): ((tool: ToolTitle) => Promise<readonly Credential[]>) => {
  const path = `${doors.host.homeFolder}/.ssh/config`;
  const readConfig = rememberSettingsFile(doors, path, sshConfigFormat);
  return async (tool) => {
    const file = await readConfig();
    if (file.kind === 'unreadable') return [unreadableBeside(tool, file)];
    if (file.kind === 'none' || !file.value) return [];
    return [
      {
        ...tool,
        account: 'SSH keys',
        installed: true,
        store: 'login-keychain',
        overSsh: 'unknown',
        status: 'unknown',
        expiry: null,
        reason: `Remotes over SSH take the passphrases of keys from the login keychain (UseKeychain in ${path}); a key without one, or in an agent, needs none.`,
        symptom: 'git@github.com: Permission denied (publickey).',
      },
    ];
  };
};

export const sshConfigFormat = settingsFormat({
  name: 'ssh-config',
  syntax: 'lines',
  largestBytes: 128 * 1024,
  parse: parseUsesKeychain,
});
