import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import type { Credential } from '../../electron/core/words/credential';
import type { MacDoors } from '../../electron/system/doors';
import type { CredentialTool, ToolContext } from '../../electron/tools/common/credential-tool';
import type { Scenario, ScenarioItem } from '../simulator/parsing/scenario';
import { loginKeychain, type MacWithDoors, macWithDoors, otherKeychain } from '../system/simulated-doors';
import { byUsualThresholds, canary, contextOf, now } from './one-keychain';

export type Configuration = Partial<Scenario> & {
  /** In the login keychain. */
  readonly items?: readonly ScenarioItem[];
  /** In a keychain that is not the login one. */
  readonly otherItems?: readonly ScenarioItem[];
};

export interface ToolOnMac {
  readonly at: MacWithDoors;
  readonly doors: MacDoors;
  readonly tool: CredentialTool;
  /** Looks, and proves of every look that nothing was decrypted, nobody was asked and no secret came along. */
  look(at?: number): Promise<readonly Credential[]>;
  write(macPath: string, content: string | Buffer): void;
  link(macPath: string, target: string): void;
  dispose(): Promise<void>;
}

/** A tool on a Mac of alice's whose keychains are locked and whose clock stands at noon of 10 September 2026. */
export const toolOnMac = async (
  create: (context: ToolContext) => CredentialTool,
  { items = [], otherItems = [], ...scenario }: Configuration = {},
): Promise<ToolOnMac> => {
  const at = await macWithDoors({
    now: new Date(now).toISOString(),
    user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
    keychains: [
      { path: loginKeychain, password: 'p', isLogin: true, isDefault: true, items },
      { path: otherKeychain, password: 'q', items: otherItems },
    ],
    sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [] }],
    ...scenario,
  });
  const doors = at.doors();
  const tool = create(contextOf(doors));
  const prepare = (macPath: string) => {
    const path = at.mac.root + macPath;
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { recursive: true, force: true });
    return path;
  };
  return {
    at,
    doors,
    tool,
    async look(moment = now) {
      const describe = await tool.look();
      await tool.readActivity?.();
      const credentials = byUsualThresholds(describe(moment), moment);
      expect(credentials.length).toBeGreaterThan(0);
      expect(credentials.length).toBeLessThanOrEqual(50);
      for (const { reason } of credentials) expect(reason).toMatch(/^\S.*\.$/);
      expect(JSON.stringify(credentials)).not.toContain(canary);
      expect(at.mac.ledger().filter(({ kind }) => kind === 'decrypt' || kind === 'dialog')).toEqual([]);
      return credentials;
    },
    write: (macPath, content) => writeFileSync(prepare(macPath), content),
    link: (macPath, target) => symlinkSync(target, prepare(macPath)),
    dispose: () => at.mac.dispose(),
  };
};

/** One look at a Mac that is gone afterwards. */
export const lookOnce = async (
  create: (context: ToolContext) => CredentialTool,
  configuration: Configuration = {},
  at = now,
): Promise<readonly Credential[]> => {
  const made = await toolOnMac(create, configuration);
  try {
    return await made.look(at);
  } finally {
    await made.dispose();
  }
};
