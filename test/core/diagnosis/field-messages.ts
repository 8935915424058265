import type { CauseId } from '../../../electron/core/diagnosis/causes/causes';

/** A text as people meet it, what it means, whose it is (none: nobody’s in particular), or that it means nothing. */
export type FieldMessage = readonly [text: string, cause: CauseId | null, ...tools: readonly string[]];

/** Texts of public reports, in the shortest form that still shows the trouble; names and numbers are made up. */
export const fieldMessages: readonly FieldMessage[] = [
  // Two states are two entries: none found, not accepted.
  ['Unable to locate credentials', 'signed-out', 'aws'],
  ['NoCredentialProviders: no valid providers in chain', 'signed-out', 'aws'],
  ['Could not load credentials from any providers', 'signed-out', 'aws'],
  ['The security token included in the request is invalid', 'login-revoked', 'aws'],
  ['Could not locate the default credentials', 'signed-out', 'gcloud'],
  ['google.auth.exceptions.RefreshError: invalid_grant', 'login-expired', 'gcloud'],
  ['claude: OAuth refresh failed: invalid_grant', 'login-revoked', 'claude-code'],
  ['invalid_grant', 'login-revoked'],
  // Sentences by their parts.
  ['The SSO session associated with this profile has expired.', 'login-expired', 'aws'],
  ['The SSO session associated with this profile is otherwise invalid', 'login-expired', 'aws'],
  ['SSO session is invalid. To refresh this SSO session run aws sso login', 'login-expired', 'aws'],
  ['Error loading SSO Token: Token for corp does not exist', 'signed-out', 'aws'],
  ['Error loading SSO Token: The SSO access token has either expired or is otherwise invalid.', 'login-expired', 'aws'],
  ['gh: Bad credentials (HTTP 401)', 'login-revoked', 'gh'],
  ['unauthorized: incorrect username or password', 'login-revoked', 'docker'],
  ['no basic auth credentials', 'signed-out', 'docker'],
  ['denied: requested access to the resource is denied', 'no-access', 'docker'],
  ['Error when retrieving credentials from custom-process: exit 1', 'credential-helper-fails', 'aws'],
  ['zsh: command not found: docker-credential-desktop', 'credential-helper-missing', 'docker'],
  // The tool stays.
  ['AADSTS50076: Due to a configuration change you must use multi-factor authentication', 'login-expired', 'azure'],
  [
    'npm error code E404\nnpm notice Access token expired or revoked. Please try logging in again.',
    'login-expired',
    'npm',
  ],
  ['npm error 403 Forbidden - PUT https://registry.npmjs.org/app', 'no-access', 'npm'],
  ['gh auth status\nBad credentials', 'login-revoked', 'gh'],
  // Programs of this Mac.
  [
    'dial unix /Users/sam/.orbstack/run/docker.sock: connect: connection refused',
    'local-program-not-running',
    'docker',
  ],
  ['connect ECONNREFUSED ::1:5432', 'local-program-not-running'],
  ['connect ECONNREFUSED /Users/sam/.colima/default/docker.sock', 'local-program-not-running'],
  [
    'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
    'local-program-not-running',
  ],
  ['dial tcp 127.0.0.1:6443: connect: connection refused', 'local-program-not-running'],
  ['dial tcp [::1]:6443: connect: connection refused', 'local-program-not-running'],
  ['Failed to connect to localhost port 11434', 'local-program-not-running'],
  ['connect ECONNREFUSED 140.82.112.3:443', 'connection-refused'],
  // Keychain, permission, storing.
  ['error code: -25308', 'ssh-login-locked'],
  ['OSStatus error −25293', 'keychain-password-differs'],
  [
    'Login successful, but the keychain could not be written: Failed to store credentials',
    'login-not-stored',
    'claude-code',
  ],
  ['Failed to store token in macOS Keychain: User interaction is not allowed.', 'ssh-login-locked'],
  ['error: keyring: failed to write OAuth tokens to keyring', 'login-not-stored'],
  ['client 1a2b ACL partition mismatch', 'keychain-access-denied'],
  [
    '“gh” wants to use your confidential information stored in “gh:github.com” in your keychain.',
    'keychain-access-denied',
  ],
  ['Unable to retrieve value from system keyring', 'ssh-login-locked'],
  ['Failed to read key from macOS Keychain (exit 36): x', 'ssh-login-locked'],
  ['add item: The authorization was denied.', 'keychain-access-denied'],
  // Agents and keys.
  ['git@gitlab.com: Permission denied (publickey).', 'ssh-key-not-usable', 'git'],
  ['agent refused operation', 'agent-refused'],
  ['gpg: signing failed: Inappropriate ioctl for device', 'gpg-cannot-ask'],
  // Apple.
  ['error: No signing certificate "iOS Distribution" found', 'certificate-missing', 'codesign'],
  ['error: No Accounts: Add a new account in Accounts settings.', 'xcode-account-out-of-reach', 'codesign'],
  ['security: SecKeychainItemImport: MAC verification failed', 'certificate-not-imported'],
  // What was unknown before.
  ['Failed Authentication', 'login-revoked'],
  ['Please run /login', 'ssh-login-locked', 'claude-code'],
  ['OAuth error: timeout of 15000ms exceeded', 'network-down', 'claude-code'],
  ['Failed to refresh session token: timeout', 'network-down', 'claude-code'],
  ['headless daemon cannot complete OAuth', 'background-server-locked', 'claude-code'],
  ['Claude CLI is not authenticated', 'ssh-login-locked', 'claude-code'],
  ['OAuth account information not found in config', 'signed-out', 'claude-code'],
  ["Username for 'https://github.com': ", 'ssh-login-locked', 'git'],
  ["Password for 'https://sam@github.com': ", 'ssh-login-locked', 'git'],
  ['no oauth token found for github.com', 'ssh-login-locked', 'gh'],
  ['Sign in to use GitHub Copilot', 'ssh-login-locked', 'copilot'],
  ['You have been signed out of Settings Sync', 'signed-out'],
  ['credentials expired', 'login-expired'],
  ['biometric unlock unavailable', 'desktop-app-needed', 'onepassword'],
  ['Error running "/usr/local/bin/tok" as a token helper', 'credential-helper-fails', 'pnpm'],
  ['We are at capacity right now', 'service-overloaded'],
  ['Due to unexpected capacity constraints, Claude is unable to respond', 'service-overloaded'],
  // Numbers that are no codes, words that mean nothing.
  ['worker process 25300 exited, restarting', null],
  ['pid 25308', null],
  ['job-25308 queued', null],
  ['offset -25308 ms', null],
  ['10-25293 of 30000 rows', null],
  ['exit status 36 after 44 s', null],
  ['retrying in 401 ms, 529 left', null],
];
