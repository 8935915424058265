interface KnownTool {
  readonly id: string;
  readonly name: string;
}

/** What people call a tool besides its identifier and its name: its program, mostly. */
const alsoCalled: Readonly<Record<string, string>> = {
  claude: 'claude-code',
  cc: 'claude-code',
  github: 'gh',
  'github-cli': 'gh',
  op: 'onepassword',
  '1password': 'onepassword',
  'aws-cli': 'aws',
  google: 'gcloud',
  az: 'azure',
  k8s: 'kubectl',
  kubernetes: 'kubectl',
  xcode: 'codesign',
  'xcode-signing': 'codesign',
  code: 'vscode',
  'vs-code': 'vscode',
  'cursor-agent': 'cursor',
  openai: 'codex',
  'github-copilot': 'copilot',
  credentials: 'git',
  gitlab: 'glab',
  bk: 'buildkite',
  agy: 'antigravity',
  factory: 'droid',
  q: 'kiro',
  'amazon-q': 'kiro',
  'kiro-cli': 'kiro',
  cloudflare: 'wrangler',
  flyctl: 'fly',
  hf: 'huggingface',
  gnupg: 'gpg',
};

const plain = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

/** The tool that somebody means by a word: its identifier, its name, its program's name or another that is usual. */
export const toolCalled = <Tool extends KnownTool>(tools: readonly Tool[], word: string): Tool | undefined => {
  const wanted = plain(word);
  const meant = Object.hasOwn(alsoCalled, wanted) ? alsoCalled[wanted] : wanted;
  return tools.find(({ id }) => id === wanted || id === meant) ?? tools.find(({ name }) => plain(name) === wanted);
};
