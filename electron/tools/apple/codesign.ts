import type { Credential } from '../../core/words/credential';
import { greatestCredentialCount, notFound } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { statusByEnd } from '../common/end-status';
import { keptIn } from '../common/verdict';
import { createIdentityLook, type IdentitySighting, type IdentitySightings } from './codesign-identities';

const tool = { tool: 'codesign', name: 'Xcode signing' } as const;
const dayMs = 24 * 60 * 60 * 1000;
/** Certificates that ended long ago stay in keychains for years and nobody signs with them. */
const toldAfterEndMs = 90 * dayMs;
/** What codesign prints when the key's keychain is locked or its partition list does not let codesign in (cmd-key-happy#46). */
const symptom = 'errSecInternalComponent';

/** The identities that codesign can sign with, each with the end of its certificate. */
export const createCodesign = (context: ToolContext): CredentialTool & { readonly id: 'codesign' } => {
  const lookAtIdentities = createIdentityLook(context);
  return {
    id: 'codesign',
    name: tool.name,
    async look() {
      const sightings = await lookAtIdentities();
      return (now) => describe(sightings, now);
    },
  };
};

const describe = (sightings: IdentitySightings, now: number): readonly Credential[] => {
  if (sightings.kind === 'unknown') {
    const reason = `The signing identities could not be listed. ${sightings.reason}`;
    return [{ ...notFound(tool), store: 'unknown', reason }];
  }
  const { identities } = sightings;
  const told = identities.filter((identity) => isWorthTelling(identity, identities, now));
  if (told.length === 0) return [notFound(tool)];
  return told.slice(0, greatestCredentialCount).map((identity) => credentialOf(identity, now));
};

const hasEnded = ({ certificate, problem }: IdentitySighting, now: number): boolean =>
  certificate === null ? problem === 'CSSMERR_TP_CERT_EXPIRED' : certificate.endsAt <= now;

/** An ended one is told for a while, unless another of its name has taken its place. */
const isWorthTelling = (identity: IdentitySighting, all: readonly IdentitySighting[], now: number): boolean => {
  if (!hasEnded(identity, now)) return true;
  if (all.some((other) => other.name === identity.name && !hasEnded(other, now))) return false;
  return identity.certificate !== null && now - identity.certificate.endsAt <= toldAfterEndMs;
};

const credentialOf = (identity: IdentitySighting, now: number): Credential => {
  const { name: account, certificate } = identity;
  const whole = { ...tool, account, installed: true };
  if (certificate === null) {
    const reason = `The certificate of "${account}" is in none of the keychains, so its end cannot be told.`;
    return { ...whole, store: 'unknown', overSsh: 'unknown', reason, status: 'unknown', expiry: null };
  }
  const end = statusByEnd('certificate', certificate.endsAt, now);
  const status = end.status === 'expired' || !isRefused(identity) ? end.status : 'unknown';
  const { keychainPath } = certificate;
  if (keychainPath.startsWith('/Library/Keychains/')) {
    const reason = `Its key is in ${keychainPath}, which macOS keeps unlocked; whether codesign may use it is up to the key's access list.`;
    return { ...whole, ...end, status, store: 'other-keychain', overSsh: 'unknown', reason };
  }
  const place = identity.isInLoginKeychain ? 'the login keychain' : keychainPath;
  const remark = isRefused(identity) ? ` macOS lists it as ${identity.problem}.` : '';
  return {
    ...whole,
    ...end,
    status,
    ...keptIn({ isInLoginKeychain: identity.isInLoginKeychain, keychainPath }),
    overSsh: 'breaks',
    reason: `codesign needs the private key in ${place}: unlocked, and with "codesign:" in its partition list (security set-key-partition-list).${remark}`,
    symptom,
  };
};

/** Its end is told by its date; and codesign does sign with a certificate that is not trusted. */
const isRefused = ({ problem }: IdentitySighting): boolean =>
  problem !== null && problem !== 'CSSMERR_TP_CERT_EXPIRED' && problem !== 'CSSMERR_TP_NOT_TRUSTED';
