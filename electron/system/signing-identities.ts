import { failure, type Outcome, success } from '../core/outcome';

/** A certificate whose private key is in a keychain, as `find-identity` lists it: nothing of the key was used. */
export interface SigningIdentity {
  /** 40 hexadecimal digits, in capitals. */
  readonly sha1: string;
  readonly name: string;
  /** Why macOS does not take it for valid, e.g. `CSSMERR_TP_CERT_EXPIRED`; null when it does. */
  readonly problem: string | null;
}

const identityLine = /^\s*\d+\)\s+([0-9A-Fa-f]{40})\s+"(.*)"(?:\s+\((\w+)\))?\s*$/;
const otherLine = /^\s*(?:Policy: .*|Matching identities|Valid identities only|\d+ (?:valid )?identities found)?\s*$/;
const countLine = /^\s*\d+ (?:valid )?identities found\s*$/m;

/**
 * Reads what `find-identity -p codesigning` prints: all that match, with what is wrong with each, then the valid ones again
 * (SecurityTool `identity_find.m`).
 *
 * @returns each identity once; `garbled` when a line is none of these, or when it does not say how many there are.
 */
export const parseSigningIdentities = (stdout: string): Outcome<readonly SigningIdentity[], 'garbled'> => {
  const identities = new Map<string, SigningIdentity>();
  for (const line of stdout.split('\n')) {
    const [, digits = '', name = '', problem = null] = identityLine.exec(line) ?? [];
    const sha1 = digits.toUpperCase();
    if (digits === '' && !otherLine.test(line)) return garbled;
    if (digits !== '' && !identities.has(sha1)) identities.set(sha1, { sha1, name, problem });
  }
  return countLine.test(stdout) ? success([...identities.values()]) : garbled;
};

const garbled = failure('garbled', 'The security tool printed a list of identities that Latchkey cannot read.');
