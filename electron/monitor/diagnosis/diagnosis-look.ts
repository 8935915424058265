import type { AwaitedPart } from '../../core/words/reading';
import type { Snapshot } from '../../core/words/snapshot';

/** One look that was begun for a diagnosis. */
export interface DiagnosisLook {
  /** Resolves when these parts of it have come, with what is known then; null when nothing is. */
  come(parts: readonly AwaitedPart[]): Promise<Snapshot | null>;
  /** What is known of it by now. */
  soFar(): Promise<Snapshot | null>;
  /** The parts that have not come yet. */
  awaited(): readonly AwaitedPart[];
  /** The names of the tools that have not answered yet. */
  awaitedTools(): readonly string[];
}
