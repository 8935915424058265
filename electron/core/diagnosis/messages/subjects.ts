import { type ComparableText, comparableText, statementAt } from './comparable-text';
import { findWords } from './find-words';

/** Words by which a log tells whose line it is, and which a message of that tool need not contain. */
const marks: Readonly<Record<string, readonly string[]>> = {
  'claude-code': ['claude', 'anthropic', 'api.anthropic.com', 'claude.ai', 'platform.claude.com', '~/.claude'],
  npm: ['npm error', 'npm err', 'npm notice', 'npm login', 'npm publish', '.npmrc'],
  pnpm: ['pnpm', 'ERR_PNPM#'],
  yarn: ['yarn', '.yarnrc.yml', 'YN00#'],
  gh: ['gh auth', 'gh api', 'gh pr', 'gh repo', 'gh run', 'GitHub CLI', 'GH_TOKEN'],
  git: [
    'fatal authentication',
    'fatal could not',
    'fatal unable',
    'fatal failed',
    'remote',
    'git push',
    'git pull',
    'git fetch',
    'git clone',
    'git-credential-osxkeychain',
    'Credential Helper',
    'git@github.com',
    'git@gitlab.com',
  ],
  docker: ['docker', 'docker-credential#', 'credsStore', 'error storing credentials', 'error getting credentials'],
  aws: [
    'aws',
    'aws sso',
    '@aws-sdk',
    'botocore',
    'amazonaws.com',
    'awsapps.com',
    'CredentialsProviderError',
    'executable aws',
  ],
  'aws-vault': ['aws-vault'],
  gcloud: ['gcloud', 'google.auth', 'googleapis.com', 'oauth2.googleapis.com', 'executable gke-gcloud-auth-plugin'],
  azure: ['az login', 'AADSTS#', 'login.microsoftonline.com', 'azure', 'executable kubelogin', 'azure-cli'],
  kubectl: ['kubectl', 'kubeconfig', 'proxy_server.go', 'memcache.go', 'k8s.io'],
  onepassword: ['1password', 'op signin', '1Password CLI'],
  codesign: ['codesign', 'xcodebuild', 'CodeSign'],
  notarytool: ['notarytool'],
  fastlane: ['fastlane', 'spaceauth', 'MATCH_PASSWORD'],
  vscode: ['vscode', 'VS Code', 'Visual Studio Code', 'code tunnel'],
  cursor: ['cursor-agent', 'Cursor Agent', 'agent login'],
  slack: ['slack'],
  firebase: ['firebase'],
  codex: ['codex'],
  gemini: ['gemini', 'Code Assist'],
  copilot: ['copilot'],
  glab: ['glab'],
  'aws-sso-cli': ['aws-sso'],
  saml2aws: ['saml2aws'],
  tart: ['tart login', 'tart pull', 'tart push'],
  buildkite: ['bk auth'],
  'buildkite-agent': ['buildkite-agent'],
  gws: ['gws auth', 'GOOGLE_WORKSPACE_CLI#'],
  supabase: ['supabase'],
  heroku: ['heroku'],
  doppler: ['doppler'],
  infisical: ['infisical'],
  linear: ['linear auth', 'LINEAR_API_KEY'],
  stripe: ['stripe'],
  antigravity: ['antigravity'],
  droid: ['FACTORY_API_KEY', 'droid exec'],
  kiro: ['kiro', 'kiro-cli', 'q login'],
  opencode: ['opencode'],
  amp: ['AMP_API_KEY', 'amp login'],
  wrangler: ['wrangler', 'CLOUDFLARE_API_TOKEN'],
  vercel: ['vercel'],
  netlify: ['netlify'],
  fly: ['flyctl', 'fly auth'],
  vault: ['VAULT_TOKEN', 'VAULT_ADDR', 'vault login'],
  terraform: ['terraform'],
  pulumi: ['pulumi'],
  twilio: ['twilio'],
  huggingface: ['Hugging Face', 'huggingface', 'HF_TOKEN'],
  sentry: ['sentry-cli', 'SENTRY_AUTH_TOKEN'],
  gpg: ['gpg', 'pinentry-mac'],
};

/** Lines that say whose they are and tell of no trouble: they do not make the lines beside them that tool’s. */
const quiet: ReadonlySet<string> = new Set(['npm notice']);

/** Another program’s troubles in a tool's log: a server that it talks to, not the login that it has itself. */
const others = ['mcp', 'mcp server', 'MCP error', 'mcp-remote', 'language server', 'lsp'];

const partsOf = (texts: readonly string[]) =>
  texts.map((text) => ({
    parts: [comparableText(text).letters],
    goesOn: text.endsWith('#'),
    isQuiet: quiet.has(text),
  }));

/** Made for the first text that is looked at. */
let madeMarks: readonly { readonly tool: string; readonly words: ReturnType<typeof partsOf> }[] | null = null;
const marksOfTools = () => {
  madeMarks ??= Object.entries(marks).map(([tool, texts]) => ({ tool, words: partsOf(texts) }));
  return madeMarks;
};
let madeOthers: ReturnType<typeof partsOf> | null = null;

export interface Subjects {
  /** The tools that a statement names; those of the whole text where it names none. */
  toolsOf(statement: number): readonly string[];
  isOther(statement: number): boolean;
}

/** Whose lines these are. */
export const subjectsIn = (text: ComparableText): Subjects => {
  const named = new Map<number, Set<string>>();
  const everywhere = new Set<string>();
  for (const { tool, words } of marksOfTools()) {
    for (const one of words) {
      for (const { start } of findWords(text, one)) {
        const statement = statementAt(text, start);
        const tools = named.get(statement) ?? new Set();
        named.set(statement, tools.add(tool));
        if (!one.isQuiet) everywhere.add(tool);
      }
    }
  }
  madeOthers ??= partsOf(others);
  const foreign = new Set(
    madeOthers.flatMap((one) => findWords(text, one).map(({ start }) => statementAt(text, start))),
  );
  return {
    toolsOf: (statement) => [...(named.get(statement) ?? (everywhere.size <= 2 ? everywhere : []))],
    isOther: (statement) => foreign.has(statement),
  };
};
