/** An editor whose server part can run on this Mac. */
export interface EditorKind {
  readonly name: string;
  /** Folder below the home folder in which it keeps extensions on the desktop; null: it has none of its own. */
  readonly desktopFolder: string | null;
  /** Folders below the home folder from which its server runs. */
  readonly serverFolders: readonly string[];
  /** Names of its command, which opens tunnels and serves the web. */
  readonly commands: readonly string[];
  /** What the arguments of its command are when it serves. Default: `tunnel` or `serve-web`. */
  readonly servesBy?: RegExp;
}

/**
 * Where each editor keeps what it runs here. Editors that come from VS Code's source keep its layout: extensions in
 * `FOLDER/extensions`, a server that Remote-SSH puts there in `FOLDER/bin/COMMIT` or `FOLDER/cli/servers/Stable-COMMIT`
 * (microsoft/vscode `cli/src/tunnels/paths.rs`; the forks' `product.json`: serverDataFolderName, dataFolderName).
 */
export const editorKinds: readonly EditorKind[] = [
  {
    name: 'VS Code Insiders',
    desktopFolder: '.vscode-insiders',
    serverFolders: ['.vscode-server-insiders'],
    commands: ['code-insiders', 'code-tunnel-insiders', 'code-insiders-tunnel'],
  },
  {
    name: 'VS Code',
    desktopFolder: '.vscode',
    // `.vscode/cli` and `.vscode-cli` are those of a tunnel.
    serverFolders: ['.vscode-server', '.vscode/cli', '.vscode-cli'],
    commands: ['code', 'code-tunnel'],
  },
  {
    name: 'VSCodium',
    desktopFolder: '.vscode-oss',
    serverFolders: ['.vscodium-server', '.vscode-server-oss'],
    commands: ['codium', 'codium-tunnel'],
  },
  {
    name: 'VSCodium Insiders',
    desktopFolder: '.vscodium-insiders',
    serverFolders: ['.vscodium-server-insiders'],
    commands: ['codium-insiders', 'codium-tunnel-insiders'],
  },
  {
    name: 'Cursor',
    desktopFolder: '.cursor',
    serverFolders: ['.cursor-server'],
    commands: ['cursor', 'cursor-tunnel'],
  },
  {
    name: 'Windsurf',
    desktopFolder: '.windsurf',
    serverFolders: ['.windsurf-server', '.windsurf-server-next'],
    commands: ['windsurf', 'windsurf-tunnel'],
  },
  {
    name: 'Antigravity',
    desktopFolder: '.antigravity',
    serverFolders: ['.antigravity-server'],
    commands: ['antigravity', 'antigravity-tunnel'],
  },
  { name: 'Kiro', desktopFolder: '.kiro', serverFolders: ['.kiro-server'], commands: ['kiro', 'kiro-tunnel'] },
  { name: 'Trae', desktopFolder: '.trae', serverFolders: ['.trae-server'], commands: ['trae', 'trae-tunnel'] },
  { name: 'Positron', desktopFolder: '.positron', serverFolders: ['.positron-server'], commands: ['positron'] },
  {
    name: 'code-server',
    desktopFolder: null,
    serverFolders: ['.local/share/code-server', '.local/lib/code-server', '.openvscode-server'],
    commands: ['code-server', 'openvscode-server'],
    servesBy: /^/,
  },
  { name: 'Zed', desktopFolder: null, serverFolders: ['.zed_server'], commands: [] },
  {
    name: 'JetBrains',
    desktopFolder: null,
    // JetBrains' help knows its backends on Linux only; one that somebody runs here all the same is one.
    serverFolders: ['.cache/JetBrains/RemoteDev', 'Library/Caches/JetBrains/RemoteDev'],
    commands: ['remote-dev-server.sh', 'remote-dev-server'],
    servesBy: /^ (?:run|serverMode)(?: |$)/,
  },
];

/** Whether a path lies in a folder of that name below some home folder. */
export const liesIn =
  (path: string) =>
  (folder: string): boolean =>
    path.includes(`/${folder}/`);
