import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBoundedTools } from '../../../electron/system/children/bounded-tools';
import { type MacWithDoors, macWithDoors } from '../simulated-doors';

const tool = '/usr/bin/sw_vers';
const didNotAnswer = { ok: false, reason: `${tool} did not answer within 4 s.` };
const hours = 3_600_000;

let at: MacWithDoors;
beforeEach(async () => {
  at = await macWithDoors();
});
afterEach(() => at.mac.dispose());

const ask = (tools: ReturnType<typeof createBoundedTools>, restMs?: number) =>
  tools.ask(tool, ['-productVersion'], 'version', restMs);

it('a question that was not answered in time is not asked again before it has rested', async () => {
  const tools = createBoundedTools(at.host());
  at.mac.setFaults([{ tool: 'sw_vers', hangMs: hours }]);
  expect(await ask(tools, hours)).toEqual(didNotAnswer);
  // It would answer now, and nobody asks.
  at.mac.setFaults([]);
  expect(await ask(tools, hours)).toEqual(didNotAnswer);
  expect(await tools.ask(tool, ['-productVersion'], 'another')).toMatchObject({ ok: true });
});

it('one that need not rest, and one that failed otherwise, is asked again', async () => {
  const tools = createBoundedTools(at.host());
  at.mac.setFaults([{ tool: 'sw_vers', exit: 1 }]);
  expect(await ask(tools, hours)).toMatchObject({ ok: true, code: 1 });
  at.mac.setFaults([{ tool: 'sw_vers', hangMs: hours }]);
  expect(await ask(tools)).toEqual(didNotAnswer);
  at.mac.setFaults([]);
  expect(await ask(tools)).toMatchObject({ ok: true, code: 0 });
});
