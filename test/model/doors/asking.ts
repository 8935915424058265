import { type Fault, type FaultyPart, hangMs } from '../world/faults';
import type { World } from '../world/world';

/** The process that asks. */
export interface Asker {
  readonly isDead: boolean;
  readonly asking: Map<string, number>;
}

const slowMs = 40;

export const looksAt = (tool: string): string => `the login of ${tool}`;

/**
 * One child of a kind at a time. A look at a tool is no child: its file's change begins another one while the beat's waits
 * for an answer, and the newer of the two counts (monitor/look/credentials.ts).
 */
const mostAtOnce = (kind: string): number => (kind.startsWith(looksAt('')) ? 4 : 1);

/**
 * One question to the Mac: it may take a moment, fail, break or hang. Nobody who has died gets an answer.
 *
 * @param ifUnread what comes of it where it fails.
 */
export const ask = async <Value>(
  { faults, clock, ledger, isSlow }: World,
  asker: Asker,
  part: FaultyPart | null,
  kind: string,
  answer: () => Value,
  ifUnread: (reason: string) => Value,
): Promise<Value> => {
  const count = (asker.asking.get(kind) ?? 0) + 1;
  asker.asking.set(kind, count);
  if (count > mostAtOnce(kind)) ledger.complaints.push(`${count} of ${kind} were asked at once.`);
  const fault: Fault = part === null ? 'none' : faults.of(part);
  const pause = fault === 'hangs' ? hangMs : isSlow ? slowMs : 0;
  if (pause > 0) await new Promise<void>((resume) => clock.scheduler.after(pause, resume));
  if (asker.isDead) await new Promise(() => {});
  asker.asking.set(kind, (asker.asking.get(kind) ?? 1) - 1);
  if (fault === 'throws') throw new TypeError(`${kind} is broken.`);
  return fault === 'none' ? answer() : ifUnread(`The model's ${kind} did not answer.`);
};
