import { X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../core/outcome';
import { outsideMoment } from '../../core/time/outside-numbers';

/** A certificate is public; this is the little of it that is of use here. */
export interface CertificateSighting {
  /** 40 hexadecimal digits, in capitals. */
  readonly sha1: string;
  /** Milliseconds since 1970: its notAfter. */
  readonly endsAt: number;
}

const block = /-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\s]*?-----END CERTIFICATE-----/g;
const otherLine = /^(?:SHA-(?:1|256) hash: .*)?\s*$/;
const mostCertificates = 2_000;

/**
 * Reads what `find-certificate -a -p` prints. A certificate that cannot be parsed is left out: one odd file of somebody's
 * must not hide the others.
 *
 * @returns `garbled` when there is anything but certificates (and their hashes, with `-Z`).
 */
export const parseCertificates = (stdout: string): Outcome<readonly CertificateSighting[], 'garbled'> => {
  const rest = stdout.replace(block, '');
  if (!rest.split('\n').every((line) => otherLine.test(line))) return garbled;
  const blocks = stdout.match(block) ?? [];
  return success(blocks.slice(0, mostCertificates).flatMap(sightingOf));
};

const sightingOf = (pem: string): readonly CertificateSighting[] => {
  try {
    const certificate = new X509Certificate(pem);
    const endsAt = outsideMoment(Date.parse(certificate.validTo));
    return endsAt === null ? [] : [{ sha1: certificate.fingerprint.replaceAll(':', ''), endsAt }];
  } catch {
    return [];
  }
};

const garbled = failure('garbled', 'The security tool printed certificates that Latchkey cannot read.');
