import type { VerdictFacts } from '../../../electron/core/verdict/verdict';
import type { Credential } from '../../../electron/core/words/credential';
import type { HoldEnd } from '../../../electron/core/words/hold';
import type { Forecast, Keychain } from '../../../electron/core/words/keychain';
import type { RemoteAccess, RemoteSession } from '../../../electron/core/words/session';
import { credential, keychain, loginPath, remoteAccess } from '../sample-facts';

/** Thursday 10 September 2026, 14:00 in a place without summer time. */
export const now = { nowMs: Date.UTC(2026, 8, 10, 14, 0), timeZone: 'UTC' } as const;
export const at = (clock: string, day = '2026-09-10'): string => `${day}T${clock}:00.000Z`;

export const vaultPath = '/Users/alice/Library/Keychains/aws-vault.keychain-db';

const idle15: Forecast = { kind: 'after-idle', idleTimeoutSeconds: 900, alsoOnSleep: true, reason: '' };
const forecasts = {
  idle: idle15,
  sleep: { kind: 'on-sleep', systemSleepMinutes: 10, reason: '' },
  'sleep-by-hand': { kind: 'on-sleep', systemSleepMinutes: 0, reason: '' },
  never: { kind: 'never', reason: '' },
  unknown: { kind: 'unknown', reason: '' },
} as const satisfies Record<string, Forecast>;

/** A situation in words; each has a default that is left out. */
export interface Situation {
  readonly lock?: 'locked' | 'unlocked' | 'unknown' | 'no keychain';
  readonly locks?: keyof typeof forecasts;
  /** A clock time, or how the hold ends. */
  readonly held?: string | 'back' | 'open';
  readonly tools?: readonly Credential[];
  readonly places?: readonly RemoteSession[];
  readonly remoteLogin?: RemoteAccess['remoteLogin'];
  /** Seen from inside an SSH login. */
  readonly inside?: boolean;
  /** Seen from the session of daemons. */
  readonly amongDaemons?: boolean;
  readonly others?: readonly Keychain[];
  readonly awaited?: VerdictFacts['awaited'];
  readonly unread?: VerdictFacts['unread'];
}

export const gh = credential({ tool: 'gh', name: 'gh' });
export const git = credential({ tool: 'git', name: 'git' });
export const claude = credential();
export const npm = credential({ tool: 'npm', name: 'npm', store: 'file', overSsh: 'survives' });
export const app = credential({ tool: 'onepassword', name: '1Password', store: 'desktop-app' });
export const vault = credential({
  ...{ tool: 'aws-vault', name: 'aws-vault', store: 'other-keychain', keychainPath: vaultPath },
});
export const untold = credential({ tool: 'docker', name: 'Docker', store: 'unknown', overSsh: 'unknown' });
export const ending = (clock: string, changes: Partial<Credential> = {}): Credential =>
  credential({
    ...{ store: 'file', overSsh: 'survives', status: 'expiring', expiry: { of: 'login', at: at(clock) } },
    ...changes,
  });

export const vaultKeychain = (state: 'locked' | 'unlocked', locks: keyof typeof forecasts = 'never'): Keychain =>
  keychain({
    ...{ path: vaultPath, isLogin: false, isDefault: false, lock: { state, session: 'desktop' } },
    forecast: forecasts[locks],
  });

/** One that does not answer. */
export const silentVault: Keychain = keychain({
  ...{ path: vaultPath, isLogin: false, isDefault: false },
  lock: { state: 'unknown', reason: '', session: 'desktop' },
});

const place = (changes: Partial<RemoteSession>): RemoteSession => ({
  ...{ id: 'tmux-server:work', kind: 'tmux-server', name: 'work', user: 'alice', bornIn: 'desktop' },
  ...{ sees: 'unlocked', basis: 'measured', reason: '' },
  ...changes,
});
export const tmux = (sees: RemoteSession['sees'] = 'unlocked'): RemoteSession => place({ sees });
export const inferredTmux = place({ basis: 'inferred' });
export const sshTmux = (sees: RemoteSession['sees'], basis: RemoteSession['basis'] = 'measured'): RemoteSession =>
  place({ id: 'tmux-server:main', name: 'main', bornIn: 'ssh', sees, basis, remoteClients: 1 });
export const strayTmux = place({
  id: 'tmux-server:x',
  name: 'x',
  bornIn: 'unknown',
  sees: 'unknown',
  basis: 'inferred',
});
export const daemonTmux = place({ id: 'tmux-server:ci', name: 'ci', bornIn: 'unknown', sees: 'locked' });
export const initialTmux = place({
  ...{ id: 'tmux-server:d', name: 'd', bornIn: 'initial', sees: 'unknown', basis: 'inferred' },
});
export const login = place({ id: 'ssh:7', kind: 'ssh', bornIn: 'ssh', sees: 'locked', basis: 'inferred' });
export const bobs = place({ id: 'ssh:9', kind: 'ssh', user: 'bob', bornIn: 'ssh', sees: 'unknown', basis: 'inferred' });
export const fresh = (sees: RemoteSession['sees'] = 'locked', basis: RemoteSession['basis'] = 'inferred') =>
  place({ id: 'fresh-ssh', kind: 'fresh-ssh', bornIn: 'ssh', sees, basis });
const nameless = ({ name: _name, ...session }: RemoteSession): RemoteSession => session;

const holdEnd = (held: string): HoldEnd =>
  held === 'back'
    ? { kind: 'back', afterMinutesAway: 5 }
    : held === 'open'
      ? { kind: 'open' }
      : { kind: 'at', at: at(held) };

/** The facts of a situation; the row of the next SSH login is always there unless the places name one. */
export const factsOf = (situation: Situation): VerdictFacts => {
  const { lock = 'unlocked', locks = 'idle', held, tools = [gh, git], places = [], remoteLogin = 'on' } = situation;
  const end = held === undefined ? null : holdEnd(held);
  const own = forecasts[locks];
  const forecast: Forecast =
    end === null
      ? own
      : { kind: 'hold-end', ...(end.kind === 'at' ? { at: end.at } : {}), afterwards: own, reason: '' };
  const session = situation.inside || situation.amongDaemons ? 'this-ssh-login' : 'desktop';
  const ofLogin =
    lock === 'no keychain'
      ? []
      : [
          keychain({
            forecast,
            lock: lock === 'unknown' ? { state: lock, reason: '', session } : { state: lock, session },
          }),
        ];
  const rows = places.some(({ kind }) => kind === 'fresh-ssh') ? places : [...places, fresh()];
  return {
    keychains: [...ofLogin, ...(situation.others ?? [])],
    sessions: rows.map((row) => (row.kind === 'ssh' || row.kind === 'fresh-ssh' ? nameless(row) : row)),
    remoteAccess: { ...remoteAccess, remoteLogin },
    credentials: tools,
    hold:
      end === null
        ? { state: 'off' }
        : {
            ...{ state: 'on', end, startedAt: at('13:00'), restores: { lockOnSleep: true, idleTimeoutSeconds: 900 } },
            ...{
              keychains: [
                { path: loginPath, restores: { lockOnSleep: true, idleTimeoutSeconds: 900 }, wasLocked: false },
              ],
            },
            ...{ keepAwake: false, relock: 'as-before', owner: 'app', session: 'desktop', isElsewhere: false },
          },
    ...(situation.amongDaemons
      ? { host: { securitySession: { id: 100000, graphicAccess: false, remote: false, initial: true } } }
      : {}),
    ...(situation.awaited === undefined ? {} : { awaited: situation.awaited }),
    ...(situation.unread === undefined ? {} : { unread: situation.unread }),
  };
};
