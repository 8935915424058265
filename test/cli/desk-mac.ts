import { onTestFinished } from 'vitest';
import type { Scenario } from '../simulator/scenario';
import { createSimulatedMac, type SimulatedMac, type SimulatedMacOptions } from '../simulator/simulated-mac';

/** Makes it for one test and disposes of it afterwards. */
export const createDeskMac = async (scenario: Scenario, options: SimulatedMacOptions = {}): Promise<SimulatedMac> => {
  const mac = await createSimulatedMac(scenario, options);
  onTestFinished(() => mac.dispose());
  return mac;
};
