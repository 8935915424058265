import { X509Certificate } from 'node:crypto';
import { preferencesIn } from '../../keychain-store';
import type { PlannedCertificate } from '../../mac-plan';
import { osStatus } from '../../os-status';
import { complain, print, type ToolCall } from '../../tool-call';
import { getopt } from './getopt';
import { failed, keychainNamed, usage } from './keychain-argument';

/** What each policy is called in the list. */
const policies: Readonly<Record<string, string>> = {
  basic: 'X.509 Basic',
  codesigning: 'Code Signing',
  'ssl-client': 'SSL (client)',
  'ssl-server': 'SSL (server)',
  smime: 'S/MIME',
};

interface Certificate {
  readonly plan: PlannedCertificate;
  readonly x509: X509Certificate;
  readonly name: string;
}

/** In the keychains named, else in the search list. Lock states do not matter: certificates are not encrypted. */
const certificatesIn = (call: ToolCall, names: readonly string[]): readonly Certificate[] => {
  const paths =
    names.length > 0
      ? names.map((name) => keychainNamed(call, name))
      : preferencesIn(call.mac, call.session).searchList;
  return call.mac.plan.keychains
    .filter(({ path }) => paths.includes(path))
    .flatMap(({ certificates }) => certificates)
    .map((plan) => {
      const x509 = new X509Certificate(plan.pem);
      // `subject` escapes what stands in the name, the older form does not.
      return { plan, x509, name: String(x509.toLegacyObject().subject.CN ?? '') };
    });
};

const sha = (fingerprint: string): string => fingerprint.replaceAll(':', '');

const problemOf = (call: ToolCall, { plan, x509 }: Certificate): string | null =>
  plan.problem ?? (Date.parse(x509.validTo) <= call.mac.now() ? 'CSSMERR_TP_CERT_EXPIRED' : null);

/** Lists what matches with what is wrong with it, then what is valid; with `-v` only the latter (`identity_find.m`). */
export const findIdentity = (call: ToolCall, args: readonly string[]): number => {
  const options = getopt(args, 'hp:s:v');
  if (!options || options.letters.has('h')) return usage;
  const policy = policies[options.values.p ?? 'basic'];
  if (policy === undefined) {
    complain(`security: unrecognized policy: ${options.values.p}\n`);
    return usage;
  }
  const identities = certificatesIn(call, options.rest).filter(({ plan }) => plan.hasPrivateKey);
  const list = (shown: readonly Certificate[], what: string) => {
    for (const [index, shownOne] of shown.entries()) {
      const problem = problemOf(call, shownOne);
      const number = String(index + 1).padStart(3);
      const digest = shownOne.plan.hasDigest
        ? sha(shownOne.x509.fingerprint)
        : '!----- unable to get SHA-1 digest -----!';
      print(`${number}) ${digest} "${shownOne.name}"${problem === null ? '' : ` (${problem})`}\n`);
    }
    print(`     ${shown.length} ${what}identities found\n`);
  };
  if (!options.letters.has('v')) {
    print(`\nPolicy: ${policy}\n  Matching identities\n`);
    list(identities, '');
    print('\n  Valid identities only\n');
  }
  list(
    identities.filter((identity) => problemOf(call, identity) === null),
    'valid ',
  );
  return 0;
};

/** Prints certificates as PEM; with `-Z` their hashes before that. */
export const findCertificate = (call: ToolCall, args: readonly string[]): number => {
  const options = getopt(args, 'hac:e:mpZ');
  if (!options || options.letters.has('h')) return usage;
  const { c: name } = options.values;
  const found = certificatesIn(call, options.rest).filter((one) => name === undefined || one.name.includes(name));
  const isAll = options.letters.has('a');
  if (found.length === 0 && !isAll) return failed('SecKeychainSearchCopyNext', osStatus.itemNotFound);
  for (const { x509 } of isAll ? found : found.slice(0, 1)) {
    if (options.letters.has('Z')) {
      print(`SHA-256 hash: ${sha(x509.fingerprint256)}\nSHA-1 hash: ${sha(x509.fingerprint)}\n`);
    }
    if (options.letters.has('p')) print(x509.toString());
  }
  return 0;
};
