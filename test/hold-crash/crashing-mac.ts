import { readdirSync, readFileSync } from 'node:fs';
import { storedSettings } from '../simulator/keychain-file';
import type { Fault } from '../simulator/parsing/scenario';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';
import { type Death, type Life, live } from './victim';

const folder = '/Users/alice/Library/Keychains';
const keychainPaths = [`${folder}/login.keychain-db`, `${folder}/work.keychain-db`] as const;
const [loginPath, workPath] = keychainPaths;
const supportFolder = '/Users/alice/Library/Application Support/Latchkey';

interface Settings {
  readonly lockOnSleep: boolean;
  readonly idleTimeoutSeconds: number | null;
}

/** What a crash and what came after it have led to; it must be what was before. */
export interface Aftermath {
  readonly login: Settings | null;
  readonly loginInForce: Settings & { readonly isLocked: boolean };
  readonly work: Settings | null;
  /** It was locked before. A dialog that outlives who raised it can be answered at any time, so before it is, this is not asked. */
  readonly isWorkLocked: boolean | 'not-asked';
  /** Of what Latchkey writes for a hold. */
  readonly files: readonly string[];
}

export interface CrashingMac {
  readonly original: Aftermath;
  /** One hold, begun and ended without a crash; the steps of it. */
  whole(): Promise<Life>;
  /** A hold that is killed; then a Latchkey that may be killed as well; then one that lives. */
  crash(death: Death, secondDeath?: Death): Promise<{ readonly life: Life; readonly aftermath: Aftermath }>;
  dispose(): Promise<void>;
}

/** A simulated Mac with an unlocked login keychain and a locked one; somebody answers each password dialog. */
export const createCrashingMac = async (
  login: Settings,
  work: Settings,
  faults: readonly Fault[] = [],
): Promise<CrashingMac> => {
  const mac = await createSimulatedMac(
    {
      now: '2026-09-10T09:00:00Z',
      user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
      keychains: [
        { path: loginPath, password: 'p', isLogin: true, isDefault: true, ...login },
        { path: workPath, password: 'w', ...work },
      ],
      sessions: [{ id: 'desk', kind: 'desktop', unlocked: [loginPath] }],
      faults,
    },
    { isFrozen: true },
  );
  const somebody = setInterval(() => mac.dialogs.answer(), 10);
  const lockWork = async () => {
    // A dialog may outlive who asked for it.
    while (mac.dialogs.list().length > 0) await new Promise((resume) => setTimeout(resume, 10));
    if (!mac.lockState('desk', workPath).isLocked) await mac.run('security', ['lock-keychain', workPath]);
  };
  return {
    original: {
      ...{ login, work, loginInForce: { ...login, isLocked: false } },
      ...{ isWorkLocked: true, files: [] },
    },
    async whole() {
      const life = await live(mac, 'hold', keychainPaths, null);
      return life;
    },
    async crash(death, secondDeath) {
      await lockWork();
      const life = await live(mac, 'hold', keychainPaths, death);
      if (secondDeath) await live(mac, 'recover', keychainPaths, secondDeath);
      await live(mac, 'recover', keychainPaths, null);
      const wasAnswered = life.steps.some((step) => step.endsWith('after unlock'));
      return { life, aftermath: aftermathOn(mac, wasAnswered) };
    },
    async dispose() {
      clearInterval(somebody);
      await mac.dispose();
    },
  };
};

const aftermathOn = (mac: SimulatedMac, wasAnswered: boolean): Aftermath => {
  const stored = (path: string) => storedSettings(readFileSync(mac.root + path));
  const { lockOnSleep, idleTimeoutSeconds, isLocked } = mac.lockState('desk', loginPath);
  return {
    login: stored(loginPath),
    loginInForce: { lockOnSleep, idleTimeoutSeconds, isLocked },
    work: stored(workPath),
    isWorkLocked: wasAnswered ? mac.lockState('desk', workPath).isLocked : 'not-asked',
    files: readdirSync(mac.root + supportFolder).filter((name) => /hold(?!\.lock$)/.test(name)),
  };
};
