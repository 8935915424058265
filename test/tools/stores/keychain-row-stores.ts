import { canary, generic, internet } from '../one-keychain';
import {
  absent,
  breaks,
  either,
  fileOrItem,
  home,
  program,
  row,
  rowTable,
  signedOut,
  survives,
  survivesUntil,
  unreadable,
  unsearched,
  untold,
  variable,
} from './row-verdicts';
import type { StoreTable } from './store-row';

const glabFile = (host: string) => ({ [`${home}/.config/glab-cli/config.yml`]: `hosts:\n  gitlab.com:\n${host}` });
const glabSays = 'No token found (checked config file, keyring, and environment variables).';
const inKeyring = glabFile('    use_keyring: "true"\n    user: alice\n');
const glab = rowTable('glab', [
  row('nothing of it', {}, absent),
  row('the program alone', program('glab'), signedOut(glabSays)),
  row('a token in the file', { files: glabFile(`    token: ${canary}\n`) }, survives(glabSays, 'gitlab.com')),
  row(
    'a host whose item is there',
    { files: inKeyring, items: [generic('glab:gitlab.com', '')] },
    breaks(glabSays, 'gitlab.com'),
  ),
  row('a host whose item is not', { files: inKeyring }, signedOut(glabSays)),
  row(
    'a host, and keychains that cannot be searched',
    { files: inKeyring, faults: unsearched },
    untold(glabSays, 'gitlab.com'),
  ),
  row(
    'an item of another host',
    { files: inKeyring, items: [generic('glab:gitlab.example.com', '')] },
    signedOut(glabSays),
  ),
  row(
    'the folder of applications',
    {
      files: {
        [`${home}/Library/Application Support/glab-cli/config.yml`]: `hosts:\n  gitlab.com:\n    token: ${canary}\n`,
      },
    },
    survives(glabSays, 'gitlab.com'),
  ),
  row('hosts of the wrong kind', { files: { [`${home}/.config/glab-cli/config.yml`]: 'hosts: x\n' } }, unreadable()),
  row('a variable', { files: inKeyring, environment: { GITLAB_TOKEN: canary } }, variable(glabSays)),
]);

const ssoSays = 'Must run aws-sso login before running';
const ssoItem = generic('aws-sso-cli', 'aws-sso-cli-records');
const ssoFile = { [`${home}/.aws-sso/secure/x`]: canary };
const awsSso = rowTable('aws-sso-cli', [
  row('nothing of it', {}, absent),
  row('the program alone', program('aws-sso'), signedOut(ssoSays)),
  row('the item', { items: [ssoItem] }, breaks(ssoSays)),
  row('files', { files: ssoFile }, survives(ssoSays)),
  row('files in the other folder', { files: { [`${home}/.config/aws-sso/secure/x`]: canary } }, survives(ssoSays)),
  row('both', { files: ssoFile, items: [ssoItem] }, either(ssoSays)),
  row(
    'the program, and keychains that cannot be searched',
    { ...program('aws-sso'), faults: unsearched },
    untold(ssoSays),
  ),
]);

const samlFile = { [`${home}/.saml2aws`]: '[default]\nurl = https://id.example.com\nusername = a@b.c\n' };
const samlItem = generic('https://id.example.com', 'a@b.c');
const samlSays = 'User interaction is not allowed.';
const saml = rowTable('saml2aws', [
  row('nothing of it', {}, absent),
  row('the program alone', program('saml2aws'), signedOut(null)),
  row('an account whose item is there', { files: samlFile, items: [samlItem] }, breaks(samlSays, 'default')),
  row('an account whose item is not', { files: samlFile }, signedOut(null)),
  row('an item of another user', { files: samlFile, items: [generic('https://id.example.com', 'b')] }, signedOut(null)),
  row(
    'an account, and keychains that cannot be searched',
    { files: samlFile, faults: unsearched },
    untold(null, 'default'),
  ),
  row(
    'a keychain that is not to be used',
    { files: samlFile, items: [samlItem], environment: { SAML2AWS_DISABLE_KEYCHAIN: 'true' } },
    signedOut(null),
  ),
  row('a file that is none', { files: { [`${home}/.saml2aws`]: '{}' } }, unreadable()),
  row('the variable', { files: samlFile, environment: { SAML2AWS_PASSWORD: canary } }, variable(null)),
]);

