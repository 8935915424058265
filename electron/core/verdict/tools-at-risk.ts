import type { Credential } from '../words/credential';
import type { Keychain } from '../words/keychain';
import { loginKeychain } from '../words/login-keychain';

/** What a tool's login needs to be used: an unlocked keychain, or a program of the desktop. */
export type Need =
  | { readonly kind: 'keychain'; readonly path: string | null }
  | { readonly kind: 'desktop' }
  /** It could not be told whether it works over SSH. */
  | { readonly kind: 'unknown' };

export interface ToolAtRisk {
  readonly tool: string;
  readonly name: string;
  readonly need: Need;
}

/** The lock makes no difference to a login that has ended, or to a tool that nobody has signed in to. */
const hasNoLogin: readonly Credential['status'][] = ['signed-out', 'expired'];

/** The logins on this Mac that some place could lack, each tool and need once. */
export const toolsAtRisk = (
  credentials: readonly Credential[],
  keychains: readonly Keychain[],
): readonly ToolAtRisk[] => {
  const found = new Map<string, ToolAtRisk>();
  for (const credential of credentials) {
    const { tool, name, installed, overSsh, status } = credential;
    if (!installed || overSsh === 'survives' || hasNoLogin.includes(status)) continue;
    const need = needOf(credential, keychains);
    const key = JSON.stringify([tool, need]);
    if (!found.has(key)) found.set(key, { tool, name, need });
  }
  return [...found.values()];
};

const needOf = ({ store, overSsh, status, keychainPath }: Credential, keychains: readonly Keychain[]): Need => {
  if (overSsh === 'unknown' || status === 'unreadable') return { kind: 'unknown' };
  switch (store) {
    case 'login-keychain':
      return { kind: 'keychain', path: loginKeychain(keychains)?.path ?? null };
    case 'other-keychain':
      return { kind: 'keychain', path: keychainPath ?? null };
    case 'desktop-app':
    case 'file':
    case 'environment':
      return { kind: 'desktop' };
    case 'none':
    case 'unknown':
      return { kind: 'unknown' };
  }
};

/** In a sentence of at most two lines. */
const mostNamed = 3;

/** "gh", "gh and git", "gh, git and 4 more": each name once. */
export const namesOf = (tools: readonly Pick<ToolAtRisk, 'name'>[]): string => {
  const names = [...new Set(tools.map(({ name }) => name))];
  const shown =
    names.length > mostNamed ? [...names.slice(0, mostNamed - 1), `${names.length - mostNamed + 1} more`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
};
