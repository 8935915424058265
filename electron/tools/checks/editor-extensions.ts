/** An installed extension, `publisher.name` in small letters. */
export interface InstalledExtension {
  readonly id: string;
  readonly version: string;
}

/** Extensions that have a login of their own or use a tool's. */
const withLogin: readonly string[] = [
  'anthropic.claude-code',
  'openai.chatgpt',
  'github.copilot',
  'github.copilot-chat',
  'github.vscode-pull-request-github',
  'google.geminicodeassist',
  'saoudrizwan.claude-dev',
  'continue.continue',
  'ms-azuretools.vscode-docker',
  'amazonwebservices.aws-toolkit-vscode',
];

/**
 * Kinds that are reported to get in one another's way: Copilot's chat runs Claude Code and Codex itself and shares their
 * sessions and commands (microsoft/vscode#293374, anthropics/claude-code#57459, openai/codex#34675).
 */
const conflicts: readonly (readonly string[])[] = [
  ['anthropic.claude-code', 'github.copilot-chat'],
  ['openai.chatgpt', 'github.copilot-chat'],
];

const folderName = /^([a-z0-9][\w-]*\.[a-z0-9][\w.-]*?)-(\d+\.\d+\.\d+)(?:[-+].*)?$/i;

/** Reads names of folders like `anthropic.claude-code-2.1.240-darwin-arm64`; of several versions the newest is kept. */
export const parseExtensionFolders = (names: readonly string[]): readonly InstalledExtension[] => {
  const newest = new Map<string, string>();
  for (const name of names) {
    const [, id, version] = folderName.exec(name) ?? [];
    if (id === undefined || version === undefined) continue;
    const known = newest.get(id.toLowerCase());
    if (known === undefined || isNewer(version, known)) newest.set(id.toLowerCase(), version);
  }
  return [...newest].map(([id, version]) => ({ id, version }));
};

const isNewer = (version: string, than: string): boolean => version.localeCompare(than, 'en', { numeric: true }) > 0;

export const loginExtensions = (installed: readonly InstalledExtension[]): readonly InstalledExtension[] =>
  installed.filter(({ id }) => withLogin.includes(id));

/** The ids of those that are known not to go together; empty where no two of a kind are there. */
export const conflictingExtensions = (installed: readonly InstalledExtension[]): readonly string[] => {
  const has = (id: string) => installed.some((extension) => extension.id === id);
  return [...new Set(conflicts.filter((kind) => kind.every(has)).flat())];
};
