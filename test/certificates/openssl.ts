import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `openssl` in one folder, asked for nothing that 1.1.1, 3 and macOS's LibreSSL do not all know. */
export interface Openssl {
  /** A certificate that has signed itself, with its key. @param subject `/CN=alice` */
  selfSign(name: string, subject: string, days: number): void;
  /** One that `by` has signed, between these days of `openssl ca`: YYYYMMDDHHMMSSZ. */
  sign(name: string, wishes: SigningWishes): void;
  /** The PEM of `name.pem`, or of `name.key`. */
  read(file: string): string;
}

interface SigningWishes {
  readonly by: string;
  readonly hosts: readonly string[];
  readonly from: string;
  readonly until: string;
}

/** None of the machine's own configuration is read: what stands in it differs. */
const configuration = [
  ...['[req]', 'distinguished_name=dn', 'x509_extensions=authority', 'prompt=no', '[dn]', 'CN=none'],
  ...['[authority]', 'basicConstraints=critical,CA:TRUE', 'subjectKeyIdentifier=hash'],
  ...['[ca]', 'default_ca=register'],
  ...['[register]', 'database=index.txt', 'serial=serial', 'new_certs_dir=.', 'policy=policy', 'default_md=sha256'],
  'unique_subject=no',
  ...['[policy]', 'commonName=supplied', ''],
].join('\n');

/** @param folder that is thrown away with all that is made in it */
export const createOpenssl = (folder: string): Openssl => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  const newKey = (name: string) =>
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', `${name}.key`);
  const request = (name: string, subject: string) =>
    ['req', '-new', '-config', 'openssl.cnf', '-sha256', '-key', `${name}.key`, '-subj', subject] as const;
  write('openssl.cnf', configuration);
  write('index.txt', '');
  write('serial', '1000\n');
  return {
    selfSign(name, subject, days) {
      newKey(name);
      openssl(...request(name, subject), '-x509', '-days', `${days}`, '-out', `${name}.pem`);
    },
    sign(name, { by, hosts, from, until }) {
      newKey(name);
      openssl(...request(name, `/CN=${hosts[0]}`), '-out', `${name}.csr`);
      write(`${name}.ext`, `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}\n`);
      const signer = ['-config', 'openssl.cnf', '-cert', `${by}.pem`, '-keyfile', `${by}.key`];
      const dates = ['-startdate', from, '-enddate', until];
      const files = ['-extfile', `${name}.ext`, '-in', `${name}.csr`, '-out', `${name}.pem`];
      openssl('ca', '-batch', '-notext', ...signer, ...dates, ...files);
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
  };
};