const tartSays = 'Keychain returned unsuccessful status -25308';
const tart = rowTable('tart', [
  row('nothing of it', {}, absent),
  row('the program alone, other registries unseen', program('tart'), untold(null)),
  row('an item that may be Docker’s', { items: [internet('ghcr.io', 'octocat')] }, either(tartSays)),
  row('an item of another registry', { ...program('tart'), items: [internet('r.example.com', 'o')] }, untold(null)),
  row(
    'the program, and keychains that cannot be searched',
    { ...program('tart'), faults: [...unsearched, { tool: 'security', when: 'find-internet-password', exit: 77 }] },
    untold(null),
  ),
  row('the variable', { environment: { TART_REGISTRY_PASSWORD: canary } }, variable(null)),
]);

const bkSays = 'Error: OAuth login requires an available credential store';
const bkItem = generic('buildkite-cli', 'acme');
const buildkite = rowTable('buildkite', [
  row('nothing of it', {}, absent),
  row('the program alone', program('bk'), signedOut(bkSays)),
  row('the item', { items: [bkItem] }, breaks(bkSays, 'acme')),
  row(
    'the item, and no keyring',
    { ...program('bk'), items: [bkItem], environment: { BUILDKITE_NO_KEYRING: '1' } },
    signedOut(bkSays),
  ),
  row(
    'the item, in a job',
    { ...program('bk'), items: [bkItem], environment: { BUILDKITE: 'true' } },
    signedOut(bkSays),
  ),
  row('the program, and keychains that cannot be searched', { ...program('bk'), faults: unsearched }, untold(bkSays)),
  row('the variable', { items: [bkItem], environment: { BUILDKITE_API_TOKEN: canary } }, variable(bkSays)),
]);

const gwsFile = { [`${home}/.config/gws/credentials.enc`]: 'x' };
const gwsKey = generic('gws-cli', 'alice');
const gwsSays = 'Access denied. No credentials provided.';
const gwsLocked = 'Failed to decrypt credentials: Decryption failed.';
const gws = rowTable('gws', [
  row('nothing of it', {}, absent),
  row('the program alone', program('gws'), signedOut(gwsSays)),
  row('the file and its key', { files: gwsFile, items: [gwsKey] }, breaks(gwsLocked)),
  row('the file without its key', { files: gwsFile }, untold(gwsSays)),
  row('the key of another user', { files: gwsFile, items: [generic('gws-cli', 'bob')] }, untold(gwsSays)),
  row('the key without the file', { ...program('gws'), items: [gwsKey] }, signedOut(gwsSays)),
  row('the file, and keychains that cannot be searched', { files: gwsFile, faults: unsearched }, untold(gwsSays)),
  row(
    'a key in a file',
    { files: gwsFile, environment: { GOOGLE_WORKSPACE_CLI_KEYRING_BACKEND: 'file' } },
    survives(gwsSays),
  ),
  row('a variable', { files: gwsFile, environment: { GOOGLE_WORKSPACE_CLI_TOKEN: canary } }, variable(gwsSays)),
]);

