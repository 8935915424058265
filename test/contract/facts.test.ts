import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFacts, isAsTold, keepFacts, type MeasuredFact } from './fact-table';
import { type AskedMac, askMac, macFacts } from './mac-facts';
import type { MacUnderTest } from './mac-under-test';
import { realMacUnderTest, whyNotOnRealMac } from './real-mac';
import { simulatedMacUnderTest } from './simulated';

/** What a Mac measures is kept as a table, also where one of it is not as told: that is when it is wanted. */
const describeFacts = (name: string, make: () => Promise<MacUnderTest>): void => {
  let mac: MacUnderTest;
  let asked: AskedMac;
  const measured: MeasuredFact[] = [];
  beforeAll(async () => {
    mac = await make();
    asked = askMac(mac);
  });
  afterAll(async () => {
    keepFacts(name, formatFacts(name === 'real-mac' ? 'this Mac' : 'the simulated Mac', measured));
    await mac.dispose();
  });

  it.each(macFacts.map((fact) => [fact.fact, fact] as const))('%s', async (_name, fact) => {
    const answer = await fact.measure(asked);
    measured.push({ ...fact, measured: answer });
    expect(answer).not.toBe('');
    expect(isAsTold(fact, answer), `${answer} is not ${fact.told}`).toBe(true);
  });
};

describe('what the simulated Mac measures', () => describeFacts('simulated-mac', simulatedMacUnderTest));

describe('what a real Mac measures', () => {
  const whyNot = whyNotOnRealMac();
  if (whyNot === null) describeFacts('real-mac', realMacUnderTest);
  else it('is the same', ({ skip }) => skip(whyNot));
});

describe('the table of facts', () => {
  const fact = {
    section: '2',
    grade: 'source',
    fact: 'a | b',
    told: /^0$/,
    measure: () => Promise.resolve(''),
  } as const;

  it.each([
    ['0', fact.told, '| 2 | source | a \\| b | `0` | yes |'],
    ['51', fact.told, '| 2 | source | a \\| b | `51` | **no** |'],
    ['two\nlines', null, '| 2 | source | a \\| b | `two lines` | open |'],
  ])('tells %j as what it is', (measured, told, row) => {
    expect(formatFacts('this Mac', [{ ...fact, told, measured }]).split('\n')).toContain(row);
  });
});
