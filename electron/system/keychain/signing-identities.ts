import { failure, type Outcome, success } from '../../core/outcome';

/** A certificate whose private key is in a keychain, as `find-identity` lists it: nothing of the key was used. */
export interface SigningIdentity {
  /** 40 hexadecimal digits, in capitals. */
  readonly sha1: string;
  readonly name: string;
  /** Why macOS does not take it for valid: `CSSMERR_TP_CERT_EXPIRED`, or words in the user's language; null when it does. */
  readonly problem: string | null;
}

const identityLine = /^\s*\d+\)\s+([0-9A-Fa-f]{40})\s+"(.*)$/;
const countLine = /^\s*(\d+) (?:valid )?identities found\s*$/;

/**
 * Reads what `find-identity -p codesigning` prints: all that match, with what is wrong with each, then the valid ones again
 * (SecurityTool `identity_find.m`). A line of any other kind is left out: one certificate without a digest
 * (`!----- unable to get SHA-1 digest -----!`) must not hide the others.
 *
 * @returns each identity once; `garbled` when it does not say how many there are, or counts some and none can be read.
 */
export const parseSigningIdentities = (stdout: string): Outcome<readonly SigningIdentity[], 'garbled'> => {
  const identities = new Map<string, SigningIdentity>();
  const counts: number[] = [];
  for (const line of stdout.split('\n')) {
    const count = countLine.exec(line)?.[1];
    if (count !== undefined) counts.push(Number(count));
    const [, digits = '', rest = ''] = identityLine.exec(line) ?? [];
    const sha1 = digits.toUpperCase();
    const named = parseNameAndProblem(rest.trimEnd());
    if (named && !identities.has(sha1)) identities.set(sha1, { sha1, ...named });
  }
  if (counts.length === 0 || (identities.size === 0 && counts.some((count) => count > 0))) return garbled;
  return success([...identities.values()]);
};

/**
 * What follows the opening quotation mark: `NAME"`, or `NAME" (REASON)`. Neither is escaped, and both may hold quotation
 * marks and parentheses: the name is taken as long as it can be while the parentheses of what is left as reason close.
 */
const parseNameAndProblem = (text: string): Pick<SigningIdentity, 'name' | 'problem'> | null => {
  if (text.endsWith('"')) return { name: text.slice(0, -1), problem: null };
  if (!text.endsWith(')')) return null;
  for (let end = text.lastIndexOf('" ('); end > 0; end = text.lastIndexOf('" (', end - 1)) {
    const problem = text.slice(end + 3, -1);
    if (isClosed(problem)) return { name: text.slice(0, end), problem };
  }
  return null;
};

const isClosed = (text: string): boolean => {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
};

const garbled = failure('garbled', 'The security tool printed a list of identities that Latchkey cannot read.');
