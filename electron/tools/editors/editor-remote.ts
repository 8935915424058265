import type { Credential } from '../../core/words/credential';
import type { ToolDoors } from '../../system/doors';
import { editorKinds } from '../../system/processes/editor-kinds';
import { isAnyThere } from '../common/executables';

/** Extensions that sign in on the Mac that they run on, with the login of the tool that they bring. */
const usesLoginsHere: readonly (readonly [folder: RegExp, what: string])[] = [
  [/^anthropic\.claude-code-/i, 'Claude Code'],
  [/^openai\.chatgpt-/i, 'OpenAI Codex'],
  [/^google\.(?:gemini-cli|geminicodeassist)/i, 'Gemini CLI'],
];

const mostExtensions = 1_000;

/**
 * What Remote-SSH means on the Mac that is connected to: the editor's server keeps no login, and the secrets of extensions
 * stay with the editor on the other computer. But what runs here, the extensions' own programs and git with them, is in the
 * session of that SSH login and reads this Mac's keychain in it (claude-code#44089, vscode-remote-release#3872). Whether that
 * works is what the rows of those tools say.
 *
 * @param editors names of `editorKinds`, the one that goes without its name first.
 */
export const createRemoteLook = (doors: ToolDoors, editors: readonly string[]) => {
  const { homeFolder } = doors.host;
  const servers = editors.flatMap((editor, index) => {
    const folder = editorKinds.find(({ name }) => name === editor)?.serverFolders[0];
    const account = index === 0 ? 'Remote-SSH' : `Remote-SSH (${editor})`;
    return folder === undefined ? [] : [{ account, folder: `${homeFolder}/${folder}` }];
  });

  const lookAt = async (
    tool: Pick<Credential, 'tool' | 'name'>,
    { account, folder }: (typeof servers)[number],
  ): Promise<readonly Credential[]> => {
    if (!(await isAnyThere(doors, [folder]))) return [];
    const listed = await doors.readFolder(`${folder}/extensions`, mostExtensions);
    const names = listed.kind === 'names' ? listed.names : [];
    const found = usesLoginsHere.flatMap(([pattern, what]) => (names.some((name) => pattern.test(name)) ? [what] : []));
    const users = [...found, ...(listed.kind === 'unreadable' ? ['extensions that could not be listed'] : []), 'git'];
    const said = users.length === 1 ? 'git' : `${users.slice(0, -1).join(', ')} and ${users.at(-1)}`;
    return [
      {
        ...tool,
        account,
        installed: true,
        store: 'none',
        overSsh: 'unknown',
        status: 'unknown',
        expiry: null,
        reason: `Its server in ${folder} keeps no login, and secrets of extensions stay on the computer that connects; what runs here, such as ${said}, reads this Mac's keychain in that SSH login.`,
      },
    ];
  };

  return async (tool: Pick<Credential, 'tool' | 'name'>): Promise<readonly Credential[]> =>
    (await Promise.all(servers.map((server) => lookAt(tool, server)))).flat();
};
