import type { ToolRow } from './tool-row';

/** Tools that use the login keychain unless they are told otherwise. Each line's source stands in docs/tools.md. */
export const keychainRows = [
  {
    id: 'glab',
    name: 'GitLab CLI',
    variables: ['GITLAB_TOKEN', 'GITLAB_ACCESS_TOKEN', 'OAUTH_TOKEN'],
    files: [
      '{GLAB_CONFIG_DIR|XDG_CONFIG_HOME/glab-cli|~/.config/glab-cli}/config.yml',
      '~/Library/Application Support/glab-cli/config.yml',
    ].map((path) => ({
      path,
      format: {
        syntax: 'yaml',
        logins: [
          {
            each: 'hosts.*',
            account: '#',
            tokens: ['token', 'job_token'],
            renewal: 'oauth2_refresh_token',
            item: { service: 'glab:{#}' },
          },
        ],
      },
    })),
    symptom: 'No token found (checked config file, keyring, and environment variables).',
  },
  {
    id: 'aws-sso-cli',
    name: 'aws-sso-cli',
    programs: ['aws-sso'],
    traces: ['~/.aws-sso', '~/.config/aws-sso'],
    item: { names: ['aws-sso-cli'], account: 'aws-sso-cli-records' },
    files: [{ path: '~/.aws-sso/secure' }, { path: '~/.config/aws-sso/secure' }],
    symptom: 'Must run aws-sso login before running',
  },
  {
    id: 'saml2aws',
    name: 'saml2aws',
    variables: ['SAML2AWS_PASSWORD'],
    withoutItem: ['SAML2AWS_DISABLE_KEYCHAIN=true'],
    files: [
      {
        path: '{SAML2AWS_CONFIGFILE|~/.saml2aws}',
        format: {
          syntax: 'ini',
          logins: [{ each: '*', account: '#', tokens: [], item: { service: '{url}', account: '{username}' } }],
        },
      },
    ],
  },
  {
    id: 'tart',
    name: 'tart',
    traces: ['{TART_HOME|~/.tart}'],
    variables: ['TART_REGISTRY_PASSWORD'],
    item: {
      class: 'internet',
      names: ['ghcr.io'],
      sharedWith: 'Docker',
      others: 'logins of other registries than ghcr.io are not looked at',
      symptom: 'Keychain returned unsuccessful status -25308',
    },
  },
  {
    id: 'buildkite',
    name: 'Buildkite CLI',
    programs: ['bk'],
    traces: ['{XDG_CONFIG_HOME|~/.config}/bk.yaml'],
    variables: ['BUILDKITE_API_TOKEN'],
    withoutItem: ['BUILDKITE_NO_KEYRING', 'CI', 'BUILDKITE'],
    item: { names: ['buildkite-cli'], label: 'account' },
    symptom: 'Error: OAuth login requires an available credential store',
  },
  {
    id: 'gws',
    name: 'Google Workspace CLI',
    traces: ['{GOOGLE_WORKSPACE_CLI_CONFIG_DIR|~/.config/gws}'],
    variables: ['GOOGLE_WORKSPACE_CLI_TOKEN', 'GOOGLE_WORKSPACE_CLI_CREDENTIALS_FILE'],
    withoutItem: ['GOOGLE_WORKSPACE_CLI_KEYRING_BACKEND=file'],
    item: {
      names: ['gws-cli'],
      account: '$USER',
      isKey: true,
      symptom: 'Failed to decrypt credentials: Decryption failed.',
    },
    files: [{ path: '{GOOGLE_WORKSPACE_CLI_CONFIG_DIR|~/.config/gws}/credentials.enc', means: 'isEncrypted' }],
    symptom: 'Access denied. No credentials provided.',
  },
  {
    id: 'supabase',
    name: 'Supabase CLI',
    traces: ['{SUPABASE_HOME|~/.supabase}'],
    variables: ['SUPABASE_ACCESS_TOKEN'],
    item: { names: ['Supabase CLI'] },
    files: [{ path: '{SUPABASE_HOME|~/.supabase}/access-token', format: { syntax: 'lines' } }],
    symptom: 'Access token not provided. Supply an access token by running supabase login',
  },
  {
    id: 'heroku',
    name: 'Heroku CLI',
    traces: ['~/Library/Caches/heroku', '{XDG_DATA_HOME|~/.local/share}/heroku'],
    variables: ['HEROKU_API_KEY'],
    withoutItem: ['HEROKU_NETRC_WRITE=true'],
    item: { names: ['heroku-cli'], label: 'account', symptom: 'Failed to retrieve token from macOS Keychain' },
    files: [
      { path: '~/.netrc', format: { syntax: 'lines', line: /^\s*machine\s+api\.heroku\.com\b/ }, isShared: true },
    ],
    symptom: 'Error: not logged in',
  },
  {
    id: 'doppler',
    name: 'Doppler',
    traces: ['~/.doppler'],
    variables: ['DOPPLER_TOKEN'],
    item: { names: [], symptom: 'Unable to retrieve value from system keyring' },
    files: [
      {
        path: '~/.doppler/.doppler.yaml',
        format: {
          syntax: 'yaml',
          logins: [
            {
              each: 'scoped.*',
              account: '#',
              tokens: ['token'],
              item: { service: 'doppler-cli', account: '{token}', whereToken: /^secret-/ },
            },
          ],
        },
      },
    ],
  },
  {
    id: 'infisical',
    name: 'Infisical',
    traces: ['~/.infisical'],
    variables: ['INFISICAL_TOKEN'],
    item: { names: ['infisical-cli'], label: 'account' },
    files: [
      { path: '~/.infisical/infisical-keyring', means: 'hides' },
      { path: '~/infisical-keyring', means: 'hides' },
    ],
    symptom: 'You must be logged in to run this command.',
  },
  {
    id: 'linear',
    name: 'Linear CLI',
    variables: ['LINEAR_API_KEY'],
    files: [
      {
        path: '{XDG_CONFIG_HOME|~/.config}/linear/credentials.toml',
        format: {
          syntax: 'toml',
          logins: [
            { each: 'workspaces.*', account: '', tokens: [], item: { service: 'linear-cli', account: '{}' } },
            { each: '*', account: '#', tokens: [''], like: /^lin_/ },
          ],
        },
      },
    ],
    symptom: 'No system keyring found.',
  },
  {
    id: 'stripe',
    name: 'Stripe CLI',
    variables: ['STRIPE_API_KEY'],
    item: {
      names: ['Stripe CLI', 'StripeCLI', 'Stripe'],
      label: 'live mode',
      isApart: true,
    },
    files: [
      {
        path: '{XDG_CONFIG_HOME|~/.config}/stripe/config.toml',
        format: {
          syntax: 'toml',
          logins: [
            {
              each: '*',
              isMixed: true,
              account: '#',
              tokens: ['test_mode_api_key'],
              end: ['test_mode_key_expires_at', 'text'],
              isLoginsEnd: true,
            },
          ],
        },
      },
    ],
    symptom: 'login is required',
  },
  {
    id: 'gpg',
    name: 'GnuPG',
    programs: [],
    item: { names: ['GnuPG'], label: 'pinentry-mac' },
    symptom: 'gpg: signing failed: Inappropriate ioctl for device',
  },
] as const satisfies readonly ToolRow[];
