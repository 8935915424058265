import { formatTimeout } from '../../core/time/format-timeout';
import { type Reading, read, unread } from '../../core/words/reading';
import type { MacHost } from '../mac/host';
import { runTool, type ToolResult } from './child-process';
import { createOneAtATime } from './one-at-a-time';
import { createRestAfterSilence } from './rest-after-silence';

export type ToolFailure = { readonly ok: false; readonly reason: string };
export type ToolAnswer = { readonly ok: true; readonly code: number; readonly stdout: string; readonly stderr: string };

/** Asks the small tools of macOS (`ps`, `who`, `pmset`, …): bounded, one call in flight per kind. */
export interface BoundedTools {
  /**
   * @param kind what must not pile up; default: the tool and its first argument.
   * @param restMs for so long one that did not answer in time is not asked again, and fails at once: for a question that is
   *   asked several times in one look, each of which would wait anew.
   */
  ask(tool: string, args: readonly string[], kind?: string, restMs?: number): Promise<ToolAnswer | ToolFailure>;
}

const timeLimitMs = 4_000;

/** None of these says a tenth of it, and a parser's time goes with its length. All processes of a crowded Mac are more. */
const mostOutputBytes = 1024 * 1024;
const mostProcessBytes = 4 * 1024 * 1024;

export const createBoundedTools = (host: MacHost): BoundedTools => {
  const oneAtATime = createOneAtATime();
  const restAfterSilence = createRestAfterSilence();
  return {
    ask: (tool, args, kind = `${tool} ${args[0]}`, restMs = 0) =>
      oneAtATime.query(kind, [tool, ...args], async () => {
        const outputLimitBytes = tool === '/bin/ps' ? mostProcessBytes : mostOutputBytes;
        const run = () => runTool(host, { tool, args, timeLimitMs, outputLimitBytes });
        return answerOf(tool, await restAfterSilence(kind, restMs, run, (result) => result.kind === 'timed-out'));
      }),
  };
};

/** What a tool printed; unread unless it ended with 0. @param kind as of `ask` */
export const readOutput = async (
  tools: BoundedTools,
  tool: string,
  args: readonly string[],
  kind?: string,
): Promise<Reading<string>> => {
  const answer = await tools.ask(tool, args, kind);
  if (!answer.ok) return unread(answer.reason);
  return answer.code === 0 ? read(answer.stdout) : unread(`${tool} ended with code ${answer.code}.`);
};

/** What came of a call, with a sentence where it did not answer. */
export const answerOf = (tool: string, result: ToolResult): ToolAnswer | ToolFailure => {
  switch (result.kind) {
    case 'exited':
      return { ok: true, code: result.code, stdout: result.stdout, stderr: result.stderr };
    case 'signalled':
      return { ok: false, reason: `${tool} was ended by ${result.signal}.` };
    case 'timed-out':
      return { ok: false, reason: `${tool} did not answer within ${formatTimeout(result.timeLimitMs / 1000)}.` };
    case 'too-much-output':
      return { ok: false, reason: `${tool} said more than Latchkey reads.` };
    case 'could-not-start':
      return { ok: false, reason: `${tool} could not be started (${result.errorCode}).` };
    case 'aborted':
      return { ok: false, reason: `${tool} was called off.` };
  }
};
