import type { Credential } from '../../core/words/credential';
import { forAccount, type ToolTitle } from '../common/common-credentials';
import { statusByEnd } from '../common/end-status';
import { endingToken, writtenAt } from '../common/verdict';
import type { CertificateEnd } from '../formats/certificate-end';
import type { FoundRegistryLogin } from './registry-login';

export interface RegistryTool extends ToolTitle {
  /** How a missing or ended login shows. */
  readonly symptom: string;
}

const dayMs = 86_400_000;

/**
 * What a login at a package registry is at a moment. It lies in a file or a variable, which no lock guards. A registry
 * writes no end of a token on the disk: the age of the file is all that can be said.
 *
 * @param now milliseconds since 1970.
 */
export const registryCredential = (
  tool: RegistryTool,
  login: FoundRegistryLogin,
  certificate: CertificateEnd | null,
  now: number,
): Credential => ({
  tool: tool.tool,
  name: tool.name,
  ...forAccount(login.registry),
  installed: true,
  ...tell(login, certificate, now),
  symptom: tool.symptom,
});

type Told = Pick<Credential, 'store' | 'overSsh' | 'reason' | 'status' | 'expiry' | 'mayEnterEndDate' | 'writtenAt'>;

const unknownEnd = { status: 'unknown', expiry: null } as const;
const token = endingToken(unknownEnd);

const tell = (login: FoundRegistryLogin, certificate: CertificateEnd | null, now: number): Told => {
  const { means, path, variable } = login;
  if (means === 'wrong-kind') {
    const place = path ?? 'The environment';
    const reason = `${place} holds a login that cannot be read: a value of it is of the wrong kind.`;
    return { store: 'file', overSsh: 'unknown', status: 'unreadable', expiry: null, reason };
  }
  if (path === null) {
    const reason = 'It uses a variable npm_config_//…, set in the environment, which no lock guards.';
    return { ...token, store: 'environment', overSsh: 'survives', reason };
  }
  if (means === 'helper') {
    const reason = `It asks the token helper that ${path} names, which may itself need a keychain.`;
    return { ...unknownEnd, store: 'unknown', overSsh: 'unknown', reason };
  }
  if (variable !== null) {
    const reason = `It takes the login from the variable ${variable}, as ${path} says: no lock guards it, but the remote shell must export it.`;
    return { ...token, store: 'environment', overSsh: 'survives', reason };
  }
  const inFile = { store: 'file', overSsh: 'survives' } as const;
  if (means === 'certificate') return { ...inFile, ...certificateTold(login, path, certificate, now) };
  const reason = `It uses the ${means} in ${path}, which no lock guards; no end date on disk${ageOf(login, now)}.`;
  return { ...(means === 'token' ? token : unknownEnd), ...inFile, reason, ...writtenAt(login.modifiedAt) };
};

const certificateTold = (
  { certificatePath }: FoundRegistryLogin,
  path: string,
  certificate: CertificateEnd | null,
  now: number,
): Pick<Told, 'reason' | 'status' | 'expiry'> => {
  const used = `It uses the certificate ${certificatePath} that ${path} names, which no lock guards`;
  if (certificate === null) return { ...unknownEnd, reason: `${used}.` };
  if (!('endsAt' in certificate))
    return { status: 'unreadable', expiry: null, reason: `${used}; its end cannot be read: ${certificate.reason}.` };
  const { endsAt } = certificate;
  return { ...statusByEnd('certificate', endsAt, now), reason: `${used}.` };
};

const ageOf = ({ modifiedAt }: FoundRegistryLogin, now: number): string => {
  if (modifiedAt === null || modifiedAt > now) return '';
  const days = Math.floor((now - modifiedAt) / dayMs);
  if (days < 1) return ', and the file was written less than a day ago';
  return `, and the file was written ${days === 1 ? 'a day' : `${days} days`} ago`;
};
