import { defaultExpiryThresholds, withThresholds } from '../../electron/core/credentials/expiry-thresholds';
import type { Credential } from '../../electron/core/words/credential';
import type { MacDoors } from '../../electron/system/doors';
import type { CredentialTool, ToolContext } from '../../electron/tools/common/credential-tool';
import { createItemLookup } from '../../electron/tools/common/item-lookup';
import type { Scenario, ScenarioItem, ScenarioKeychain } from '../simulator/parsing/scenario';
import { loginKeychain } from '../system/simulated-doors';

export const now = Date.UTC(2026, 8, 10, 12);
export const dayMs = 86_400_000;
/** Stands in every secret of a fixture and must never be told. */
export const canary = 'CANARY-secret';

export const generic = (service: string, account = 'alice'): ScenarioItem => ({
  class: 'genp',
  service,
  account,
  data: canary,
});
export const internet = (server: string, account = ''): ScenarioItem => ({
  class: 'inet',
  server,
  account,
  data: canary,
});

/** A desktop, an SSH login that sees the keychain locked, and one keychain with these items. */
export const withKeychain = (
  more: Partial<Scenario> = {},
  keychain: Pick<ScenarioKeychain, 'items' | 'certificates'> = {},
): Scenario => ({
  now: '2026-09-10T12:00:00Z',
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
  keychains: [{ path: loginKeychain, password: 'p', isLogin: true, isDefault: true, ...keychain }],
  sessions: [
    { id: 'desktop', kind: 'desktop', unlocked: [loginKeychain] },
    { id: 'ssh-1', kind: 'ssh', tty: 'ttys001', from: '192.168.1.9' },
  ],
  ...more,
});

export const contextOf = (doors: MacDoors): ToolContext => ({ doors, items: createItemLookup(doors) });

export const credentialsOf = async (tool: CredentialTool, at = now): Promise<readonly Credential[]> =>
  byUsualThresholds((await tool.look())(at), at);

/** What a tool tells has no thresholds in it; this is how it is shown to somebody who has chosen none. */
export const byUsualThresholds = (credentials: readonly Credential[], at: number): readonly Credential[] =>
  credentials.map((credential) => withThresholds(credential, defaultExpiryThresholds, at));
