import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import type { Credential } from '../../electron/core/snapshot';
import type { MacDoors } from '../../electron/system/doors';
import type { CredentialTool, ToolContext } from '../../electron/tools/credential-tool';
import { createItemLookup } from '../../electron/tools/item-lookup';
import type { Scenario } from '../simulator/scenario';
import { loginKeychain, type MacWithDoors, macWithDoors } from '../system/simulated-doors';

export const noon = Date.UTC(2026, 8, 10, 12);
/** Stands in every place where a real configuration has a secret. */
export const canary = 'CANARY-secret-0123456789';

export interface ToolOnMac {
  readonly at: MacWithDoors;
  readonly doors: MacDoors;
  readonly tool: CredentialTool;
  /** Looks, and proves of every look that nothing was decrypted, nobody was asked and no secret came along. */
  look(now?: number): Promise<readonly Credential[]>;
  write(macPath: string, content: string | Buffer): void;
  link(macPath: string, target: string): void;
}

/** A tool on a simulated Mac of alice's, whose clock stands at noon of 10 September 2026. */
export const toolOnMac = async (
  create: (context: ToolContext) => CredentialTool,
  scenario: Partial<Scenario> = {},
): Promise<ToolOnMac> => {
  const at = await macWithDoors({
    now: new Date(noon).toISOString(),
    user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
    keychains: [{ path: loginKeychain, password: 'p', isLogin: true, isDefault: true, items: [] }],
    sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [loginKeychain] }],
    ...scenario,
  });
  const doors = at.doors();
  const tool = create({ doors, items: createItemLookup(doors) });
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
    async look(now = noon) {
      const credentials = (await tool.look())(now);
      expect(credentials.length).toBeGreaterThan(0);
      expect(credentials.length).toBeLessThanOrEqual(50);
      expect(JSON.stringify(credentials)).not.toContain(canary);
      expect(at.mac.ledger().filter(({ kind }) => kind === 'decrypt' || kind === 'dialog')).toEqual([]);
      return credentials;
    },
    write: (macPath, content) => writeFileSync(prepare(macPath), content),
    link: (macPath, target) => symlinkSync(target, prepare(macPath)),
  };
};

/** What a file can be that is not what it should be. `huge` is larger than any limit of a tool. */
export const hostileFiles: readonly (readonly [string, Buffer])[] = [
  ['cut short', Buffer.from(`{"accessToken":"${canary}","expiresAt`)],
  ['huge', Buffer.alloc(50 * 1024 * 1024, 'x')],
  ['binary', Buffer.from([0, 1, 2, 255, 254, 0])],
  ['begun with a byte order mark', Buffer.from(`\uFEFF{"a":"${canary}"}`)],
  ['of the wrong kind', Buffer.from('[1, 2')],
];
