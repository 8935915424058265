import { midSentence } from '../text/mid-sentence';
import { causes } from './causes/causes';
import { checks } from './causes/checks';
import { type CureId, cures } from './causes/cures';
import type { Diagnosis, RankedCause } from './diagnosis';

/** What the second look says of a cure. */
export interface OutcomeAfterCure {
  /** `another-cause`: it worked, and something else is found now. `not-known`: nobody can measure it; the tool tells. */
  readonly result: 'worked' | 'another-cause' | 'still-there' | 'not-known';
  readonly sentence: string;
}

/**
 * Whether a cure of the first cause has worked, by looking again. A message or symptom tells of the past: what only they
 * pointed to cannot be seen to be gone.
 *
 * @param before with the cause that was to be cured as its first.
 * @param after from the facts of a second look.
 */
export const outcomeAfterCure = (before: Diagnosis, after: Diagnosis, cure?: CureId): OutcomeAfterCure => {
  const [cured] = before.causes;
  if (!cured || cured.id === 'unexplained') return notKnown('Nothing was found before that could have gone.');
  const left = after.causes.find(({ id }) => id === cured.id);
  if (left && isFound(left)) {
    return {
      result: 'still-there',
      sentence: `It has not worked yet: ${midSentence(cured.title)}. ${nextAdvice(left, cure)}`,
    };
  }
  if (!isFound(cured)) return notKnown('Latchkey could not measure this: try the tool once more.');
  const unmeasured = cured.evidence.find(({ about }) => after.notMeasured.some(({ fact }) => fact === about));
  if (unmeasured) return notKnown('The check could not be made again: try the tool once more.');
  const next = after.causes.find((cause) => cause.id !== cured.id && cause.id !== 'unexplained' && isFound(cause));
  const worked = cure === undefined ? 'It has worked.' : `It has worked: ${midSentence(cures[cure].seenToWork)}`;
  if (next) return { result: 'another-cause', sentence: `${worked} Next: ${midSentence(next.title)}.` };
  return { result: 'worked', sentence: `${worked} Try the tool again.` };
};

const isFound = ({ grounds }: RankedCause): boolean => grounds === 'measured' || grounds === 'inferred';

const notKnown = (sentence: string): OutcomeAfterCure => ({ result: 'not-known', sentence });

/** The cure after the one that was tried; the check that shows it, where there is none. */
const nextAdvice = ({ id, cures: steps }: RankedCause, tried: CureId | undefined): string => {
  const at = steps.findIndex((step) => step.id === tried);
  const next = at === -1 ? undefined : steps[at + 1];
  if (next) return `Next: ${midSentence(next.title)}.`;
  const check = checks[cures[causes[id].cures[0]].seenToWorkBy].title;
  return `The check “${check}” shows when it has.`;
};
