import { type FileFormat, isCheap } from '../../../electron/tools/common/file-format';
import { fileFormats } from '../../../electron/tools/file-formats';
import { agentLogins } from '../../tools/agent-logins';
import { cloudLogins } from '../../tools/cloud-logins';
import { deskLogins } from '../../tools/desk-logins';
import { furtherFixtures, type HostileFixture, hostileFixtures } from '../../tools/hostile-fixtures';
import type { ToolLogins } from '../../tools/logins';
import { rowLogins } from '../../tools/row-logins';
import { sqliteDatabase } from '../../tools/sqlite-database';
import { throwAwayCertificate } from '../../tools/throw-away-certificate';
import { momentsIn, ofBytes, type Parser } from '../parser';

/** Which of the fixtures' files are of a format, by their paths. */
const filesOf: Readonly<Record<string, RegExp>> = {
  'fastlane-session': /\/cookie$/,
  'aws-sso-token': /sso\/cache\//,
  'aws-login-token': /login\/cache\//,
  'aws-role': /cli\/cache\//,
  'aws-config': /\.aws\/config$/,
  'aws-credentials': /\.aws\/credentials$/,
  'azure-cache': /msal_token_cache\.json$/,
  'azure-principals': /service_principal_entries\.json$/,
  'azure-config': /\.azure\/config$/,
  'anthropic-profile-name': /anthropic\/active_config$/,
  'anthropic-profile': /anthropic\/configs\//,
  'claude-code-account': /\.claude\.json$|\.config\.json$/,
  'claude-code-login': /\.credentials\.json$/,
  'claude-code-settings': /settings(?:\.local)?\.json$|managed-settings/,
  'claude-code-preferences': /claudecode\.plist$/,
  'ssh-config': /\.ssh\/config$/,
  'docker-config': /\.docker\/config\.json$/,
  'codex-config': /\.codex\/config\.toml$/,
  'codex-auth': /\.codex\/auth\.json$/,
  'copilot-settings': /\.copilot\//,
  'copilot-editor-users': /github-copilot\/apps\.json$/,
  'cursor-config': /cli-config\.json$/,
  'gh-hosts': /hosts\.yml$/,
  'git-config': /gitconfig|git\/config$/,
  'git-store': /git-credentials$|git\/credentials$/,
  'gcloud-default': /application_default_credentials\.json$/,
  'gemini-login': /oauth_creds\.json$/,
  'gemini-settings': /\.gemini\/settings\.json$/,
  'gemini-account': /google_accounts\.json$/,
  'gemini-dotenv': /\.gemini\/\.env$/,
  kubeconfig: /\.kube\/config$/,
  npmrc: /npmrc$|pnpm\/(?:auth\.ini|rc)$/,
  yarnrc: /\.yarnrc\.yml$/,
  'pnpm-config': /pnpm\/config\.yaml$/,
  'onepassword-config': /op\/config$/,
};

/** What no fixture has as a text. */
const madeOf: Readonly<Record<string, () => readonly Buffer[]>> = {
  'claude-code-manifest': () => [Buffer.from('{"name":"@anthropic-ai/claude-code","version":"2.1.240"}')],
  certificate: () =>
    ['client', 'alice'].map((name) =>
      Buffer.from(throwAwayCertificate({ name, startsAt: Date.UTC(2026, 0, 1), endsAt: Date.UTC(2027, 0, 1) })),
    ),
  'gcloud-accounts': () => databases('credentials.db'),
  'gcloud-tokens': () => databases('access_tokens.db'),
};

const databases = (name: string): readonly Buffer[] => {
  const { databases: all = {} } = cloudLogins.gcloud as ToolLogins;
  const statements = Object.entries(all).find(([path]) => path.endsWith(name))?.[1] ?? [];
  const [create = ''] = statements;
  const columns = create.includes('token_expiry')
    ? "account_id, access_token, token_expiry) SELECT 'user' || x || '@example.com', hex(randomblob(900)), '2026-09-10 16:00:00'"
    : "account_id, value) SELECT 'user' || x || '@example.com', hex(randomblob(900))";
  const table = create.includes('token_expiry') ? 'access_tokens' : 'credentials';
  // Enough rows for a tree of pages, and long enough for overflowing ones.
  const many = `WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 60) INSERT INTO ${table} (${columns} FROM n`;
  return [sqliteDatabase(statements), sqliteDatabase([create, many])];
};

