import { canary, generic } from '../one-keychain';
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
  unreadableBeside,
  unsearched,
  untold,
  variable,
} from './row-verdicts';
import type { StoreTable } from './store-row';

const later = '2026-09-10T13:00:00.000Z';
const earlier = '2026-09-10T11:00:00.000Z';
const seconds = (time: string) => Date.parse(time) / 1000;

const slackFile = (login: object) => ({
  files: { [`${home}/.slack/credentials.json`]: { T1: { team_domain: 'acme', ...login } } },
});
const slackSays = 'not_authed: You are either not logged in or your login session has expired';
const slack = rowTable('slack', [
  row('nothing of it', {}, absent),
  row('the program alone', program('slack'), signedOut(slackSays)),
  row('its folder alone', { files: { [`${home}/.slack/config.json`]: {} } }, signedOut(slackSays)),
  row('a token without an end', slackFile({ token: canary, exp: 0 }), ['acme: file survives valid', 'kept', slackSays]),
  row(
    'a token that renews itself',
    slackFile({ token: canary, refresh_token: canary, exp: seconds(later) }),
    survivesUntil(slackSays, 'valid', `${later} renewed`, 'acme'),
  ),
  row(
    'one that lapsed and renews itself',
    slackFile({ token: canary, refresh_token: canary, exp: seconds(earlier) }),
    survivesUntil(slackSays, 'renews-itself', `${earlier} renewed`, 'acme'),
  ),
  row(
    'one that lapsed for good',
    slackFile({ token: canary, exp: seconds(earlier) }),
    survivesUntil(slackSays, 'expired', earlier, 'acme'),
  ),
  row('a token of the wrong kind', slackFile({ token: 5 }), unreadable('acme')),
  row('no token', slackFile({ token: '' }), signedOut(slackSays)),
  row('a file cut short', { files: { [`${home}/.slack/credentials.json`]: '{' } }, unreadable()),
]);

const firebaseFile = (tokens: object | null) => ({
  files: { [`${home}/.config/configstore/firebase-tools.json`]: { user: { email: 'a@b.c' }, tokens } },
});
const firebaseSays = 'Failed to authenticate, have you run firebase login?';
const firebase = rowTable('firebase', [
  row('nothing of it', {}, absent),
  row('the program alone', program('firebase'), signedOut(firebaseSays)),
  row('a file without a login', firebaseFile(null), signedOut(firebaseSays)),
  row(
    'a login',
    firebaseFile({ access_token: canary, refresh_token: canary, expires_at: Date.parse(later) }),
    survivesUntil(firebaseSays, 'valid', `${later} renewed`, 'a@b.c'),
  ),
  row(
    'the token’s variable before it',
    { ...firebaseFile({ refresh_token: canary }), environment: { FIREBASE_TOKEN: canary } },
    variable(firebaseSays),
  ),
  row(
    'a service account where nothing is stored',
    { ...program('firebase'), environment: { GOOGLE_APPLICATION_CREDENTIALS: '/k.json' } },
    variable(firebaseSays),
  ),
  row(
    'a service account beside a login',
    { ...firebaseFile({ refresh_token: canary }), environment: { GOOGLE_APPLICATION_CREDENTIALS: '/k.json' } },
    survives(firebaseSays, 'a@b.c'),
  ),
]);

const wranglerFolder = `${home}/Library/Preferences/.wrangler/config`;
const wranglerFile = (text: string) => ({ [`${wranglerFolder}/default.toml`]: text });
const wranglerEncrypted = { [`${wranglerFolder}/default.enc`]: 'x' };
const wranglerSays = "In a non-interactive environment, it's necessary to set a CLOUDFLARE_API_TOKEN";
const wranglerLocked = 'Failed to read key from macOS Keychain (exit 36)';
const wrangler = rowTable('wrangler', [
  row('nothing of it', {}, absent),
  row('the program alone', program('wrangler'), signedOut(wranglerSays)),
  row(
    'a key without a file',
    { ...program('wrangler'), items: [generic('wrangler', 'default')] },
    signedOut(wranglerSays),
  ),
  row(
    'the file',
    { files: wranglerFile(`oauth_token = "${canary}"\nexpiration_time = "${earlier}"\nrefresh_token = "${canary}"\n`) },
    survivesUntil(wranglerSays, 'renews-itself', `${earlier} renewed`),
  ),
  row(
    'a token that nothing renews',
    { files: wranglerFile(`oauth_token = "${canary}"\nexpiration_time = "${later}"\n`) },
    survivesUntil(wranglerSays, 'valid', later),
  ),
  row(
    'the old folder',
    { files: { [`${home}/.wrangler/config/default.toml`]: `api_token = "${canary}"\n` } },
    survives(wranglerSays),
  ),
  row(
    'an encrypted file and its key',
    { files: wranglerEncrypted, items: [generic('wrangler', 'default')] },
    breaks(wranglerLocked),
  ),
  row('an encrypted file without its key', { files: wranglerEncrypted }, untold(wranglerSays)),
  row(
    'an encrypted file, and keychains that cannot be searched',
    { files: wranglerEncrypted, faults: unsearched },
    untold(wranglerSays),
  ),
  row(
    'an encrypted file, its key and a plain one',
    {
      files: { ...wranglerEncrypted, ...wranglerFile(`oauth_token = "${canary}"\n`) },
      items: [generic('wrangler', 'default')],
    },
    either(wranglerLocked),
  ),
  row('the variable', { environment: { CLOUDFLARE_API_TOKEN: canary } }, variable(wranglerSays)),
  row('a file cut short', { files: wranglerFile('oauth_token = "') }, unreadable()),
]);

