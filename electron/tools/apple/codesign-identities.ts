import type { SigningIdentity } from '../../system/keychain/signing-identities';
import type { ToolContext } from '../common/credential-tool';

/** An identity together with its certificate, where one of the keychains has that. */
export interface IdentitySighting extends SigningIdentity {
  readonly certificate: { readonly endsAt: number; readonly keychainPath: string } | null;
  readonly isInLoginKeychain: boolean;
}

export type IdentitySightings =
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'identities'; readonly identities: readonly IdentitySighting[] };

const mostKeychains = 20;

/**
 * Lists the identities, and the certificates of each keychain only where there is an identity. Asked again only when a
 * keychain file or the search list has changed; what could not be asked is not remembered.
 */
export const createIdentityLook = ({ doors, items }: ToolContext): (() => Promise<IdentitySightings>) => {
  const { keychains } = items;
  let known: { readonly stamp: string; readonly sightings: IdentitySightings } | null = null;
  return async () => {
    const stamp = await keychains.stamp();
    if (known && stamp === known.stamp) return known.sightings;
    const sightings = await look();
    known = stamp === null || sightings.kind === 'unknown' ? null : { stamp, sightings };
    return sightings;
  };

  async function look(): Promise<IdentitySightings> {
    const silence = await keychains.silence();
    if (silence !== null) return { kind: 'unknown', reason: silence };
    const identities = await doors.security.findIdentities();
    if (!identities.ok) return { kind: 'unknown', reason: identities.reason };
    if (identities.value.length === 0) return { kind: 'identities', identities: [] };
    const login = await keychains.login();
    const certificates = new Map<string, { readonly endsAt: number; readonly keychainPath: string }>();
    // The login keychain first: where a certificate lies in several, that one matters.
    const paths = (await keychains.paths()).toSorted((a, b) => Number(b === login) - Number(a === login));
    for (const keychainPath of paths.slice(0, mostKeychains)) {
      const found = await doors.security.findCertificates(keychainPath);
      // A keychain without a certificate, or on a disk that is not there: the others still count.
      for (const { sha1, endsAt } of found.ok ? found.value : [])
        if (!certificates.has(sha1)) certificates.set(sha1, { endsAt, keychainPath });
    }
    return {
      kind: 'identities',
      identities: identities.value.map((identity) => {
        const certificate = certificates.get(identity.sha1) ?? null;
        return { ...identity, certificate, isInLoginKeychain: certificate?.keychainPath === login };
      }),
    };
  }
};
