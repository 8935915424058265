import { runTool, type ToolResult } from './child-process';
import type { MacHost } from './host';
import { createOneAtATime } from './one-at-a-time';

export type ToolFailure = { readonly ok: false; readonly reason: string };
export type ToolAnswer = { readonly ok: true; readonly code: number; readonly stdout: string; readonly stderr: string };

/** Asks the small tools of macOS (`ps`, `who`, `pmset`, …): bounded, one call in flight per kind. */
export interface BoundedTools {
  /** @param kind what must not pile up; default: the tool and its first argument. */
  ask(tool: string, args: readonly string[], kind?: string): Promise<ToolAnswer | ToolFailure>;
}

const timeLimitMs = 4_000;

export const createBoundedTools = (host: MacHost): BoundedTools => {
  const oneAtATime = createOneAtATime();
  return {
    ask: (tool, args, kind = `${tool} ${args[0]}`) =>
      oneAtATime.query(kind, [tool, ...args], async () =>
        answerOf(tool, await runTool(host, { tool, args, timeLimitMs })),
      ),
  };
};

/** What came of a call, with a sentence where it did not answer. */
export const answerOf = (tool: string, result: ToolResult): ToolAnswer | ToolFailure => {
  switch (result.kind) {
    case 'exited':
      return { ok: true, code: result.code, stdout: result.stdout, stderr: result.stderr };
    case 'signalled':
      return { ok: false, reason: `${tool} was ended by ${result.signal}.` };
    case 'timed-out':
      return { ok: false, reason: `${tool} did not answer within ${result.timeLimitMs / 1000} seconds.` };
    case 'too-much-output':
      return { ok: false, reason: `${tool} said more than Latchkey reads.` };
    case 'could-not-start':
      return { ok: false, reason: `${tool} could not be started (${result.errorCode}).` };
    case 'aborted':
      return { ok: false, reason: `${tool} was called off.` };
  }
};
