import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { auditSession } from './audit-session';
import type { StoredSettings } from './keychain-file';
import { readStoredSettings, writeKeychainFile } from './keychain-store';
import { record } from './ledger';
import type { Mac } from './mac';
import { lockStatePath, replaceFile } from './mac-files';

/**
 * What securityd keeps for one (session, keychain). The settings are those that were in force at the unlock: another
 * session's write does not reach them before the next one (`KeychainDbCommon` in Apple's `kcdatabase.cpp`).
 */
export interface LockState extends StoredSettings {
  readonly isLocked: boolean;
  readonly lastActivityMs: number;
}

/** Who acts, on which keychain, in which session. */
export interface Actor {
  readonly session: string;
  readonly keychain: string;
  readonly by: string;
}

const locked: LockState = { isLocked: true, lastActivityMs: 0, idleTimeoutSeconds: null, lockOnSleep: false };

const readState = (mac: Mac, session: string, keychain: string): LockState => {
  const file = lockStatePath(mac.root, auditSession(mac.plan, session).key, keychain);
  if (!existsSync(file)) return locked;
  const [word, activity, timeout, onSleep] = readFileSync(file, 'utf8').trim().split(' ');
  return {
    isLocked: word !== 'unlocked',
    lastActivityMs: Number(activity),
    idleTimeoutSeconds: timeout === '-1' ? null : Number(timeout),
    lockOnSleep: onSleep === '1',
  };
};

const writeState = (mac: Mac, { session, keychain }: Omit<Actor, 'by'>, state: LockState): void =>
  replaceFile(
    lockStatePath(mac.root, auditSession(mac.plan, session).key, keychain),
    [
      state.isLocked ? 'locked' : 'unlocked',
      Math.round(state.lastActivityMs),
      state.idleTimeoutSeconds ?? -1,
      state.lockOnSleep ? 1 : 0,
    ]
      .join(' ')
      .concat('\n'),
  );

const hasTimedOut = (state: LockState, nowMs: number): boolean =>
  state.idleTimeoutSeconds !== null && nowMs >= state.lastActivityMs + state.idleTimeoutSeconds * 1000;

/** Looking: changes nothing. */
export const lockState = (mac: Mac, session: string, keychain: string): LockState => {
  const state = readState(mac, session, keychain);
  return state.isLocked || hasTimedOut(state, mac.now()) ? { ...state, isLocked: true } : state;
};

const restartTimer = (mac: Mac, actor: Actor, state: LockState): void => {
  writeState(mac, actor, { ...state, lastActivityMs: mac.now() });
  record(mac, 'timer-restart', actor);
};

/** Takes the stored settings into this session. An unlocked keychain stays as it is, its timer too. */
export const unlock = (mac: Mac, actor: Actor): void => {
  if (!lockState(mac, actor.session, actor.keychain).isLocked) return;
  const settings = readStoredSettings(mac.root, actor.keychain);
  record(mac, 'unlock', actor);
  restartTimer(mac, actor, { ...locked, ...settings, isLocked: false });
};

export const lock = (mac: Mac, actor: Actor): void => {
  const state = readState(mac, actor.session, actor.keychain);
  if (state.isLocked) return;
  writeState(mac, actor, { ...state, isLocked: true });
  record(mac, 'lock', actor);
};

/** `lock-keychain -a`: every keychain, but of this session only. */
export const lockAll = (mac: Mac, { session, by }: Omit<Actor, 'keychain'>): void => {
  for (const keychain of keychainsOf(mac, auditSession(mac.plan, session).key)) lock(mac, { session, keychain, by });
};

/** Reading a secret uses the keychain's key, and every use of it restarts the timer. */
export const decrypt = (mac: Mac, actor: Actor): void => {
  record(mac, 'decrypt', actor);
  useKey(mac, actor);
};

/** Writing a secret uses the key as well, but shows nothing. */
export const useKey = (mac: Mac, actor: Actor): void =>
  restartTimer(mac, actor, readState(mac, actor.session, actor.keychain));

/** Into the file, and into the session that writes; the others keep what they run on. */
export const writeSettings = (mac: Mac, actor: Actor, settings: StoredSettings): void => {
  writeKeychainFile(mac, actor.keychain, settings);
  record(mac, 'settings', actor);
  restartTimer(mac, actor, { ...readState(mac, actor.session, actor.keychain), ...settings });
};

const sessionsWithState = (mac: Mac): readonly string[] => foldersOf(`${mac.root}/private/var/securityd`);

const keychainsOf = (mac: Mac, session: string): readonly string[] =>
  foldersOf(`${mac.root}/private/var/securityd/${session.replaceAll('%', '%25').replaceAll('/', '%2F')}`);

const foldersOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.endsWith('.unfinished'))
        .map((name) => name.replaceAll('%2F', '/').replaceAll('%25', '%'))
    : [];

/** The system goes to sleep: all sessions lose what locks on sleep. */
export const sleepSystem = (mac: Mac): void => {
  record(mac, 'system-sleep', { session: '', keychain: '', by: 'kernel' });
  lockWhere(mac, 'system sleep', (state) => state.lockOnSleep);
};

/** The system is started again: no session is left that had unlocked anything. */
export const lockEverything = (mac: Mac): void => lockWhere(mac, 'restart', () => true);

/** Writes down what has timed out, so that a clock that is set back does not unlock it again. */
export const settleTimeouts = (mac: Mac): void =>
  lockWhere(mac, 'idle timeout', (state) => hasTimedOut(state, mac.now()));

const lockWhere = (mac: Mac, by: string, applies: (state: LockState) => boolean): void => {
  for (const session of sessionsWithState(mac)) {
    for (const keychain of keychainsOf(mac, session)) {
      if (applies(readState(mac, session, keychain))) lock(mac, { session, keychain, by });
    }
  }
};
