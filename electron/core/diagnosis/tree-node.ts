import type { CauseId } from './causes/causes';
import type { QuestionId } from './questions';

/** Where an answer leads: what it names, and the next question; null is the end. */
export interface Branch {
  readonly causes: readonly CauseId[];
  readonly next: string | null;
}

export interface TreeNode {
  readonly asks: QuestionId;
  readonly yes: Branch;
  readonly no: Branch;
  readonly notKnown: Branch;
}

/** A question whose yes names a cause; each answer goes on, because there may be several causes at once. */
export const names = (asks: QuestionId, cause: CauseId, next: string | null, afterYes = next): TreeNode => ({
  asks,
  yes: { causes: [cause], next: afterYes },
  no: { causes: [], next },
  notKnown: { causes: [], next },
});

/** A question that only chooses the way. */
export const chooses = (
  asks: QuestionId,
  ways: { readonly yes: string; readonly no: string; readonly notKnown: string },
): TreeNode => ({
  asks,
  yes: { causes: [], next: ways.yes },
  no: { causes: [], next: ways.no },
  notKnown: { causes: [], next: ways.notKnown },
});
