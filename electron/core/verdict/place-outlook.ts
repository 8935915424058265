import type { Keychain } from '../words/keychain';
import { loginKeychain } from '../words/login-keychain';
import type { RemoteSession } from '../words/session';
import type { PlaceVerdict } from '../words/verdict';
import { lockingOf } from './locking';
import type { ToolAtRisk } from './tools-at-risk';

/** What becomes of the logins in one place. */
export interface PlaceOutlook {
  readonly session: RemoteSession;
  readonly level: PlaceVerdict['level'];
  /** Those that look logged out in it now. */
  readonly lost: readonly ToolAtRisk[];
  /** Those that will, once their keychain locks by itself. */
  readonly losing: readonly ToolAtRisk[];
  /** Those of which it cannot be told. */
  readonly untold: readonly ToolAtRisk[];
}

type Fate = 'kept' | 'losing' | 'lost' | 'untold';

/** @param tools those that some place could lack. */
export const placeOutlook = (
  session: RemoteSession,
  tools: readonly ToolAtRisk[],
  keychains: readonly Keychain[],
): PlaceOutlook => {
  const fates = tools.map((tool) => ({ tool, fate: fateOf(tool, session, keychains) }));
  const those = (fate: Fate) => fates.filter((one) => one.fate === fate).map(({ tool }) => tool);
  const [lost, losing, untold] = [those('lost'), those('losing'), those('untold')];
  const level =
    lost.length > 0
      ? sharesTheView(session) && session.bornIn !== 'initial' && lost.some(({ need }) => need.kind === 'keychain')
        ? 'unlock-first'
        : 'not-yet'
      : losing.length > 0
        ? 'not-yet'
        : untold.some(({ need }) => need.kind !== 'unknown')
          ? 'cannot-tell'
          : 'go';
  return { session, level, lost, losing, untold };
};

const fateOf = ({ need }: ToolAtRisk, session: RemoteSession, keychains: readonly Keychain[]): Fate => {
  const login = loginKeychain(keychains);
  switch (need.kind) {
    case 'unknown':
      return 'untold';
    case 'desktop':
      if (session.bornIn === 'desktop') return 'kept';
      return session.bornIn === 'unknown' ? 'untold' : 'lost';
    case 'keychain':
      return login !== undefined && need.path === login.path
        ? fateBySight(session, login)
        : fateOfOther(need.path, session, keychains);
  }
};

/** The login keychain: what the place itself finds. A hold and a forecast are those of the desktop's session, whose settings others take over when they unlock. */
const fateBySight = (session: RemoteSession, login: Keychain): Fate => {
  // Programs of the session of daemons do not search it: unlocking changes nothing there.
  if (session.bornIn === 'initial' || session.sees === 'locked') return 'lost';
  if (session.sees === 'unknown') return 'untold';
  return fateOfUnlocked(login, sharesTheView(session));
};

/** Whether the desktop's forecast, and Keep Unlocked there, are those of this place as well. */
export const sharesTheView = ({ bornIn, isThisSession }: RemoteSession): boolean =>
  bornIn === 'desktop' || isThisSession === true;

/** Where nobody knows when it locks, nobody can say that it stays. */
const fateOfUnlocked = (keychain: Keychain, isHeldThere: boolean): Fate => {
  switch (lockingOf(keychain, isHeldThere).kind) {
    case 'by-itself':
      return 'losing';
    case 'unknown':
      return 'untold';
    case 'on-sleep-by-hand':
    case 'held':
    case 'never':
      return 'kept';
  }
};

const fateOfOther = (path: string | null, session: RemoteSession, keychains: readonly Keychain[]): Fate => {
  if (session.bornIn === 'unknown') return 'untold';
  if (session.bornIn !== 'desktop') return 'lost';
  const keychain = keychains.find((one) => one.path === path);
  if (keychain === undefined || keychain.lock.session !== 'desktop') return 'untold';
  if (keychain.lock.state === 'unknown') return 'untold';
  if (keychain.lock.state === 'locked') return 'lost';
  return fateOfUnlocked(keychain, true);
};
