import { quoteForShell } from '../text/quote-for-shell';
import type { CauseId } from './causes/causes';
import { inFiles, inShell } from './cure-fits';
import { otherKeychain } from './other-keychain';
import { type Context, concerned, knownFact } from './question';
import { signInCommand } from './sign-in-commands';

export type CureWords = Readonly<Record<string, string | undefined>>;

/** What stands for the words in braces, ready for a shell; what is not known is left out. */
export const cureWords = (cause: CauseId, context: Context): CureWords => {
  const { facts } = context;
  const path = knownFact(facts, 'loginKeychainPath');
  const claudeCode = knownFact(facts, 'claudeCode');
  const folders = knownFact(facts, 'folders');
  const lockPath = claudeCode.kind === 'known' ? claudeCode.value.refreshLockPath : undefined;
  const folder =
    folders.kind === 'known' ? folders.value.find(({ state }) => state !== 'fine' && state !== 'missing') : undefined;
  const keychainPath = otherKeychain(context) ?? (path.kind === 'known' ? path.value : undefined);
  const item = itemOf(context);
  return {
    // Without a path the tool takes the default keychain.
    keychainPath: keychainPath === undefined ? '' : quoteForShell(keychainPath),
    // Only a variable can be unset; a helper stands in a file.
    variable: inShell(context)[0]?.name ?? variableNamed(context),
    lockPath: lockPath === undefined ? undefined : quoteForShell(lockPath),
    folder: folder === undefined ? undefined : quoteForShell(folder.path),
    signIn: signInCommand(cause, context) ?? undefined,
    itemClass: item?.itemClass,
    itemService: item === undefined ? undefined : quoteForShell(item.service),
  };
};

/** The variable that a message names, of a shell that Latchkey does not see into. */
const variableNamed = ({ facts: { message } }: Context): string | undefined =>
  message?.kind === 'recognised' ? message.variables?.find((name) => name === name.toUpperCase()) : undefined;

/** Where the settings stand that a file holds: “the line "apiKeyHelper" of /Library/…”. */
export const settingPlace = (context: Context, isManaged: boolean): string => {
  const [first] = inFiles(context).filter(({ file }) => file?.isManaged === isManaged);
  return first?.file === undefined ? 'a settings file' : `the line “${first.name}” of ${first.file.path}`;
};

interface Item {
  readonly itemClass: 'generic' | 'internet';
  readonly service: string;
}

/** The item of the keychain that a tool's login is in, as far as its name is the same for everybody or known. */
const itemOf = (context: Context): Item | undefined => {
  const [tool] = context.tools ?? [];
  if (tool === undefined) return undefined;
  const fixed = fixedItems[tool];
  if (fixed !== undefined) return { itemClass: 'generic', service: fixed };
  const known = knownFact(context.facts, 'credentials');
  const rows = known.kind === 'known' ? concerned({ ...context, tools: [tool] }, known.value) : [];
  const account = rows.length === 1 ? rows[0]?.account : undefined;
  if (tool === 'gh') return { itemClass: 'generic', service: `gh:${account?.split('@').at(-1) ?? 'github.com'}` };
  if (tool === 'git') return { itemClass: 'internet', service: account ?? 'github.com' };
  if (tool === 'docker' && account !== undefined) return { itemClass: 'internet', service: account };
  return undefined;
};

const fixedItems: Readonly<Record<string, string>> = {
  'claude-code': 'Claude Code-credentials',
  'aws-vault': 'aws-vault',
  codex: 'Codex Auth',
  copilot: 'copilot-cli',
  cursor: 'cursor-access-token',
  gemini: 'gemini-cli-oauth',
  vscode: 'vscode-cli',
};
