import type { Credential } from '../../core/words/credential';
import { endingToken } from '../common/verdict';
import type { Override } from './claude-code-overrides';
import type { KeyHelper } from './claude-code-settings';
import { type ClaudeCodeVariable, providerSwitches } from './claude-code-variables';

export type Told = Pick<
  Credential,
  'store' | 'overSsh' | 'reason' | 'status' | 'expiry' | 'symptom' | 'mayEnterEndDate'
>;

/** What it means for a login over SSH that something else than the stored login is used. */
export const tellOverride = (override: Override): Told => {
  switch (override.kind) {
    case 'gateway': {
      const reason = `Its administrator has it sign in to a gateway (forceLoginMethod, ${override.where}); where that login is stored is not known.`;
      return { ...noExpiry, store: 'unknown', overSsh: 'unknown', reason };
    }
    case 'provider': {
      const { name, where } = override;
      return survives(`It uses ${providerSwitches[name]} instead of a login of its own (${name}, ${where}).`);
    }
    case 'variable': {
      const { name, where } = override;
      const noEnd =
        name === 'CLAUDE_CODE_OAUTH_TOKEN' ? ' Such a token lasts a year; there is no end date on disk.' : '';
      const told = survives(`It uses ${name}, ${where}.${noEnd}`);
      return endingTokens.includes(name) ? endingToken(told) : told;
    }
    case 'key-helper':
      return tellHelper(override.helper, override.where);
    case 'federation-profile': {
      const reason = `It uses the Anthropic profile in ${override.path}, which no lock guards.`;
      return { ...noExpiry, store: 'file', overSsh: 'survives', reason };
    }
    case 'no-login-wanted': {
      const reason = `CLAUDE_CODE_SIMPLE, ${override.where}, keeps it from any stored login; it needs an API key in a variable.`;
      return { store: 'none', overSsh: 'unknown', status: 'signed-out', expiry: null, reason };
    }
  }
};

/** A token of `claude setup-token`, or that of a gateway. A key has no end. */
const endingTokens: readonly ClaudeCodeVariable[] = ['CLAUDE_CODE_OAUTH_TOKEN', 'ANTHROPIC_AUTH_TOKEN'];

const noExpiry = { status: 'unknown', expiry: null } as const;

const survives = (reason: string): Told => ({ ...noExpiry, store: 'environment', overSsh: 'survives', reason });

const tellHelper = (helper: KeyHelper, where: string): Told => {
  const name = `It runs apiKeyHelper, ${where},`;
  if (helper === 'asks-keychain') {
    const reason = `${name} which asks the keychain for its key.`;
    const symptom = 'User interaction is not allowed.';
    return { ...noExpiry, store: 'unknown', overSsh: 'breaks', reason, symptom };
  }
  if (helper === 'asks-one-password') {
    const reason = `${name} which asks 1Password: without a service account that needs its app, unlocked, on the desktop.`;
    return { ...noExpiry, store: 'desktop-app', overSsh: 'unknown', reason };
  }
  return survives(`${name} instead of a stored login; what that command itself needs is not looked at.`);
};
