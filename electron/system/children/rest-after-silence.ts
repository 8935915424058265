/**
 * Asks, unless the same was asked a moment ago in vain: then the answer is the same at once. For a question that is asked
 * several times in one look, each of which would wait anew.
 *
 * @param isInVain whether it is no use to ask again soon.
 */
export type RestAfterSilence = <Answer>(
  key: string,
  restMs: number,
  ask: () => Promise<Answer>,
  isInVain: (answer: Answer) => boolean,
) => Promise<Answer>;

export const createRestAfterSilence = (): RestAfterSilence => {
  const rests = new Map<string, { readonly untilMs: number; readonly answer: unknown }>();
  return async <Answer>(
    key: string,
    restMs: number,
    ask: () => Promise<Answer>,
    isInVain: (answer: Answer) => boolean,
  ) => {
    const rest = rests.get(key);
    // The key stands for one kind of question, and what came in vain fits each of them.
    if (rest && performance.now() < rest.untilMs) return rest.answer as Answer;
    const answer = await ask();
    if (isInVain(answer)) rests.set(key, { untilMs: performance.now() + restMs, answer });
    else rests.delete(key);
    return answer;
  };
};
