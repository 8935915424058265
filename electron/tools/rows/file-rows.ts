import type { LoginPlace, ToolRow } from './tool-row';

const firebaseLogin: LoginPlace = {
  account: 'user.email',
  tokens: ['tokens.access_token'],
  renewal: 'tokens.refresh_token',
  end: ['tokens.expires_at', 'milliseconds'],
};

/** Tools that keep their login in a file unless they are told otherwise. Each line's source stands in docs/tools.md. */
export const fileRows = [
  {
    id: 'slack',
    name: 'Slack CLI',
    traces: ['{SLACK_CONFIG_DIR|~/.slack}'],
    files: [
      {
        path: '{SLACK_CONFIG_DIR|~/.slack}/credentials.json',
        format: {
          syntax: 'json',
          logins: [
            {
              each: '*',
              account: 'team_domain',
              tokens: ['token'],
              renewal: 'refresh_token',
              end: ['exp', 'seconds'],
              isEndless: true,
            },
          ],
        },
      },
    ],
    symptom: 'not_authed: You are either not logged in or your login session has expired',
  },
  {
    id: 'firebase',
    name: 'Firebase CLI',
    // The token outranks a stored login, the service account only stands in where there is none (src/requireAuth.ts).
    variables: ['FIREBASE_TOKEN'],
    standIns: ['GOOGLE_APPLICATION_CREDENTIALS'],
    files: [
      {
        path: '{XDG_CONFIG_HOME|~/.config}/configstore/firebase-tools.json',
        format: {
          syntax: 'json',
          logins: [firebaseLogin, { ...firebaseLogin, each: 'additionalAccounts.*' }],
        },
      },
    ],
    symptom: 'Failed to authenticate, have you run firebase login?',
  },
  {
    id: 'wrangler',
    name: 'Wrangler',
    traces: ['~/Library/Preferences/.wrangler', '~/.wrangler'],
    variables: ['CLOUDFLARE_API_TOKEN'],
    item: { names: ['wrangler'], isKey: true, symptom: 'Failed to read key from macOS Keychain (exit 36)' },
    files: [
      ...['~/Library/Preferences/.wrangler', '~/.wrangler'].map((folder) => ({
        path: `${folder}/config/default.toml`,
        format: {
          syntax: 'toml' as const,
          logins: [
            {
              tokens: ['oauth_token', 'api_token'],
              renewal: 'refresh_token',
              end: ['expiration_time', 'text'] as const,
            },
          ],
        },
      })),
      { path: '~/Library/Preferences/.wrangler/config/default.enc', means: 'isEncrypted' },
    ],
    symptom: "In a non-interactive environment, it's necessary to set a CLOUDFLARE_API_TOKEN",
  },
  {
    id: 'vercel',
    name: 'Vercel CLI',
    traces: ['~/Library/Application Support/com.vercel.cli'],
    variables: ['VERCEL_TOKEN'],
    withoutItem: ['VERCEL_TOKEN_STORAGE=file'],
    item: { names: ['com.vercel.vercel-cli'] },
    files: [
      {
        path: '~/Library/Application Support/com.vercel.cli/auth.json',
        format: {
          syntax: 'json',
          logins: [{ tokens: ['token'], renewal: 'refreshToken', end: ['expiresAt', 'seconds'] }],
        },
      },
    ],
    symptom: 'No existing credentials found. Please log in',
  },
  {
    id: 'buildkite-agent',
    name: 'Buildkite agent',
    variables: ['BUILDKITE_AGENT_TOKEN'],
    files: [
      '{BUILDKITE_AGENT_CONFIG|/opt/homebrew/etc/buildkite-agent/buildkite-agent.cfg}',
      '/usr/local/etc/buildkite-agent/buildkite-agent.cfg',
      '~/.buildkite-agent/buildkite-agent.cfg',
    ].map((path) => ({ path, format: { syntax: 'lines', line: /^\s*token\s*=\s*"?[^"\s]/ } })),
  },
  {
    id: 'netlify',
    name: 'Netlify CLI',
    programs: ['netlify', 'ntl'],
    variables: ['NETLIFY_AUTH_TOKEN'],
    files: [
      {
        path: '~/Library/Preferences/netlify/config.json',
        format: { syntax: 'json', logins: [{ each: 'users.*', account: 'email', tokens: ['auth.token'] }] },
      },
    ],
  },
  {
    id: 'fly',
    name: 'flyctl',
    programs: ['flyctl', 'fly'],
    variables: ['FLY_API_TOKEN', 'FLY_ACCESS_TOKEN'],
    files: [
      {
        path: '{FLY_CONFIG_DIR|~/.fly}/config.yml',
        format: { syntax: 'yaml', logins: [{ tokens: ['access_token'] }] },
      },
    ],
    symptom: "Error: No access token available. Please login with 'flyctl auth login'",
  },
  {
    id: 'vault',
    name: 'Vault',
    programs: [],
    variables: ['VAULT_TOKEN'],
    files: [
      {
        path: '{VAULT_CONFIG_PATH|~/.vault}',
        format: { syntax: 'lines', line: /^\s*token_helper\b/ },
        means: 'elsewhere',
      },
      { path: '~/.vault-token', format: { syntax: 'lines' } },
    ],
    symptom: 'missing client token',
  },
  {
    id: 'terraform',
    name: 'Terraform',
    programs: [],
    variables: ['TF_TOKEN_*'],
    files: [
      {
        path: '{TF_CLI_CONFIG_FILE|~/.terraformrc}',
        format: { syntax: 'lines', line: /^\s*credentials_helper\b/ },
        means: 'elsewhere',
      },
      {
        path: '~/.terraform.d/credentials.tfrc.json',
        format: { syntax: 'json', logins: [{ each: 'credentials.*', account: '#', tokens: ['token'] }] },
      },
    ],
    symptom: 'Error: Required token could not be found',
  },
  {
    id: 'pulumi',
    name: 'Pulumi',
    programs: [],
    variables: ['PULUMI_ACCESS_TOKEN'],
    files: [
      {
        path: '{PULUMI_CREDENTIALS_PATH|PULUMI_HOME|~/.pulumi}/credentials.json',
        format: { syntax: 'json', logins: [{ each: 'accessTokens.*', account: '#', tokens: [''] }] },
      },
    ],
    symptom: 'error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions',
  },
  {
    id: 'twilio',
    name: 'Twilio CLI',
    variables: ['TWILIO_AUTH_TOKEN'],
    files: [
      {
        path: '~/.twilio-cli/config.json',
        format: { syntax: 'json', logins: [{ each: 'profiles.*', account: '#', tokens: ['apiKey', 'apiSecret'] }] },
      },
    ],
  },
  {
    id: 'huggingface',
    name: 'Hugging Face',
    programs: [],
    variables: ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN'],
    files: [{ path: '{HF_TOKEN_PATH|HF_HOME/token|~/.cache/huggingface/token}', format: { syntax: 'lines' } }],
    symptom: 'but no token found. You need to provide a token or be logged in to Hugging Face',
  },
  {
    id: 'sentry',
    name: 'Sentry CLI',
    programs: ['sentry-cli', 'sentry'],
    variables: ['SENTRY_AUTH_TOKEN'],
    files: [
      { path: '~/.sentryclirc', format: { syntax: 'lines', line: /^\s*(?:token|api_key)\s*=\s*\S/ } },
      { path: '~/.sentry/cli.db', means: 'hides' },
    ],
    symptom: 'Auth token is required for this request.',
  },
] as const satisfies readonly ToolRow[];
