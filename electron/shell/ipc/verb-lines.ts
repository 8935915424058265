/** The calls of one verb, a line for each window that asks. */
export interface VerbLines<Answer> {
  /**
   * Runs it when those before it in the line have been answered. The same as the last of them, asked before that was
   * answered, is the same call; so the order of different ones stays.
   *
   * @param payload what is asked, as the contract has it.
   * @param run never rejects.
   * @returns `busy` for a call that gave way: of those that wait, only the newest few stay.
   */
  ask(contentsId: number, payload: unknown, run: () => Promise<Answer>): Promise<Answer | 'busy'>;
}

interface Call<Answer> {
  readonly about: string;
  readonly answer: Promise<Answer | 'busy'>;
  /** Called once: its turn has come, or it gives way. */
  readonly begin: (isTurn: boolean) => void;
}

/** Of one verb and one window. Nobody clicks as fast as that. */
const mostWaiting = 4;

/** Whatever a page does, one call of a verb is under way for each window, and a few wait. */
export const createVerbLines = <Answer>(): VerbLines<Answer> => {
  /** The first of each is under way. */
  const lines = new Map<number, Call<Answer>[]>();

  const next = (contentsId: number, line: Call<Answer>[]): void => {
    line.shift();
    if (line.length === 0) lines.delete(contentsId);
    line[0]?.begin(true);
  };

  const newCall = (contentsId: number, about: string, line: Call<Answer>[], run: () => Promise<Answer>) => {
    let begin: Call<Answer>['begin'] = () => undefined;
    const turn = new Promise<boolean>((resolve) => {
      begin = resolve;
    });
    const answer = turn.then(async (isTurn) => {
      if (!isTurn) return 'busy';
      const answered = await run();
      next(contentsId, line);
      return answered;
    });
    return { about, answer, begin };
  };

  return {
    ask(contentsId, payload, run) {
      const line = lines.get(contentsId) ?? [];
      lines.set(contentsId, line);
      const about = JSON.stringify(payload) ?? '';
      const last = line.at(-1);
      if (last?.about === about) return last.answer;
      const call = newCall(contentsId, about, line, run);
      line.push(call);
      if (line.length === 1) call.begin(true);
      if (line.length > 1 + mostWaiting) line.splice(1, 1)[0]?.begin(false);
      return call.answer;
    },
  };
};
