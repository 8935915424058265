import { signInCommands } from '../credentials/signing-in';
import { quoteForShell } from '../text/quote-for-shell';
import type { CauseId } from './causes/causes';
import type { StoredCredential } from './facts';
import { type Context, concerned, knownFact } from './question';

/** Which login a command means where a tool has several, by what Latchkey calls it. */
const naming: Readonly<Record<string, (login: StoredCredential) => string | null>> = {
  aws: ({ profile }) => (profile === undefined ? null : `--profile ${quoteForShell(profile)}`),
  gh: ({ account }) => hostOption('--hostname', account?.split('@').at(-1), null),
  docker: ({ account }) => (account === undefined || account === 'index.docker.io' ? null : quoteForShell(account)),
  npm: ({ account }) => hostOption('--registry', account, 'registry.npmjs.org'),
  pnpm: ({ account }) => hostOption('--registry', account, 'registry.npmjs.org'),
};

const hostOption = (option: string, host: string | undefined, usual: string | null): string | null => {
  if (host === undefined || host === usual || !/^[\w.-]+(?::\d+)?$/.test(host)) return null;
  return `${option} ${option === '--registry' ? `https://${host}` : host}`;
};

/**
 * The command that signs in to the tool that a cause is about, with its profile or host; null where no single one does it, or
 * where nobody knows which tool it is about.
 */
export const signInCommand = (cause: CauseId, context: Context): string | null => {
  const login = loginOf(cause, context);
  const tool = context.tools?.length === 1 ? context.tools[0] : login?.tool;
  // kubectl signs in to nothing itself: what it asks does.
  const asked = login?.profile !== undefined ? 'aws' : tool;
  if (asked === undefined) return null;
  const command = isAwsLogin(asked, context) ? 'aws login' : signInCommands[asked];
  if (command === undefined) return null;
  const name = login === undefined || (login.tool !== asked && asked !== 'aws') ? null : naming[asked]?.(login);
  return name === null || name === undefined ? command : `${command} ${name}`;
};

const isAwsLogin = (tool: string, { facts: { message } }: Context): boolean =>
  tool === 'aws' && message?.kind === 'recognised' && message.id === 'aws-login-expired';

const statuses: { readonly [Cause in CauseId]?: StoredCredential['status'] } = {
  'login-expired': 'expired',
  'signed-out': 'signed-out',
};

/** The one login that it is about; undefined where several are, or none. */
const loginOf = (cause: CauseId, context: Context): StoredCredential | undefined => {
  const status = statuses[cause];
  const known = knownFact(context.facts, 'credentials');
  if (known.kind === 'not-measured' || (status !== 'expired' && context.tools === null)) return undefined;
  const rows = concerned(context, known.value);
  const own = status === undefined ? rows : rows.filter((row) => row.status === status);
  const tools = new Set(own.map(({ profile, tool }) => profile ?? tool));
  return tools.size === 1 && (own.length === 1 || own[0]?.profile !== undefined) ? own[0] : toolOnly(own);
};

/** Several logins of one tool: the tool is known, and not which of them. */
const toolOnly = (rows: readonly StoredCredential[]): StoredCredential | undefined => {
  const [first] = rows;
  if (!first || rows.some(({ tool }) => tool !== first.tool)) return undefined;
  const { account: _, profile: __, ...rest } = first;
  return rest;
};
