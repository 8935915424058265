/** One way to be logged in to Claude Code, beside the others. Nothing is promised of billing that its documentation does not say. */
export interface LoginMethod {
  readonly title: string;
  readonly ends: string;
  readonly needsKeychain: string;
  readonly overSsh: string;
  readonly inJobs: string;
  readonly billedTo: string;
  readonly exposes: string;
}

/** From code.claude.com/docs/en/authentication; November 2026. */
export const loginMethods: readonly LoginMethod[] = [
  {
    title: 'Subscription login (claude auth login)',
    ends: 'its access token after about 8 hours, renewed by itself; the login after 30 days at most',
    needsKeychain: 'yes',
    overSsh: 'not while the keychain is locked there',
    inJobs: 'no: signing in needs a browser',
    billedTo: 'the plan',
    exposes: 'least: the keychain guards it',
  },
  {
    title: 'The same login in a file (~/.claude/.credentials.json)',
    ends: 'as above',
    needsKeychain: 'no',
    overSsh: 'yes',
    inJobs: 'possible, for one at a time: its refresh token is used once',
    billedTo: 'the plan',
    exposes: 'a refresh token that whoever reads your files can use',
  },
  {
    title: 'A token of its own (claude setup-token, CLAUDE_CODE_OAUTH_TOKEN)',
    ends: 'after a year; it is not renewed',
    needsKeychain: 'no: it is printed once and stored nowhere',
    overSsh: 'yes',
    inJobs: 'yes',
    billedTo: 'the plan, which it needs; it can be used for inference only',
    exposes: 'a long-lived secret wherever the variable is set',
  },
  {
    title: 'API key (ANTHROPIC_API_KEY)',
    ends: 'not by itself',
    needsKeychain: 'no',
    overSsh: 'yes',
    inJobs: 'yes',
    billedTo: 'the Console account, by use; it overrules a plan without a word',
    exposes: 'a secret that does not end',
  },
  {
    title: 'A key of the Console through /login',
    ends: 'not by itself',
    needsKeychain: 'yes',
    overSsh: 'not while the keychain is locked there',
    inJobs: 'no',
    billedTo: 'the Console account, by use',
    exposes: 'little: the keychain guards it',
  },
  {
    title: 'A helper that hands out keys (apiKeyHelper)',
    ends: 'it is asked again every few minutes',
    needsKeychain: 'only if the helper asks it',
    overSsh: 'as the helper does',
    inJobs: 'yes',
    billedTo: 'whose key it hands out',
    exposes: 'what the helper can read',
  },
  {
    title: 'A cloud provider’s login (Bedrock, Vertex, Foundry)',
    ends: 'as the provider says',
    needsKeychain: 'no, unless its own tool does (aws-vault)',
    overSsh: 'yes',
    inJobs: 'yes',
    billedTo: 'the cloud account',
    exposes: 'the cloud login’s rights',
  },
];
