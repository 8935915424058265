import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOpenssl } from '../../certificates/openssl';

export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface MadeCertificates {
  /** The one authority that counts, in PEM. */
  readonly authority: string;
  readonly good: ServerCertificate;
  readonly expired: ServerCertificate;
  readonly notYetValid: ServerCertificate;
  readonly wrongName: ServerCertificate;
  /** Signed by an authority that nobody knows. */
  readonly unknownIssuer: ServerCertificate;
}

/** In days from now, as `openssl ca` reads it. */
const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]|\.\d+/g, '');

/** Certificates made here and now by openssl, for these hosts' names, and thrown away with this process. */
export const makeCertificates = (...hosts: readonly string[]): MadeCertificates => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-certificates-'));
  try {
    const openssl = createOpenssl(folder);
    const now = { by: 'public', hosts, from: day(-1), until: day(2) };
    const signed = (name: string, wishes: Partial<typeof now> = {}): ServerCertificate => {
      openssl.sign(name, { ...now, ...wishes });
      return { cert: openssl.read(`${name}.pem`), key: openssl.read(`${name}.key`) };
    };
    openssl.selfSign('public', '/O=Public Authority/CN=Root', 2);
    openssl.selfSign('company', '/O=Example Corp Inspection/CN=Root', 2);
    return {
      authority: openssl.read('public.pem'),
      good: signed('good'),
      expired: signed('expired', { from: day(-3), until: day(-1) }),
      notYetValid: signed('later', { from: '20980101000000Z', until: '20990101000000Z' }),
      wrongName: signed('wrong', { hosts: ['portal.hotel.example'] }),
      unknownIssuer: signed('unknown', { by: 'company' }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
