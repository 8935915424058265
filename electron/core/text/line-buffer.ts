import { failure, type Outcome, success } from '../outcome';

export interface LineBuffer {
  /** Takes in what has come. @returns the lines that are complete now, without their ends. */
  push(text: string): Outcome<readonly string[], 'too-long'>;
}

/** Cuts what comes in pieces into lines. One that is longer than allowed ends it: nothing more is to be pushed. */
export const createLineBuffer = (longestCharacters: number): LineBuffer => {
  let parts: string[] = [];
  let length = 0;
  return {
    push(text) {
      const [first = '', ...others] = text.split('\n');
      parts.push(first);
      length += first.length;
      const lines: string[] = [];
      for (const next of others) {
        lines.push(parts.join(''));
        parts = [next];
        length = next.length;
      }
      return length > longestCharacters || lines.some((line) => line.length > longestCharacters)
        ? failure('too-long', 'That line is too long.')
        : success(lines);
    },
  };
};
