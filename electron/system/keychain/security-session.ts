import { failure, type Outcome, success } from '../../core/outcome';
import type { SessionAttributes } from '../../core/words/session';
import type { BoundedTools } from '../children/bounded-tools';
import type { FrameworkLibrary } from './framework-library';
import { askJxa, parseJxaJson, sessionScript } from './jxa';

/** Reads which security session this process is in. It never changes, so what was read once stays. */
export type ReadSecuritySession = () => Promise<Outcome<SessionAttributes, 'not-readable'>>;

/** Through the framework where it loads, else through one child process. Neither can prompt. */
export const createSecuritySessionReader = (
  tools: BoundedTools,
  library: Outcome<FrameworkLibrary>,
): ReadSecuritySession => {
  let known: Outcome<SessionAttributes, 'not-readable'> | null = null;
  return async () => {
    if (known?.ok) return known;
    known = library.ok ? throughFramework(library.value) : await throughJxa(tools);
    return known;
  };
};

const throughFramework = (library: FrameworkLibrary) => {
  const { osStatus, id, bits } = library.sessionInfo();
  return attributesOf(osStatus, id, bits);
};

const throughJxa = async (tools: BoundedTools): Promise<Outcome<SessionAttributes, 'not-readable'>> => {
  const answer = await askJxa(tools, sessionScript);
  if (!answer.ok) return failure('not-readable', answer.reason);
  return parseSessionAnswer(answer.value) ?? notUnderstood;
};

/** Reads what the script prints; null where it is anything else. */
export const parseSessionAnswer = (stdout: string): Outcome<SessionAttributes, 'not-readable'> | null => {
  const answer = parseJxaJson(stdout);
  if (!Array.isArray(answer) || answer.length !== 3 || !answer.every(Number.isInteger)) return null;
  const [osStatus, id, bits]: readonly number[] = answer;
  return attributesOf(osStatus ?? -1, id ?? 0, bits ?? 0);
};

/** AuthSession.h and xnu `bsm/audit.h`; all that Apple defines lies in the low 16 bits. */
const sessionBits = { initial: 0x1, graphicAccess: 0x10, remote: 0x1000 };
const largestBits = 0xffff;

/** Nothing but a session that the kernel can have given: 0 and -1 are none. */
const attributesOf = (osStatus: number, id: number, bits: number): Outcome<SessionAttributes, 'not-readable'> => {
  if (osStatus !== 0) return failure('not-readable', `macOS did not tell the security session (${osStatus}).`);
  if (id <= 0 || id >= 0xffff_ffff || bits < 0 || bits > largestBits) return notUnderstood;
  const has = (bit: number): boolean => (bits & bit) !== 0;
  return success({
    id,
    graphicAccess: has(sessionBits.graphicAccess),
    remote: has(sessionBits.remote),
    initial: has(sessionBits.initial),
  });
};

const notUnderstood = failure(
  'not-readable',
  'macOS described the security session in a way that Latchkey does not know.',
);

declare const noDialogPossible: unique symbol;

/**
 * The proof that this process runs where macOS can show no dialog. Only `proveNoDialog` makes one, out of what the kernel
 * says, and whatever could raise a dialog on a desktop asks for one.
 */
export interface NoDialogProof {
  readonly [noDialogPossible]: true;
}

const proofs = new WeakSet<object>();

/** Null where a dialog can appear, and where it cannot be told. `launchctl managername` proves nothing. */
export const proveNoDialog = async (readSession: ReadSecuritySession): Promise<NoDialogProof | null> => {
  const session = await readSession();
  if (!session.ok || session.value.graphicAccess) return null;
  const proof = Object.freeze({}) as NoDialogProof;
  proofs.add(proof);
  return proof;
};

/** False for anything but what `proveNoDialog` has returned. */
export const isNoDialogProof = (value: unknown): value is NoDialogProof =>
  typeof value === 'object' && value !== null && proofs.has(value);
