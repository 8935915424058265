import { canary } from '../one-keychain';
import {
  absent,
  home,
  program,
  row,
  rowTable,
  signedOut,
  survives,
  survivesUntil,
  unreadable,
  untold,
  variable,
} from './row-verdicts';
import type { StoreTable } from './store-row';

const one = (path: string, content: unknown) => ({ files: { [`${home}/${path}`]: content as string } });

const agentFile = '.buildkite-agent/buildkite-agent.cfg';
const buildkiteAgent = rowTable('buildkite-agent', [
  row('nothing of it', {}, absent),
  row('the program alone', program('buildkite-agent'), signedOut(null)),
  row('its own folder', one(agentFile, `token="${canary}"\n`), survives(null)),
  row(
    'Homebrew’s',
    { files: { '/opt/homebrew/etc/buildkite-agent/buildkite-agent.cfg': `token=${canary}\n` } },
    survives(null),
  ),
  row(
    'Homebrew’s on Intel',
    { files: { '/usr/local/etc/buildkite-agent/buildkite-agent.cfg': `token=${canary}\n` } },
    survives(null),
  ),
  row(
    'another place',
    { ...one('agent.cfg', `token=${canary}\n`), environment: { BUILDKITE_AGENT_CONFIG: `${home}/agent.cfg` } },
    survives(null),
  ),
  row('a configuration without a token', one(agentFile, 'token=""\nname="a"\n'), signedOut(null)),
  row('the variable', { environment: { BUILDKITE_AGENT_TOKEN: canary } }, variable(null)),
]);

const netlifyFile = 'Library/Preferences/netlify/config.json';
const netlify = rowTable('netlify', [
  row('nothing of it', {}, absent),
  row('the program alone', program('netlify'), signedOut(null)),
  row(
    'the file',
    one(netlifyFile, { users: { u: { email: 'a@b.c', auth: { token: canary } } } }),
    survives(null, 'a@b.c'),
  ),
  row(
    'a user without an address',
    one(netlifyFile, { users: { u: { auth: { token: canary } } } }),
    survives(null, 'u'),
  ),
  row('a user without a token', one(netlifyFile, { users: { u: { auth: {} } } }), signedOut(null)),
  row('settings of telemetry only', one(netlifyFile, { telemetryDisabled: true }), signedOut(null)),
  row('a file cut short', one(netlifyFile, '{'), unreadable()),
  row('the variable', { environment: { NETLIFY_AUTH_TOKEN: canary } }, variable(null)),
]);

const flySays = "Error: No access token available. Please login with 'flyctl auth login'";
const fly = rowTable('fly', [
  row('nothing of it', {}, absent),
  row('the program alone', program('flyctl'), signedOut(flySays)),
  row('its short name', program('fly'), signedOut(flySays)),
  row('the file', one('.fly/config.yml', `access_token: ${canary}\n`), survives(flySays)),
  row(
    'another folder',
    { ...one('fly2/config.yml', `access_token: ${canary}\n`), environment: { FLY_CONFIG_DIR: `${home}/fly2` } },
    survives(flySays),
  ),
  row('a file without a token', one('.fly/config.yml', 'last_login: 2026-01-01\n'), signedOut(flySays)),
  row('a token of the wrong kind', one('.fly/config.yml', 'access_token: [1]\n'), unreadable()),
  row('a variable', { environment: { FLY_API_TOKEN: canary } }, variable(flySays)),
  row('the other variable', { environment: { FLY_ACCESS_TOKEN: canary } }, variable(flySays)),
]);

const pulumiSays = 'error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions';
const pulumiFile = (token: unknown) => ({ accessTokens: { 'https://api.pulumi.com': token } });
const pulumi = rowTable('pulumi', [
  row('nothing of it', {}, absent),
  row('its program, which works without a login', program('pulumi'), absent),
  row('the file', one('.pulumi/credentials.json', pulumiFile(canary)), survives(pulumiSays, 'https://api.pulumi.com')),
  row(
    'another folder',
    { ...one('p/credentials.json', pulumiFile(canary)), environment: { PULUMI_HOME: `${home}/p` } },
    survives(pulumiSays, 'https://api.pulumi.com'),
  ),
  row(
    'a backend in a file',
    one('.pulumi/credentials.json', { current: 'file://~', accessTokens: { 'file://~': '' } }),
    signedOut(pulumiSays),
  ),
  row(
    'a token of the wrong kind',
    one('.pulumi/credentials.json', pulumiFile(5)),
    unreadable('https://api.pulumi.com'),
  ),
  row('the variable', { environment: { PULUMI_ACCESS_TOKEN: canary } }, variable(pulumiSays)),
]);