const written = (content: unknown): Buffer | null => {
  if (Buffer.isBuffer(content)) return content;
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return text === '' ? null : Buffer.from(text);
};

/** By path, every file of the fixtures: whole, cut and wrong. */
const fixtures = (): readonly (readonly [path: string, content: Buffer])[] => {
  const logins: readonly ToolLogins[] = [deskLogins, cloudLogins, agentLogins].flatMap((some) => Object.values(some));
  const plain = logins.flatMap(({ files = {} }) => Object.entries(files));
  const hostile = [...Object.values(hostileFixtures), ...furtherFixtures.map(([, made]) => made)].flatMap((made) =>
    Object.entries(made().files).flatMap(([path, { whole, wrong }]) =>
      [whole, ...wrong].map((one) => [path, one] as const),
    ),
  );
  return [...plain, ...hostile].flatMap(([path, content]) => {
    const bytes = written(content);
    return bytes === null ? [] : [[path, bytes] as const];
  });
};

let known: ReturnType<typeof fixtures> | null = null;

/** Of a tool that is a row, everything that it reads: whichever of its formats that is. */
const samplesOfRow = (tool: string): readonly Buffer[] => {
  const hostile: Readonly<Record<string, () => HostileFixture>> = hostileFixtures;
  const logins: Readonly<Record<string, ToolLogins>> = { ...deskLogins, ...cloudLogins, ...agentLogins, ...rowLogins };
  return [
    ...Object.values(hostile[tool]?.().files ?? {}).flatMap(({ whole, wrong }) => [whole, ...wrong]),
    ...Object.values(logins[tool]?.files ?? {}),
  ].flatMap((content) => written(content) ?? []);
};

const samplesOf = (name: string): readonly Buffer[] => {
  const made = madeOf[name];
  if (made) return made();
  const [, tool] = /^row-(.+)-\d+$/.exec(name) ?? [];
  if (tool !== undefined) return samplesOfRow(tool);
  known ??= fixtures();
  const path = filesOf[name];
  return known.flatMap(([one, content]) => (path?.test(one) ? [content] : []));
};

/** Whatever is told as a moment stands in the file. Of a JSON Web Token it stands in its middle part. */
const judgeMoments = (read: unknown, content: Buffer): string | null => {
  const text = content.toString('utf8');
  const tokens = [...text.matchAll(/\.([^."]{10,})\./g)].map(([, part = '']) =>
    Buffer.from(part, 'base64url').toString(),
  );
  const told = momentsOf(read);
  if (told.length === 0) return null;
  const all = momentsIn([text, ...tokens].join('\n'));
  const madeUp = told.find((moment) => !all.has(moment));
  return madeUp === undefined || text.includes('\\u')
    ? null
    : `${new Date(madeUp).toISOString()} does not stand in it.`;
};

const momentsOf = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return value > 1e11 ? [value] : [];
  if (value instanceof Map) return [...value.values()].flatMap(momentsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(momentsOf) : [];
};

/** Their moments are reckoned and not written: from the beginning and a length, or in ASN.1. */
const reckoned = ['fastlane-session', 'certificate'];

/** `YYMMDDhhmmssZ`, as a certificate has it. */
const judgeCertificate = (read: unknown, content: Buffer): string | null => {
  const [endsAt] = momentsOf(read);
  if (endsAt === undefined) return null;
  const digits = new Date(endsAt).toISOString().slice(2, 19).replace(/[-T:]/g, '');
  const body = content.toString('latin1').replace(/-----[^-]*-----/g, '');
  const bytes = Buffer.from(body, 'base64').toString('latin1');
  return bytes.includes(digits) || content.includes(digits) ? null : `${digits} does not stand in it.`;
};

const ofFormat = (format: FileFormat<unknown>): Parser => {
  const judge = format.name === 'certificate' ? judgeCertificate : reckoned.includes(format.name) ? null : judgeMoments;
  return {
    ...ofBytes(
      (content) => format.parse(content, '/Users/alice/file'),
      () => samplesOf(format.name),
      {
        ...(judge ? { judge } : {}),
        longest: Math.min(format.largestBytes, 512 * 1024),
        name: `format ${format.name}`,
      },
    ),
    isReadHere: (content: Buffer) => isCheap(format, content),
  };
};

/** The files of the tools, each by its format; what is long goes to a worker. */
export const filesOfTools: readonly Parser[] = fileFormats.map(ofFormat);
