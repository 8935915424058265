import { mkdirSync } from 'node:fs';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createSimulatedMac } from '../simulator/simulated-mac';
import { longestSocketPath } from './longest-socket-path';
import type { MacUnderTest } from './mac-under-test';
import { checkThrowAway } from './only-throw-away';

const folder = '/Users/alice/throw away 🔑';

export const simulatedMacUnderTest = async (): Promise<MacUnderTest> => {
  const mac = await createSimulatedMac({
    user: { name: 'alice', password: 'login' },
    keychains: [
      { path: '~/Library/Keychains/login.keychain-db', password: 'login', isLogin: true, isDefault: true, items: [] },
    ],
    sessions: [{ id: 'desktop', kind: 'desktop' }],
    remoteLogin: true,
  });
  mkdirSync(mac.root + folder, { recursive: true });
  const host = createMacHost(mac.environment(), { allowSimulation: true });
  if (!host.ok) throw new Error(host.reason);
  return {
    host: host.value,
    folder,
    async security(...args) {
      checkThrowAway(folder, args);
      const { code, stdout, stderr } = await mac.run('security', args);
      return { code: code ?? -1, stdout, stderr };
    },
    showProcess(argument) {
      mac.updateScenario({ processes: [{ pid: 7001, command: `/bin/sh -c read line; exit ${argument}` }] });
      return Promise.resolve(7001);
    },
    // The kernel's own, which nobody simulates.
    longestSocketPath,
    dispose: () => mac.dispose(),
  };
};
