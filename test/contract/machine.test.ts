import { describe, it } from 'vitest';
import { describeMachine } from './machine-contract';
import { realMacUnderTest, whyNotOnRealMac } from './real-mac';
import { simulatedMacUnderTest } from './simulated';

describe('the tools of the simulated Mac', () => describeMachine(simulatedMacUnderTest));

describe('the tools of a real Mac', () => {
  const whyNot = whyNotOnRealMac();
  if (whyNot === null) describeMachine(realMacUnderTest);
  else it('do the same', ({ skip }) => skip(whyNot));
});
