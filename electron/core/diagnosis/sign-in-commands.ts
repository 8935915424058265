/** What each tool is signed in to again with. A tool that is not here is signed in to in its own way. */
const signInCommands: Readonly<Record<string, string>> = {
  'claude-code': 'claude auth login',
  gh: 'gh auth login',
  docker: 'docker login',
  aws: 'aws sso login',
  gcloud: 'gcloud auth login',
  azure: 'az login',
  npm: 'npm login',
  yarn: 'yarn npm login',
  pnpm: 'pnpm login',
  onepassword: 'op signin',
  notarytool: 'xcrun notarytool store-credentials',
  fastlane: 'fastlane spaceauth',
  cursor: 'cursor-agent login',
  slack: 'slack login',
  firebase: 'firebase login --reauth',
  codex: 'codex login',
};

/** Null where no single command does it. */
export const signInCommand = (tool: string | undefined): string | null =>
  tool === undefined ? null : (signInCommands[tool] ?? null);
