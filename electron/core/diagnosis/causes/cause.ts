import type { CureId } from './cures';

export type CauseKind = 'keychain' | 'session' | 'token' | 'network' | 'service' | 'configuration';

export interface Cause {
  readonly kind: CauseKind;
  readonly title: string;
  /** What it means, and why it looks like being logged out. */
  readonly sentence: string;
  /** What people do about it that does not help: one sentence. */
  readonly mistake?: string;
  /** Nothing else can be told or helped before this is: it goes first whatever else is found. */
  readonly blocksEverything: boolean;
  /** In any order: they are shown the least invasive first. */
  readonly cures: readonly [CureId, ...CureId[]];
}