const supabaseSays = 'Access token not provided. Supply an access token by running supabase login';
const supabaseFile = { [`${home}/.supabase/access-token`]: canary };
const supabaseItem = generic('Supabase CLI', 'supabase');
const supabase = rowTable('supabase', [
  row('nothing of it', {}, absent),
  row('the program alone', program('supabase'), signedOut(supabaseSays)),
  row('the item', { items: [supabaseItem] }, breaks(supabaseSays)),
  row('the item of an older version', { items: [generic('Supabase CLI', 'access-token')] }, breaks(supabaseSays)),
  row('the file', { files: supabaseFile }, survives(supabaseSays)),
  row('both', { files: supabaseFile, items: [supabaseItem] }, either(supabaseSays)),
  row('an empty file', { files: { [`${home}/.supabase/access-token`]: '' } }, signedOut(supabaseSays)),
  row(
    'the file, and keychains that cannot be searched',
    { files: supabaseFile, faults: unsearched },
    fileOrItem(supabaseSays),
  ),
  row(
    'the program, and keychains that cannot be searched',
    { ...program('supabase'), faults: unsearched },
    untold(supabaseSays),
  ),
  row(
    'the variable',
    { items: [supabaseItem], environment: { SUPABASE_ACCESS_TOKEN: canary } },
    variable(supabaseSays),
  ),
]);

const herokuSays = 'Error: not logged in';
const herokuLocked = 'Failed to retrieve token from macOS Keychain';
const herokuItem = generic('heroku-cli', 'a@b.c');
const netrc = { [`${home}/.netrc`]: `machine api.heroku.com\n  login a@b.c\n  password ${canary}\n` };
const heroku = rowTable('heroku', [
  row('nothing of it', {}, absent),
  row('another program’s file', { files: { [`${home}/.netrc`]: 'machine example.com\n' } }, absent),
  row('the program alone', program('heroku'), signedOut(herokuSays)),
  row('the item', { items: [herokuItem] }, breaks(herokuLocked, 'a@b.c')),
  row('the file', { files: netrc }, survives(herokuSays)),
  row('both', { files: netrc, items: [herokuItem] }, either(herokuLocked, 'a@b.c')),
  row(
    'both, and a variable that asks for the file',
    { files: netrc, items: [herokuItem], environment: { HEROKU_NETRC_WRITE: 'true' } },
    survives(herokuSays),
  ),
  row(
    'the program, and keychains that cannot be searched',
    { ...program('heroku'), faults: unsearched },
    untold(herokuSays),
  ),
  row('the variable', { files: netrc, environment: { HEROKU_API_KEY: canary } }, variable(herokuSays)),
]);

const stripeFile = (more = '') => ({
  [`${home}/.config/stripe/config.toml`]: `color = "auto"\n[default]\ntest_mode_api_key = "${canary}"\n${more}`,
});
const stripeItem = generic('Stripe CLI', 'default.live_mode_api_key');
const stripeSays = 'login is required';
const stripe = rowTable('stripe', [
  row('nothing of it', {}, absent),
  row('the program alone', program('stripe'), signedOut(stripeSays)),
  row('the key of test mode', { files: stripeFile() }, survives(stripeSays, 'default')),
  row(
    'one with an end',
    { files: stripeFile('test_mode_key_expires_at = "2026-12-01"\n') },
    survivesUntil(stripeSays, 'valid', '2026-12-01T23:59:59.000Z', 'default'),
  ),
  row(
    'one that ends soon',
    { files: stripeFile('test_mode_key_expires_at = "2026-09-11"\n') },
    survivesUntil(stripeSays, 'expiring', '2026-09-11T23:59:59.000Z', 'default'),
  ),
  row(
    'one that has ended',
    { files: stripeFile('test_mode_key_expires_at = "2026-09-01"\n') },
    survivesUntil(stripeSays, 'expired', '2026-09-01T23:59:59.000Z', 'default'),
  ),
  row('the key of live mode', { items: [stripeItem] }, breaks(stripeSays, 'live mode')),
  row('a newer version’s', { items: [generic('StripeCLI', 'x')] }, breaks(stripeSays, 'live mode')),
  row('a file cut short', { files: { [`${home}/.config/stripe/config.toml`]: '[default' } }, unreadable()),
  row('the variable', { items: [stripeItem], environment: { STRIPE_API_KEY: canary } }, variable(stripeSays)),
]);

export const keychainRowStores: readonly StoreTable[] = [
  ...[glab, awsSso, saml, tart, buildkite, gws, supabase, heroku, stripe],
];
