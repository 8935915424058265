import { type PlainRowId, secretOf } from './canaries';
import { genericItem, internetItem, type ToolLogins } from './logins';

const secret = (id: PlainRowId): string => secretOf(id, 'secret');
const item = (id: PlainRowId, service: string, account: string) => genericItem(service, account, secret(id));
/** With its program, which shows that it is here where no keychain can be listed. */
const inItem = (id: PlainRowId, service: string, account: string, program: string): ToolLogins => ({
  files: { [`/opt/homebrew/bin/${program}`]: '' },
  items: [item(id, service, account)],
});
const inFile = (id: PlainRowId, path: string, contentOf: (secret: string) => string | object): ToolLogins => ({
  files: { [path]: contentOf(secret(id)) },
});

/** Of each tool that is a row what it has stored. */
export const rowLogins: Readonly<Record<PlainRowId, ToolLogins>> = {
  wrangler: inFile('wrangler', '~/Library/Preferences/.wrangler/config/default.toml', (token) =>
    [`oauth_token = "${token}"`, 'expiration_time = "2026-09-10T13:00:00.000Z"', `refresh_token = "${token}"`, ''].join(
      '\n',
    ),
  ),
  vercel: inFile('vercel', '~/Library/Application Support/com.vercel.cli/auth.json', (token) => ({ token })),
  'buildkite-agent': inFile(
    'buildkite-agent',
    '~/.buildkite-agent/buildkite-agent.cfg',
    (token) => `token="${token}"\n`,
  ),
  netlify: inFile('netlify', '~/Library/Preferences/netlify/config.json', (token) => ({
    userId: 'u1',
    users: { u1: { id: 'u1', email: 'alice@example.com', auth: { token } } },
  })),
  fly: inFile('fly', '~/.fly/config.yml', (token) => `access_token: ${token}\n`),
  vault: inFile('vault', '~/.vault-token', (token) => token),
  terraform: inFile('terraform', '~/.terraform.d/credentials.tfrc.json', (token) => ({
    credentials: { 'app.terraform.io': { token } },
  })),
  pulumi: inFile('pulumi', '~/.pulumi/credentials.json', (token) => ({
    current: 'https://api.pulumi.com',
    accessTokens: { 'https://api.pulumi.com': token },
  })),
  twilio: inFile('twilio', '~/.twilio-cli/config.json', (apiSecret) => ({
    profiles: { work: { accountSid: 'AC1', apiKey: 'SK1', apiSecret } },
  })),
  huggingface: inFile('huggingface', '~/.cache/huggingface/token', (token) => token),
  sentry: inFile('sentry', '~/.sentryclirc', (token) => `[auth]\ntoken=${token}\n`),
  glab: inFile('glab', '~/.config/glab-cli/config.yml', (token) => `hosts:\n  gitlab.com:\n    token: ${token}\n`),
  'aws-sso-cli': inItem('aws-sso-cli', 'aws-sso-cli', 'aws-sso-cli-records', 'aws-sso'),
  saml2aws: {
    files: { '~/.saml2aws': '[default]\nurl = https://id.example.com\nusername = alice@example.com\n' },
    items: [item('saml2aws', 'https://id.example.com', 'alice@example.com')],
  },
  tart: { files: { '/opt/homebrew/bin/tart': '' }, items: [internetItem('ghcr.io', 'octocat', secret('tart'))] },
  buildkite: inItem('buildkite', 'buildkite-cli', 'acme', 'bk'),
  gws: { files: { '~/.config/gws/credentials.enc': 'x' }, items: [item('gws', 'gws-cli', 'alice')] },
  supabase: inItem('supabase', 'Supabase CLI', 'supabase', 'supabase'),
  heroku: inItem('heroku', 'heroku-cli', 'alice@example.com', 'heroku'),
  doppler: inFile('doppler', '~/.doppler/.doppler.yaml', (token) => `scoped:\n  /:\n    token: ${token}\n`),
  infisical: inItem('infisical', 'infisical-cli', 'alice@example.com', 'infisical'),
  linear: {
    files: { '~/.config/linear/credentials.toml': 'default = "acme"\nworkspaces = ["acme"]\n' },
    items: [item('linear', 'linear-cli', 'acme')],
  },
  stripe: {
    files: { '~/.config/stripe/config.toml': `[default]\ntest_mode_api_key = "${secret('stripe')}"\n` },
    items: [item('stripe', 'Stripe CLI', 'default.live_mode_api_key')],
  },
  gpg: { items: [item('gpg', 'GnuPG', '0123456789ABCDEF')] },
  antigravity: inItem('antigravity', 'gemini', 'antigravity', 'agy'),
  droid: {
    files: { '~/.factory/auth.v2.loginkeychain': 'x' },
    items: [item('droid', 'Factory CLI', 'auth-encryption-key-security-cli')],
  },
  kiro: {
    files: { '/opt/homebrew/bin/kiro-cli': '' },
    databases: {
      '~/Library/Application Support/kiro-cli/data.sqlite3': [
        'CREATE TABLE auth_kv (key TEXT PRIMARY KEY, value TEXT)',
        `INSERT INTO auth_kv VALUES ('kirocli:odic:token', '{"access_token":"${secret('kiro')}"}')`,
      ],
    },
  },
  opencode: inFile('opencode', '~/.local/share/opencode/auth.json', (key) => ({ openai: { type: 'api', key } })),
  amp: inFile('amp', '~/.local/share/amp/secrets.json', (key) => ({ 'apiKey@https://ampcode.com/': key })),
};
