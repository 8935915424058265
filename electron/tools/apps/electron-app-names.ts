/** An app that keeps its key in "… Safe Storage": what it is called, and what it calls itself there and in its folder. */
export interface ElectronApp {
  readonly app: string;
  /** The name before " Safe Storage"; default: the app's. */
  readonly item?: string;
}

/** Apps that people have; an app that is not among them is not told. VS Code and Cursor are told by themselves. */
export const electronApps: readonly ElectronApp[] = [
  { app: 'Claude' },
  { app: 'Slack' },
  { app: 'Discord', item: 'discord' },
  { app: 'GitHub Desktop' },
  { app: 'Microsoft Teams' },
  { app: 'Signal' },
  { app: 'Notion' },
  { app: 'Obsidian', item: 'obsidian' },
  { app: 'Postman' },
  { app: 'Insomnia' },
  { app: 'Figma' },
  { app: 'Linear' },
  { app: 'Element' },
  { app: 'Bitwarden' },
  { app: 'VSCodium' },
  { app: 'Windsurf' },
  { app: 'Codex' },
  { app: 'Docker Desktop' },
  { app: 'GitKraken' },
  { app: 'Beekeeper Studio', item: 'beekeeper-studio' },
  { app: 'MongoDB Compass' },
  { app: 'Logseq' },
  { app: 'Termius' },
  { app: 'Tabby', item: 'tabby' },
];

/**
 * Programs that ask through keytar, with the service that they chose. Of these a command line program is one that somebody
 * starts over SSH, and there it fails.
 */
export const keytarPrograms = [
  // desktop/desktop `app/src/lib/auth.ts`
  { program: 'GitHub Desktop', service: 'GitHub - https://api.github.com', isCommandLine: false },
  // microsoft/vscode-vsce `src/store.ts`
  { program: 'vsce', service: 'vscode-vsce', isCommandLine: true },
] as const;
