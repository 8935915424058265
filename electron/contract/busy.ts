import { failure } from '../core/outcome';

/** The reply to a request that gave way to newer ones of its kind: of those that wait only the newest few stay. */
export const busy = failure('busy', 'Latchkey is still busy with that. Wait a moment, then try again.');

export type Busy = typeof busy;

/** A hold that is busy says so in the same words. The code stands here again, so that no page carries the sentence. */
export const isBusy = (reply: unknown): reply is Busy =>
  (reply as { readonly code?: unknown } | null | undefined)?.code === ('busy' satisfies Busy['code']);
