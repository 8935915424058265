import { placeOutlook } from '../../../electron/core/verdict/place-outlook';
import { toolsAtRisk } from '../../../electron/core/verdict/tools-at-risk';
import type { Credential } from '../../../electron/core/words/credential';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { RemoteSession } from '../../../electron/core/words/session';
import type { CredentialTool, ToolContext } from '../../../electron/tools/common/credential-tool';
import { loginKeychain } from '../../system/simulated-doors';
import type { Configuration } from '../tool-on-mac';

/** What becomes of a tool in a place: it has its login, lacks it, or that cannot be told. */
export type Fate = 'kept' | 'lost' | 'untold';

/**
 * What is in a tool's stores; what is told of each login (`account: store over-SSH status`, without an account where there
 * is none); what becomes of the tool in a tmux server of the unlocked desktop, in an SSH login and in the initial session;
 * how that shows, and when the login ends.
 */
export type StoreRow = readonly [
  what: string,
  stores: Configuration,
  told: readonly string[],
  desktopTmux: Fate,
  ssh: Fate,
  initial: Fate,
  /** What it prints where it cannot get at the first of them, and when that ends; left out where there is none. */
  symptom?: string | null | undefined,
  expiry?: string | null,
];

export interface StoreTable {
  readonly tool: string;
  readonly create: (context: ToolContext) => CredentialTool;
  readonly rows: readonly StoreRow[];
}

export const toldOf = ({ account, store, overSsh, status }: Credential): string =>
  `${account === undefined ? '' : `${account}: `}${store} ${overSsh} ${status}`;

export const expiryOf = (credential: Credential | undefined): string | null => {
  const expiry = credential?.expiry ?? null;
  return expiry === null ? null : `${expiry.at}${expiry.isRenewed ? ' renewed' : ''}`;
};

const keychains: readonly Keychain[] = [
  {
    path: loginKeychain,
    isLogin: true,
    isDefault: true,
    lock: { state: 'unlocked', session: 'desktop' },
    autoLock: { lockOnSleep: false, idleTimeoutSeconds: null, source: 'session' },
    forecast: { kind: 'never', reason: '' },
  },
];

const place = (bornIn: RemoteSession['bornIn'], sees: RemoteSession['sees']): RemoteSession => ({
  ...{ id: 'x', kind: bornIn === 'ssh' ? 'ssh' : 'tmux-server', user: 'alice', bornIn, sees },
  ...{ basis: 'measured', reason: '' },
});

const places = [place('desktop', 'unlocked'), place('ssh', 'locked'), place('initial', 'unknown')];

/** In each of the three places. */
export const fatesOf = (credentials: readonly Credential[]): readonly Fate[] => {
  const tools = toolsAtRisk(credentials, keychains);
  return places.map((session): Fate => {
    const { lost, untold } = placeOutlook(session, tools, keychains);
    return lost.length > 0 ? 'lost' : untold.length > 0 ? 'untold' : 'kept';
  });
};
