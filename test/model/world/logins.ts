import type { Credential, CredentialStatus } from '../../../electron/core/words/credential';
import { workPath } from './paths';

export type LoginStore = 'login-keychain' | 'other-keychain' | 'desktop-app' | 'file' | 'unknown';

/** A tool's stored login, as its files say it. */
export interface ModelLogin {
  readonly tool: string;
  readonly store: LoginStore;
  readonly status: CredentialStatus;
}

export const tools = ['anvil', 'brook', 'cedar'] as const;

/** What the login of a tool is told as, where it could be read. */
export const credentialOf = ({ tool, store, status }: ModelLogin): Credential => ({
  tool,
  name: tool,
  installed: true,
  store,
  ...(store === 'other-keychain' ? { keychainPath: workPath } : {}),
  overSsh: store === 'unknown' ? 'unknown' : store === 'file' ? 'survives' : 'breaks',
  reason: `${tool} keeps it there.`,
  status,
  expiry: null,
});

/** Somebody would miss it: it is there, and has not ended. */
export const isLive = ({ status }: ModelLogin): boolean => status !== 'signed-out' && status !== 'expired';

/** What of a login is compared with what is shown of it: the sentences are not the model's business. */
export const substanceOf = ({ store, status, overSsh }: Pick<Credential, 'store' | 'status' | 'overSsh'>): string =>
  `${store} ${status} ${overSsh}`;
