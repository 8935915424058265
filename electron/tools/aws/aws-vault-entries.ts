import type { LoginStatus } from '../../core/credentials/login-status';
import { outsideSeconds } from '../../core/time/outside-numbers';
import type { Credential } from '../../core/words/credential';
import type { LockReading } from '../../core/words/reading';
import { shownName } from '../common/common-credentials';
import { statusByEnd } from '../common/end-status';
import { keptIn } from '../common/verdict';

/** What an item's account tells, or a key file's name: long-lived keys, an SSO token or a session with its end. */
export type AwsVaultEntry =
  | { readonly kind: 'keys'; readonly account: string }
  | { readonly kind: 'sso'; readonly account: string }
  | { readonly kind: 'session'; readonly account: string; readonly asksForCode: boolean; readonly endsAt: number };

export type AwsVaultPlace =
  | {
      readonly kind: 'keychain';
      readonly path: string;
      readonly isLogin: boolean;
      readonly lock: LockReading;
      /** Why there may be items that were not seen. */
      readonly unlisted: string | null;
    }
  | { readonly kind: 'files'; readonly path: string };

/**
 * Sessions are named `type,base64url(profile),base64url(MFA serial),unix seconds` (aws-vault's sessionkeyring.go); older
 * forms are deleted by the next aws-vault and count for nothing.
 *
 * @returns null for a name that no aws-vault of today uses.
 */
export const parseAwsVaultAccount = (account: string): AwsVaultEntry | null => {
  const [, profile, code, seconds] = /^[^,]+,([\w-]+),([\w-]*),(\d{1,11})$/.exec(account) ?? [];
  if (profile !== undefined && seconds !== undefined) {
    if (account.startsWith('session,')) return null;
    const name = Buffer.from(profile, 'base64url').toString('utf8');
    const endsAt = outsideSeconds(seconds);
    return endsAt === null ? null : { kind: 'session', account: name, asksForCode: code !== '', endsAt };
  }
  if (/^session:[^ ]+:[^ ]*:[^:]+$|^.+? session \(\d+\)$/.test(account)) return null;
  if (account.startsWith('oidc:')) return { kind: 'sso', account: account.slice('oidc:'.length) };
  return account === '' ? null : { kind: 'keys', account };
};

/** One credential for each profile and each SSO start URL; a profile's session tells its end. */
export const awsVaultCredentials = (
  entries: readonly AwsVaultEntry[],
  place: AwsVaultPlace,
  now: number,
): readonly Credential[] => {
  const accounts = new Map<string, readonly AwsVaultEntry[]>();
  for (const entry of entries) accounts.set(entry.account, [...(accounts.get(entry.account) ?? []), entry]);
  return [...accounts].map(([account, ofAccount]) => ({
    tool: 'aws-vault',
    name: 'aws-vault',
    account: shownName(account) ?? 'unnamed',
    installed: true,
    ...told(place, shownName(account) ?? 'unnamed', !ofAccount.some(({ kind }) => kind === 'session')),
    ...statusOf(ofAccount, now),
  }));
};

const told = (
  place: AwsVaultPlace,
  account: string,
  hasNoSession: boolean,
): Pick<Credential, 'store' | 'keychainPath' | 'overSsh' | 'reason' | 'symptom'> => {
  if (place.kind === 'files') {
    const reason = `It uses files in ${place.path}, which need their own passphrase and no keychain.`;
    return { store: 'file', overSsh: 'survives', reason };
  }
  const { lock, path, isLogin } = place;
  const unseen =
    hasNoSession && place.unlisted !== null ? ` Whether it has a session could not be seen: ${place.unlisted}` : '';
  const state = lock.state === 'unknown' ? 'of unknown state here' : `${lock.state} here now`;
  return {
    ...keptIn({ isInLoginKeychain: isLogin, keychainPath: path }),
    overSsh: 'breaks',
    reason: `It needs ${path}, ${isLogin ? 'the login keychain' : 'a keychain with a password and a lock of its own'} (${state}).${unseen}`,
    symptom: `aws-vault: error: exec: Failed to get credentials for ${account}: User interaction is not allowed. (-25308)`,
  };
};

/** A session that wants no code is fetched anew with the long-lived keys, and nobody notices. */
const statusOf = (entries: readonly AwsVaultEntry[], now: number): LoginStatus => {
  const sessions = entries.filter((entry) => entry.kind === 'session').sort((a, b) => b.endsAt - a.endsAt);
  const last = sessions[0];
  if (!last) return { status: 'unknown', expiry: null };
  const status = statusByEnd('session', last.endsAt, now);
  if (last.asksForCode || status.expiry === null) return status;
  const expiry = { ...status.expiry, isRenewed: true } as const;
  return { status: status.status === 'expired' ? 'renews-itself' : status.status, expiry };
};
