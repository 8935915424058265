import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Certificates made here and now by openssl, for these hosts' names, and thrown away with this process. */
export const makeCertificates = (...hosts: readonly string[]): MadeCertificates => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-certificates-'));
  const file = (name: string) => join(folder, name);
  const read = (name: string) => readFileSync(file(name), 'utf8');
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = (name: string, organisation: string) =>
    openssl(
      'req',
      '-x509',
      ...newKey,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-days',
      '2',
      '-subj',
      `/O=${organisation}/CN=Root`,
    );
  const signed = (name: string, wishes: { by: string; days: string; for: readonly string[] }): ServerCertificate => {
    writeFileSync(file(`${name}.ext`), `subjectAltName=${wishes.for.map((name) => `DNS:${name}`).join(',')}\n`);
    openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${wishes.for[0]}`);
    const by = ['-CA', `${wishes.by}.pem`, '-CAkey', `${wishes.by}.key`, '-CAcreateserial'];
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...by,
      '-days',
      wishes.days,
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.pem`,
    );
    return { cert: read(`${name}.pem`), key: read(`${name}.key`) };
  };
  /** `openssl x509` knows no beginning but now; `openssl ca` does, and wants a small register of its own for it. */
  const signedForLater = (name: string): ServerCertificate => {
    writeFileSync(file(`${name}.ext`), `subjectAltName=${hosts.map((one) => `DNS:${one}`).join(',')}\n`);
    writeFileSync(file('index.txt'), '');
    writeFileSync(file('serial'), '77\n');
    const register = [
      '[ca]',
      'default_ca=d',
      '[d]',
      'database=index.txt',
      'serial=serial',
      'new_certs_dir=.',
      'policy=p',
    ];
    writeFileSync(file('ca.cnf'), [...register, 'default_md=sha256', '[p]', 'commonName=supplied', ''].join('\n'));
    openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${hosts[0]}`);
    const by = ['-cert', 'public.pem', '-keyfile', 'public.key', '-config', 'ca.cnf', '-extfile', `${name}.ext`];
    const dates = ['-startdate', '20980101000000Z', '-enddate', '20990101000000Z'];
    openssl('ca', '-batch', '-notext', ...by, ...dates, '-in', `${name}.csr`, '-out', `${name}.pem`);
    return { cert: read(`${name}.pem`), key: read(`${name}.key`) };
  };
  try {
    authority('public', 'Public Authority');
    authority('company', 'Example Corp Inspection');
    return {
      authority: read('public.pem'),
      good: signed('good', { by: 'public', days: '2', for: hosts }),
      // From now until a day ago.
      expired: signed('expired', { by: 'public', days: '-1', for: hosts }),
      notYetValid: signedForLater('later'),
      wrongName: signed('wrong', { by: 'public', days: '2', for: ['portal.hotel.example'] }),
      unknownIssuer: signed('unknown', { by: 'company', days: '2', for: hosts }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
