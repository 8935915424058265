import { hiddenOrGone, lockedKeychain } from './cause-lists';
import type { Message } from './message';

const atTheDesktop = 'If it works in a Terminal of the desktop, the keychain is locked here.';

/** What it prints where the keychain says no. */
const locked = (tool: string, name: string, ...texts: readonly string[]): Message => ({
  id: `${tool}-keychain`,
  tools: [tool],
  texts,
  meaning: `${name} keeps its login in the keychain and cannot read it.`,
  severity: 'critical',
  causes: lockedKeychain,
  weight: 'suggests',
  howToTell: atTheDesktop,
});

/** What it prints without a login, and with a locked keychain as well. */
const hidden = (tool: string, name: string, ...texts: readonly string[]): Message => ({
  id: `${tool}-none`,
  tools: [tool],
  texts,
  meaning: `${name} found no login. With the keychain locked it says the same.`,
  severity: 'critical',
  causes: hiddenOrGone,
  weight: 'suggests',
  howToTell: atTheDesktop,
});

/** What it prints without a login, which lies in a file. */
const missing = (tool: string, name: string, ...texts: readonly string[]): Message => ({
  id: `${tool}-none`,
  tools: [tool],
  texts,
  meaning: `${name} found no login.`,
  severity: 'critical',
  causes: ['signed-out', 'login-expired', 'variable-overrules'],
  weight: 'suggests',
  howToTell: `${name}’s login is a file or a variable: over SSH the variable may not be set.`,
});

/**
 * Of the tools that are rows (`tools/rows`). What several of them print stands in the lists of what many print: that a key could
 * not be read, that nobody is logged in.
 */
export const rowMessages: readonly Message[] = [
  hidden('glab', 'GitLab CLI', 'No token found (checked config file, keyring, and environment variables)'),
  hidden('aws-sso-cli', 'aws-sso-cli', 'Must run aws-sso login before running'),
  hidden('buildkite', 'Buildkite CLI', 'OAuth login requires an available credential store'),
  locked('gws', 'Google Workspace CLI', 'Failed to decrypt credentials: Decryption failed'),
  hidden('gws', 'Google Workspace CLI', 'Access denied. No credentials provided'),
  hidden('supabase', 'Supabase CLI', 'Access token not provided. Supply an access token by running supabase login'),
  locked('doppler', 'Doppler', 'Token not found in system keyring'),
  locked('infisical', 'Infisical', 'System keyring could not be used, switching to file vault'),
  hidden('infisical', 'Infisical', 'You must be logged in to run this command. To login, run'),
  locked('linear', 'Linear CLI', 'No system keyring found'),
  { ...hidden('stripe', 'Stripe CLI', 'login is required', 'Livemode value found for the field'), level: 'general' },
  locked('antigravity', 'Antigravity CLI', 'keyringAuth: timed out after'),
  hidden('antigravity', 'Antigravity CLI', 'You are not logged into Antigravity'),
  locked('kiro', 'Kiro CLI', 'kiro * error: service error'),
  missing('wrangler', 'Wrangler', 'In a non-interactive environment, it’s necessary to set a CLOUDFLARE_API_TOKEN'),
  missing('vercel', 'Vercel CLI', 'No existing credentials found. Please log in'),
  missing('amp', 'Amp', 'No API key found. Starting login flow'),
  missing('fly', 'flyctl', 'No access token available. Please login with flyctl auth login'),
  missing('vault', 'Vault', 'missing client token'),
  missing('terraform', 'Terraform', 'Required token could not be found'),
  missing('pulumi', 'Pulumi', 'PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions'),
  missing('huggingface', 'Hugging Face', 'no token found. You need to provide a token or be logged in to Hugging Face'),
  missing('sentry', 'Sentry CLI', 'Auth token is required for this request'),
];
