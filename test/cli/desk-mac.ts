import { onTestFinished, type TestContext } from 'vitest';
import type { Scenario } from '../simulator/parsing/scenario';
import { createSimulatedMac, type SimulatedMac, type SimulatedMacOptions } from '../simulator/simulated-mac';

/**
 * Makes it for one test and disposes of it afterwards.
 *
 * @param context of the test that it is for; only where tests run side by side, vitest cannot tell by itself.
 */
export const createDeskMac = async (
  scenario: Scenario,
  options: SimulatedMacOptions = {},
  context: Pick<TestContext, 'onTestFinished'> = { onTestFinished },
): Promise<SimulatedMac> => {
  const mac = await createSimulatedMac(scenario, options);
  context.onTestFinished(() => mac.dispose());
  return mac;
};