const vercelFile = { files: { [`${home}/Library/Application Support/com.vercel.cli/auth.json`]: { token: canary } } };
const vercelItem = generic('com.vercel.vercel-cli', 'cli:0123456789abcdef');
const vercelSays = 'No existing credentials found. Please log in';
const vercel = rowTable('vercel', [
  row('nothing of it', {}, absent),
  row('the program alone', program('vercel'), signedOut(vercelSays)),
  row('the file', vercelFile, survives(vercelSays)),
  row('the item', { items: [vercelItem] }, breaks(vercelSays)),
  row('both', { ...vercelFile, items: [vercelItem] }, either(vercelSays)),
  row(
    'both, and a variable that asks for the file',
    { ...vercelFile, items: [vercelItem], environment: { VERCEL_TOKEN_STORAGE: 'file' } },
    survives(vercelSays),
  ),
  row('the file, and keychains that cannot be searched', { ...vercelFile, faults: unsearched }, fileOrItem(vercelSays)),
  row(
    'the program, and keychains that cannot be searched',
    { ...program('vercel'), faults: unsearched },
    untold(vercelSays),
  ),
  row('the token’s variable', { ...vercelFile, environment: { VERCEL_TOKEN: canary } }, variable(vercelSays)),
]);

const vaultHelper = { [`${home}/.vault`]: 'token_helper = "/usr/local/bin/vault-helper"\n' };
const vaultToken = { [`${home}/.vault-token`]: canary };
const vault = rowTable('vault', [
  row('nothing of it', {}, absent),
  row('its program, which works without a login', program('vault'), absent),
  row('the token', { files: vaultToken }, survives('missing client token')),
  row('a helper', { files: vaultHelper }, untold('missing client token')),
  row('a helper beside a token', { files: { ...vaultHelper, ...vaultToken } }, untold('missing client token')),
  row('settings without a helper', { files: { [`${home}/.vault`]: '# nothing\n' } }, absent),
  row('an empty token', { files: { [`${home}/.vault-token`]: '\n' } }, signedOut('missing client token')),
  row('settings that are no text', { files: { [`${home}/.vault`]: '\u0000' } }, unreadableBeside()),
  row('the variable', { files: vaultHelper, environment: { VAULT_TOKEN: canary } }, variable('missing client token')),
]);

const terraformFile = {
  [`${home}/.terraform.d/credentials.tfrc.json`]: { credentials: { 'app.terraform.io': { token: canary } } },
};
const terraformHelper = { [`${home}/.terraformrc`]: 'credentials_helper "keychain" {}\n' };
const terraformSays = 'Error: Required token could not be found';
const terraform = rowTable('terraform', [
  row('nothing of it', {}, absent),
  row('its program, which works without a login', program('terraform'), absent),
  row('the file', { files: terraformFile }, survives(terraformSays, 'app.terraform.io')),
  row('a helper', { files: terraformHelper }, untold(terraformSays)),
  row('a helper beside the file', { files: { ...terraformHelper, ...terraformFile } }, untold(terraformSays)),
  row(
    'the variable of a host',
    { files: terraformFile, environment: { TF_TOKEN_app_terraform_io: canary } },
    variable(terraformSays),
  ),
  row(
    'a file without a login',
    { files: { [`${home}/.terraform.d/credentials.tfrc.json`]: {} } },
    signedOut(terraformSays),
  ),
]);

export const fileRowStores: readonly StoreTable[] = [slack, firebase, wrangler, vercel, vault, terraform];
