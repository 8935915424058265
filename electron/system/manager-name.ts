import type { Host } from '../core/snapshot';
import type { BoundedTools } from './bounded-tools';

declare const noDialogPossible: unique symbol;

/**
 * The proof that this process runs where macOS can show no dialog. Only `proveNoDialog` makes one, out of what
 * `launchctl` has answered, and whatever could raise a dialog on a desktop asks for one.
 */
export interface NoDialogProof {
  readonly [noDialogPossible]: true;
}

/** What `launchctl managername` says of this process: Aqua when it was born on the desktop, Background over SSH. */
export const readManagerName = async (tools: BoundedTools): Promise<Host['managerName']> => {
  const answer = await tools.ask('/bin/launchctl', ['managername']);
  const name = answer.ok && answer.code === 0 ? answer.stdout.trim() : '';
  return name === 'Aqua' || name === 'Background' ? name : 'unknown';
};

const proofs = new WeakSet<object>();

/** Asks anew: null on the desktop, and where it cannot be told. */
export const proveNoDialog = async (tools: BoundedTools): Promise<NoDialogProof | null> => {
  if ((await readManagerName(tools)) !== 'Background') return null;
  const proof = Object.freeze({}) as NoDialogProof;
  proofs.add(proof);
  return proof;
};

/** False for anything but what `proveNoDialog` has returned. */
export const isNoDialogProof = (value: unknown): value is NoDialogProof =>
  typeof value === 'object' && value !== null && proofs.has(value);
