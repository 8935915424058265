import type { HostFacts } from '../../../core/diagnosis/host-facts';

/** npm's own, where Claude Code is published. */
export const npmRegistryHost = 'registry.npmjs.org';

/** A host that the checks may talk to, and the page that they ask it for. */
export interface PublicHost {
  readonly host: string;
  readonly role: HostFacts['role'];
  /** The tools that need it, as in the credentials. */
  readonly tools: readonly string[];
  readonly path: string;
}

/**
 * All that the network checks ever talk to. Each page is public and is asked for with GET and without any credential.
 *
 * - Claude Code: its documentation's list of hosts (code.claude.com/docs/en/network-config). console.anthropic.com has
 *   moved to platform.claude.com and status.anthropic.com to status.claude.com.
 * - A role of `status` is a status page by Atlassian Statuspage: `/api/v2/status.json`.
 */
export const publicHosts: readonly PublicHost[] = [
  { host: 'api.anthropic.com', role: 'api', tools: ['claude-code'], path: '/' },
  { host: 'claude.ai', role: 'login', tools: ['claude-code'], path: '/' },
  { host: 'platform.claude.com', role: 'login', tools: ['claude-code'], path: '/' },
  { host: 'github.com', role: 'login', tools: ['gh', 'git', 'copilot'], path: '/robots.txt' },
  { host: 'api.github.com', role: 'api', tools: ['gh', 'copilot'], path: '/zen' },
  { host: 'auth.docker.io', role: 'login', tools: ['docker'], path: '/' },
  { host: 'chatgpt.com', role: 'api', tools: ['codex'], path: '/robots.txt' },
  { host: 'auth.openai.com', role: 'login', tools: ['codex'], path: '/' },
  { host: npmRegistryHost, role: 'registry', tools: ['npm', 'pnpm', 'yarn'], path: '/-/ping' },
];

export interface StatusPage {
  readonly host: string;
  readonly service: string;
  readonly tools: readonly string[];
}

export const statusPath = '/api/v2/status.json';

const statusPages: readonly StatusPage[] = [
  { host: 'status.claude.com', service: 'Claude', tools: ['claude-code'] },
  { host: 'www.githubstatus.com', service: 'GitHub', tools: ['gh', 'git', 'copilot'] },
  { host: 'status.npmjs.org', service: 'npm', tools: ['npm', 'pnpm', 'yarn'] },
];

/** Where the newest version of Claude Code is told: its tags, a few bytes. */
export const newestVersion = {
  host: npmRegistryHost,
  path: '/-/package/@anthropic-ai%2Fclaude-code/dist-tags',
} as const;

/** Where releases of Latchkey are published. */
export const releasesHost = 'github.com';

/** Whose clock this Mac's is held against. */
export const clockHost = { host: 'api.anthropic.com', role: 'api', tools: [], path: '/' } as const satisfies PublicHost;

/** What a tool needs; where nobody says which one, what Claude Code and GitHub do. Empty for a tool that is not in the table. */
export const hostsFor = (tool: string | null): readonly PublicHost[] => {
  const wanted = tool === null ? ['claude-code', 'gh'] : [tool];
  return publicHosts.filter(({ tools }) => tools.some((one) => wanted.includes(one)));
};

/** The status page of a tool's service, Claude's where nobody says which one; null where none is known. */
export const statusPageFor = (tool: string | null): StatusPage | null =>
  statusPages.find(({ tools }) => tools.includes(tool ?? 'claude-code')) ?? null;
