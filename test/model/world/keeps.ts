import type { AutoLockSettings } from '../../../electron/core/words/keychain';
import { desktop } from './keychains';
import { isLive, type ModelLogin } from './logins';
import { loginPath, workPath } from './paths';
import { sharedSession } from './places';
import type { World } from './world';

type Mac = Pick<World, 'keychains' | 'places' | 'logins' | 'sshLoginsShareSession' | 'toldAccess'>;

/** Whether there is a place that can be reached from elsewhere and keeps every login, now and with nobody there. */
export const keepsEverything = (world: Mac): boolean => {
  const logins = [...world.logins.values()].filter(isLive);
  const places = world.places.filter(({ user, kind }) => user === 'alice' && kind === 'tmux-server');
  return [nextLogin(world), ...places.map(({ session }) => session)].some((session) =>
    logins.every((login) => keeps(login, session, world)),
  );
};

/** The security session of a login that is still to be made: one that nobody has unlocked anything in, unless all share one. */
const nextLogin = ({ sshLoginsShareSession }: Mac): number => (sshLoginsShareSession ? sharedSession : -1);

const keeps = ({ store, status }: ModelLogin, session: number, world: Mac): boolean => {
  // Where it lies, or whether it is one, is not known: Latchkey says nothing of it.
  if (store === 'file' || store === 'unknown' || status === 'unreadable') return true;
  if (store === 'desktop-app') return session === desktop;
  const path = store === 'login-keychain' ? loginPath : workPath;
  if (store === 'other-keychain' && session !== desktop) return false;
  if (!world.keychains.isUnlocked(path, session)) return false;
  // What a session runs on that unlocked earlier only that session knows (MACOS.md, `set-keychain-settings`).
  const settings = world.keychains.settingsOf(path, session === desktop ? session : -1);
  return stays(settings, world);
};

const stays = ({ idleTimeoutSeconds, lockOnSleep }: AutoLockSettings, { toldAccess }: Mac): boolean =>
  idleTimeoutSeconds === null && (!lockOnSleep || toldAccess?.sleepMinutes === 0);
