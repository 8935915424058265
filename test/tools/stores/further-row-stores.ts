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
  unreadable,
  unsearched,
  untold,
  variable,
} from './row-verdicts';
import type { StoreTable } from './store-row';

const dopplerFile = (token: string) => ({ [`${home}/.doppler/.doppler.yaml`]: `scoped:\n  /:\n    token: ${token}\n` });
const named = dopplerFile('secret-0b1c');
const dopplerItem = generic('doppler-cli', 'secret-0b1c');
const dopplerLocked = 'Unable to retrieve value from system keyring';
const doppler = rowTable('doppler', [
  row('nothing of it', {}, absent),
  row('the program alone', program('doppler'), signedOut(null)),
  row('a token in the file', { files: dopplerFile(canary) }, survives(null, '/')),
  row('the name of an item that is there', { files: named, items: [dopplerItem] }, breaks(dopplerLocked, '/')),
  row('the name of an item that is not', { files: named }, signedOut(null)),
  row('an item of another name', { files: named, items: [generic('doppler-cli', 'secret-9')] }, signedOut(null)),
  row('a name, and keychains that cannot be searched', { files: named, faults: unsearched }, untold(null, '/')),
  row('a file cut short', { files: { [`${home}/.doppler/.doppler.yaml`]: 'scoped:\n  /: "' } }, unreadable()),
  row('the variable', { files: named, environment: { DOPPLER_TOKEN: canary } }, variable(null)),
]);

const infisicalSays = 'You must be logged in to run this command.';
const infisicalItem = generic('infisical-cli', 'a@b.c');
const infisicalVault = { [`${home}/infisical-keyring/x`]: canary };
const infisical = rowTable('infisical', [
  row('nothing of it', {}, absent),
  row('the program alone', program('infisical'), signedOut(infisicalSays)),
  row('the item', { items: [infisicalItem] }, breaks(infisicalSays, 'a@b.c')),
  row('a vault in files', { files: infisicalVault }, untold(infisicalSays)),
  row(
    'the program, and keychains that cannot be searched',
    { ...program('infisical'), faults: unsearched },
    untold(infisicalSays),
  ),
  row('the variable', { items: [infisicalItem], environment: { INFISICAL_TOKEN: canary } }, variable(infisicalSays)),
]);

const linearSays = 'No system keyring found.';
const linearFile = (text: string) => ({ [`${home}/.config/linear/credentials.toml`]: text });
const workspace = linearFile('default = "acme"\nworkspaces = ["acme"]\n');
const linear = rowTable('linear', [
  row('nothing of it', {}, absent),
  row('the program alone', program('linear'), signedOut(linearSays)),
  row(
    'a workspace whose item is there',
    { files: workspace, items: [generic('linear-cli', 'acme')] },
    breaks(linearSays, 'acme'),
  ),
  row('a workspace whose item is not', { files: workspace }, signedOut(linearSays)),
  row(
    'a workspace, and keychains that cannot be searched',
    { files: workspace, faults: unsearched },
    untold(linearSays, 'acme'),
  ),
  row(
    'a key in the file',
    { files: linearFile(`default = "acme"\nacme = "lin_api_${canary}"\n`) },
    survives(linearSays, 'acme'),
  ),
  row('workspaces of the wrong kind', { files: linearFile('workspaces = 5\n') }, unreadable()),
  row('the variable', { files: workspace, environment: { LINEAR_API_KEY: canary } }, variable(linearSays)),
]);

const gpgSays = 'gpg: signing failed: Inappropriate ioctl for device';
const gpg = rowTable('gpg', [
  row('nothing of it', {}, absent),
  row('the program alone', program('gpg'), absent),
  row('a passphrase in the keychain', { items: [generic('GnuPG', '0123')] }, breaks(gpgSays, 'pinentry-mac')),
]);

const agySays = 'You are not logged into Antigravity.';
const agyLocked = 'keyringAuth: timed out after 1s';
const agyItem = generic('gemini', 'antigravity');
const agyFile = { [`${home}/.gemini/antigravity-cli/antigravity-oauth-token`]: canary };
const antigravity = rowTable('antigravity', [
  row('nothing of it', {}, absent),
  row('the program alone', program('agy'), signedOut(agySays)),
  row('the item', { items: [agyItem] }, breaks(agyLocked)),
  row('an item of Gemini CLI', { items: [generic('gemini', 'alice')] }, absent),
  row('the file of containers', { files: agyFile }, survives(agySays)),
  row('both', { files: agyFile, items: [agyItem] }, either(agyLocked)),
  row('the file, and keychains that cannot be searched', { files: agyFile, faults: unsearched }, fileOrItem(agySays)),
  row('the program, and keychains that cannot be searched', { ...program('agy'), faults: unsearched }, untold(agySays)),
  row(
    'a variable that it does not read',
    { items: [agyItem], environment: { GEMINI_API_KEY: canary } },
    breaks(agyLocked),
  ),
]);

const macWords = 'User interaction is not allowed.';
const droidKey = generic('Factory CLI', 'auth-encryption-key-security-cli');
const droidLocked = { [`${home}/.factory/auth.v2.loginkeychain`]: 'x' };
const droidFile = { [`${home}/.factory/auth.v2.file`]: 'x' };
const droid = rowTable('droid', [
  row('nothing of it', {}, absent),
  row('the program alone', program('droid'), signedOut(null)),
  row('the key alone', { ...program('droid'), items: [droidKey] }, signedOut(null)),
  row('the file and its key', { files: droidLocked, items: [droidKey] }, breaks(macWords)),
  row('the file without its key', { files: droidLocked }, untold(null)),
  row('the portable file', { files: droidFile }, survives(null)),
  row('the portable file, and a key left over', { files: droidFile, items: [droidKey] }, survives(null)),
  row('both files and the key', { files: { ...droidFile, ...droidLocked }, items: [droidKey] }, either(macWords)),
  row('the file, and keychains that cannot be searched', { files: droidLocked, faults: unsearched }, untold(null)),
  row(
    'another home',
    { files: { [`${home}/f/.factory/auth.v2.file`]: 'x' }, environment: { FACTORY_HOME_OVERRIDE: `${home}/f` } },
    survives(null),
  ),
  row('the variable', { files: droidLocked, environment: { FACTORY_API_KEY: canary } }, variable(null)),
]);

const kiroLocked = 'SecKeychainItemModifyContent: User interaction is not allowed';
const kiroItem = generic('codewhisperer:odic:token', 'alice');
const log = { [`${home}/Library/Application Support/kiro-cli/data.sqlite3-wal`]: 'x' };
const editor = { [`${home}/.aws/sso/cache/kiro-auth-token.json`]: { accessToken: canary } };
const kiro = rowTable('kiro', [
  row('nothing of it', {}, absent),
  row('the program alone', program('kiro-cli'), signedOut('Not logged in')),
  row('an item of Amazon Q', { items: [kiroItem] }, breaks(kiroLocked)),
  row('the log of a database', { files: log }, untold('Not logged in')),
  row('the login of its editor', { files: editor }, untold('Not logged in')),
  row(
    'a database that is none',
    { files: { [`${home}/Library/Application Support/kiro-cli/data.sqlite3`]: 'x' } },
    unreadable(),
  ),
  row(
    'the program, and keychains that cannot be searched',
    { ...program('kiro-cli'), faults: unsearched },
    untold('Not logged in'),
  ),
  row('the variable', { items: [kiroItem], environment: { KIRO_API_KEY: canary } }, variable('Not logged in')),
]);

export const furtherRowStores: readonly StoreTable[] = [...[doppler, infisical, linear, gpg, antigravity, droid, kiro]];
