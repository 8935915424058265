import { failure, type Outcome, success } from '../../electron/core/outcome';
import { isJsonObject, parseJsonObject } from '../../electron/core/text/json';
import type { Credential } from '../../electron/core/words/credential';
import {
  greatestCredentialCount,
  notFound,
  shownName,
  unreadableFile,
} from '../../electron/tools/common/common-credentials';
import type { CredentialTool, ToolContext } from '../../electron/tools/common/credential-tool';
import { isInstalled } from '../../electron/tools/common/executables';
import { settingsFormat } from '../../electron/tools/common/file-format';
import { rememberSettingsFile } from '../../electron/tools/common/settings-file';
import { keptInFile, keptInItem } from '../../electron/tools/common/verdict';

const accountsFormat = settingsFormat({
  name: 'made-up',
  syntax: 'json',
  largestBytes: 1024 * 1024,
  parse: (text): Outcome<readonly string[]> => {
    const accounts = parseJsonObject(text)?.accounts;
    return isJsonObject(accounts)
      ? success(Object.keys(accounts))
      : failure('garbled', 'it is not the JSON it should be');
  },
});

/** A tool that does not exist, of the shape of a new one: a JSON file of accounts and, for some, an item in the keychain. */
export const createMadeUpTool = ({ doors, items }: ToolContext, number: number): CredentialTool => {
  const id = `made-up-${number}`;
  const title = { tool: id, name: `Made-up tool ${number}` };
  const folder = `${doors.host.homeFolder}/.${id}`;
  const path = `${folder}/accounts.json`;
  const readAccounts = rememberSettingsFile(doors, path, accountsFormat);
  return {
    id,
    name: title.name,
    async look() {
      const [file, item, installed] = await Promise.all([
        readAccounts(),
        items.find({ class: 'generic', service: id }),
        isInstalled(doors, id, [folder]),
      ]);
      if (file.kind === 'none' || !installed) return () => [notFound(title)];
      if (file.kind === 'unreadable') return () => [unreadableFile(title, file)];
      const { does, ...verdict } = item.kind === 'found' ? keptInItem(id, item, 'No login.') : keptInFile(path);
      const credentials = file.value.slice(0, greatestCredentialCount).map(
        (name): Credential => ({
          ...{ ...title, ...verdict, installed: true, expiry: null, reason: `It ${does}.` },
          account: shownName(name) ?? 'unnamed',
        }),
      );
      return () => credentials;
    },
  };
};

/** What such a tool writes. */
export const madeUpAccounts = (count: number) => ({
  accounts: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`account-${index}`, { token: 'not-real' }]),
  ),
});