const twilioFile = '.twilio-cli/config.json';
const twilio = rowTable('twilio', [
  row('nothing of it', {}, absent),
  row('the program alone', program('twilio'), signedOut(null)),
  row('the file', one(twilioFile, { profiles: { work: { apiKey: 'SK', apiSecret: canary } } }), survives(null, 'work')),
  row('no profile', one(twilioFile, { profiles: {} }), signedOut(null)),
  row('profiles of the wrong kind', one(twilioFile, { profiles: 5 }), unreadable()),
  row('the variable', { environment: { TWILIO_AUTH_TOKEN: canary } }, variable(null)),
]);

const faceSays = 'but no token found. You need to provide a token or be logged in to Hugging Face';
const huggingface = rowTable('huggingface', [
  row('nothing of it', {}, absent),
  row('its program, which works without a login', program('hf'), absent),
  row('the token', one('.cache/huggingface/token', canary), survives(faceSays)),
  row('another folder', { ...one('hf/token', canary), environment: { HF_HOME: `${home}/hf` } }, survives(faceSays)),
  row(
    'another file',
    { ...one('t', canary), environment: { HF_TOKEN_PATH: `${home}/t`, HF_HOME: `${home}/hf` } },
    survives(faceSays),
  ),
  row('an empty token', one('.cache/huggingface/token', ''), signedOut(faceSays)),
  row('the variable', { environment: { HF_TOKEN: canary } }, variable(faceSays)),
]);

const sentrySays = 'Auth token is required for this request.';
const sentry = rowTable('sentry', [
  row('nothing of it', {}, absent),
  row('the program alone', program('sentry-cli'), signedOut(sentrySays)),
  row('the file', one('.sentryclirc', `[auth]\ntoken=${canary}\n`), survives(sentrySays)),
  row('a file without a token', one('.sentryclirc', '[defaults]\norg=acme\n'), signedOut(sentrySays)),
  row('the newer program’s database', one('.sentry/cli.db', 'x'), untold(sentrySays)),
  row(
    'both',
    { files: { ...one('.sentry/cli.db', 'x').files, ...one('.sentryclirc', `token=${canary}\n`).files } },
    survives(sentrySays),
  ),
  row('the variable', { environment: { SENTRY_AUTH_TOKEN: canary } }, variable(sentrySays)),
]);

const opencodeFile = '.local/share/opencode/auth.json';
const end = Date.parse('2026-09-10T13:00:00.000Z');
const opencode = rowTable('opencode', [
  row('nothing of it', {}, absent),
  row('the program alone', program('opencode'), signedOut(null)),
  row('a key', one(opencodeFile, { openai: { type: 'api', key: canary } }), survives(null, 'openai')),
  row(
    'a login that renews itself',
    one(opencodeFile, { anthropic: { type: 'oauth', access: canary, refresh: canary, expires: end } }),
    survivesUntil(null, 'valid', '2026-09-10T13:00:00.000Z renewed', 'anthropic'),
  ),
  row('an end that is a text', one(opencodeFile, { a: { access: canary, expires: '5' } }), unreadable('a')),
  row(
    'another folder',
    { ...one('x/opencode/auth.json', { openai: { key: canary } }), environment: { XDG_DATA_HOME: `${home}/x` } },
    survives(null, 'openai'),
  ),
  row('no login', one(opencodeFile, {}), signedOut(null)),
  row('the variable', { environment: { OPENCODE_AUTH_CONTENT: canary } }, variable(null)),
]);

const ampSays = 'No API key found. Starting login flow...';
const ampFile = '.local/share/amp/secrets.json';
const amp = rowTable('amp', [
  row('nothing of it', {}, absent),
  row('the program alone', program('amp'), signedOut(ampSays)),
  row('the key', one(ampFile, { 'apiKey@https://ampcode.com/': canary }), survives(ampSays)),
  row('an empty file', one(ampFile, {}), signedOut(ampSays)),
  row('a key of the wrong kind', one(ampFile, { a: 5 }), unreadable()),
  row('the variable', { environment: { AMP_API_KEY: canary } }, variable(ampSays)),
]);

export const plainRowStores: readonly StoreTable[] = [
  ...[buildkiteAgent, netlify, fly, pulumi, twilio, huggingface, sentry, opencode, amp],
];
