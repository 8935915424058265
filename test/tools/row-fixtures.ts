import type { PlainRowId } from './canaries';
import type { HostileFixture } from './hostile-fixtures';
import { canary } from './one-keychain';
import { database, json, type ReadFile, text } from './read-files';

const home = '/Users/alice';
const support = `${home}/Library/Application Support`;
const oneFile = (path: string, file: ReadFile) => (): HostileFixture => ({ files: { [path]: file } });
const beside = (path: string) => (): HostileFixture => ({ files: {}, beside: { [path]: 'x' } });

/** What each tool that is a row reads; of some only their being there is asked for. */
export const rowFixtures: Readonly<Record<PlainRowId, () => HostileFixture>> = {
  wrangler: oneFile(
    `${home}/Library/Preferences/.wrangler/config/default.toml`,
    text(`oauth_token = "${canary}"\n`, 'oauth_token = "', 'oauth_token = 5'),
  ),
  vercel: oneFile(`${support}/com.vercel.cli/auth.json`, json({ token: canary }, '{"token":5}')),
  'buildkite-agent': oneFile(`${home}/.buildkite-agent/buildkite-agent.cfg`, text(`token="${canary}"\n`, null)),
  netlify: oneFile(
    `${home}/Library/Preferences/netlify/config.json`,
    json({ users: { u: { auth: { token: canary } } } }, '{"users":5}', '{"users":{"u":{"auth":5}}}'),
  ),
  fly: oneFile(
    `${home}/.fly/config.yml`,
    text(`access_token: "${canary}"\n`, 'access_token: "f', '- x', 'access_token: [1]'),
  ),
  vault: () => ({
    files: {
      [`${home}/.vault`]: text('# nothing\n', null),
      [`${home}/.vault-token`]: text(canary, null),
    },
  }),
  terraform: () => ({
    files: {
      [`${home}/.terraformrc`]: text('plugin_cache_dir = "x"\n', null),
      [`${home}/.terraform.d/credentials.tfrc.json`]: json(
        { credentials: { 'app.terraform.io': { token: canary } } },
        '{"credentials":5}',
        '{"credentials":{"a":5}}',
      ),
    },
  }),
  pulumi: oneFile(
    `${home}/.pulumi/credentials.json`,
    json({ accessTokens: { 'https://api.pulumi.com': canary } }, '{"accessTokens":5}', '{"accessTokens":{"a":5}}'),
  ),
  twilio: oneFile(
    `${home}/.twilio-cli/config.json`,
    json({ profiles: { a: { apiKey: canary } } }, '{"profiles":5}', '{"profiles":{"a":{"apiKey":5}}}'),
  ),
  huggingface: oneFile(`${home}/.cache/huggingface/token`, text(canary, null)),
  sentry: oneFile(`${home}/.sentryclirc`, text(`[auth]\ntoken=${canary}\n`, null)),
  glab: oneFile(
    `${home}/.config/glab-cli/config.yml`,
    text(`hosts:\n  gitlab.com:\n    token: "${canary}"\n`, 'hosts:\n  gitlab.com:\n    token: "g', '- x', 'hosts: x'),
  ),
  'aws-sso-cli': beside('~/.aws-sso/secure/x'),
  saml2aws: oneFile(
    `${home}/.saml2aws`,
    text('[default]\nurl = https://id.example.com\nusername = alice\n', '[defa', '{"a": 1}'),
  ),
  tart: beside('~/.tart/vms/x'),
  buildkite: beside('~/.config/bk.yaml'),
  gws: beside('~/.config/gws/credentials.enc'),
  supabase: oneFile(`${home}/.supabase/access-token`, text(canary, null)),
  heroku: () => ({
    files: { [`${home}/.netrc`]: text(`machine api.heroku.com\n  password ${canary}\n`, null) },
    beside: { '/opt/homebrew/bin/heroku': '' },
  }),
  doppler: oneFile(
    `${home}/.doppler/.doppler.yaml`,
    text(`scoped:\n  /:\n    token: "${canary}"\n`, 'scoped:\n  /:\n    token: "d', '- x', 'scoped: x'),
  ),
  infisical: beside('~/.infisical/infisical-config.json'),
  linear: oneFile(
    `${home}/.config/linear/credentials.toml`,
    text('acme = "lin_api_x"\n', 'acme = "lin_', 'workspaces = 5'),
  ),
  stripe: oneFile(
    `${home}/.config/stripe/config.toml`,
    text(`[default]\ntest_mode_api_key = "${canary}"\n`, '[default', '[default]\ntest_mode_api_key = 5\n'),
  ),
  gpg: beside('~/.gnupg/gpg-agent.conf'),
  antigravity: beside('~/.gemini/antigravity-cli/antigravity-oauth-token'),
  droid: beside('~/.factory/auth.v2.file'),
  kiro: oneFile(
    `${support}/kiro-cli/data.sqlite3`,
    database(
      'CREATE TABLE auth_kv (key TEXT PRIMARY KEY, value TEXT)',
      `INSERT INTO auth_kv VALUES ('kirocli:odic:token', '{"access_token":"${canary}"}')`,
    ),
  ),
  opencode: oneFile(
    `${home}/.local/share/opencode/auth.json`,
    json({ anthropic: { type: 'oauth', access: canary } }, '{"a":5}', '{"a":{"key":5}}'),
  ),
  amp: oneFile(`${home}/.local/share/amp/secrets.json`, json({ 'apiKey@https://ampcode.com/': canary }, '{"a":5}')),
};
