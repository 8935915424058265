import { mkdirSync } from 'node:fs';
import { createMacHost } from '../../electron/system/this-mac';
import { createSimulatedMac } from '../simulator/simulated-mac';
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
    dispose: () => mac.dispose(),
  };
};
