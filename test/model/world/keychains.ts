import type { AutoLockSettings } from '../../../electron/core/words/keychain';
import type { ModelClock } from './clock';
import { createTrack, type Track } from './track';

/** The security session of the desktop, by its number. */
export const desktop = 100_006;

interface Unlocked {
  readonly inForce: AutoLockSettings;
  readonly usedAtMs: number;
}

/** One keychain file, and what securityd knows of it: a lock state for each security session. */
export interface ModelKeychain {
  readonly path: string;
  isThere: boolean;
  signature: string;
  /** Its file's times and size: another one after each writing. */
  fileVersion: number;
  stored: AutoLockSettings;
  /** By the number of the security session; locked in every other one. */
  readonly unlockedIn: Map<number, Unlocked>;
}

export interface ModelKeychains {
  readonly all: readonly ModelKeychain[];
  find(path: string): ModelKeychain;
  /** What was so of a keychain in a security session: `locked` also where there is no such file. */
  lockTrack(path: string, session: number): Track<'locked' | 'unlocked'>;
  /** Whether a file lies at the path. */
  thereTrack(path: string): Track<boolean>;
  /** What an unlocked keychain in the desktop's session runs on, or what its file says: as JSON. */
  settingsTrack(path: string): Track<string>;
  /** What its file says, as JSON. */
  storedTrack(path: string): Track<string>;
  unlock(path: string, session: number): void;
  lock(path: string, session: number): void;
  /** macOS writes the file, and this session's own copy. @returns false of a keychain that is locked there. */
  change(path: string, session: number, settings: AutoLockSettings): boolean;
  remove(path: string): void;
  /** Another keychain lies at the path, locked everywhere. */
  create(path: string, settings: AutoLockSettings): void;
  /** Every keychain that is to lock on sleep does, in every session. */
  sleep(): void;
  /** Locks what has not been used for so long, each at its own moment. */
  pass(steadyMs: number): void;
  settingsOf(path: string, session: number): AutoLockSettings;
  isUnlocked(path: string, session: number): boolean;
}

export const createModelKeychains = (
  clock: Pick<ModelClock, 'steady'>,
  files: readonly (readonly [path: string, settings: AutoLockSettings])[],
): ModelKeychains => {
  let signatures = 0;
  const nextSignature = () => {
    signatures += 1;
    return signatures.toString(16).padStart(32, '0');
  };
  const all = files.map(
    ([path, stored]): ModelKeychain => ({
      ...{ path, stored, isThere: true, signature: nextSignature(), fileVersion: 1 },
      unlockedIn: new Map(),
    }),
  );
  const lockTracks = new Map<string, Track<'locked' | 'unlocked'>>();
  const thereTracks = new Map(all.map(({ path }) => [path, createTrack(true)]));
  const settingsTracks = new Map(all.map(({ path, stored }) => [path, createTrack(JSON.stringify(stored))]));
  const storedTracks = new Map(all.map(({ path, stored }) => [path, createTrack(JSON.stringify(stored))]));
  const find = (path: string): ModelKeychain => {
    const keychain = all.find((one) => one.path === path);
    if (!keychain) throw new Error(`The model has no keychain ${path}.`);
    return keychain;
  };
  const isUnlocked = (path: string, session: number) => find(path).isThere && find(path).unlockedIn.has(session);
  const lockTrack = (path: string, session: number) => {
    const key = `${session} ${path}`;
    const track = lockTracks.get(key) ?? createTrack<'locked' | 'unlocked'>('locked');
    lockTracks.set(key, track);
    return track;
  };
  const settingsOf = (path: string, session: number) =>
    find(path).unlockedIn.get(session)?.inForce ?? find(path).stored;
  const note = (path: string, session: number, atMs = clock.steady()) => {
    thereTracks.get(path)?.set(find(path).isThere, atMs);
    lockTrack(path, session).set(isUnlocked(path, session) ? 'unlocked' : 'locked', atMs);
    settingsTracks.get(path)?.set(JSON.stringify(settingsOf(path, desktop)), atMs);
    storedTracks.get(path)?.set(JSON.stringify(find(path).stored), atMs);
  };
  const lock = (path: string, session: number, atMs = clock.steady()) => {
    find(path).unlockedIn.delete(session);
    note(path, session, atMs);
  };
  const lockEverywhere = (keychain: ModelKeychain) => {
    for (const session of [desktop, ...keychain.unlockedIn.keys()]) lock(keychain.path, session);
  };
  return {
    all,
    ...{ find, lockTrack, isUnlocked, settingsOf },
    thereTrack: (path) => thereTracks.get(path) ?? createTrack(true),
    storedTrack: (path) => storedTracks.get(path) ?? createTrack(''),
    settingsTrack: (path) => settingsTracks.get(path) ?? createTrack(''),
    unlock(path, session) {
      const keychain = find(path);
      if (!keychain.isThere || keychain.unlockedIn.has(session)) return;
      keychain.unlockedIn.set(session, { inForce: keychain.stored, usedAtMs: clock.steady() });
      note(path, session);
    },
    lock: (path, session) => lock(path, session),
    change(path, session, settings) {
      const keychain = find(path);
      if (!isUnlocked(path, session)) return false;
      keychain.stored = { ...settings };
      keychain.fileVersion += 1;
      keychain.unlockedIn.set(session, { inForce: keychain.stored, usedAtMs: clock.steady() });
      note(path, session);
      return true;
    },
    remove(path) {
      const keychain = find(path);
      keychain.isThere = false;
      lockEverywhere(keychain);
    },
    create(path, settings) {
      const keychain = find(path);
      lockEverywhere(keychain);
      Object.assign(keychain, { isThere: true, stored: { ...settings }, signature: nextSignature() });
      keychain.fileVersion += 1;
      note(path, desktop);
    },
    sleep() {
      for (const { path, unlockedIn } of all)
        for (const [session, { inForce }] of [...unlockedIn]) if (inForce.lockOnSleep) lock(path, session);
    },
    pass(steadyMs) {
      for (const { path, unlockedIn } of all)
        for (const [session, { inForce, usedAtMs }] of [...unlockedIn]) {
          const locksAt = usedAtMs + (inForce.idleTimeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000;
          if (locksAt <= steadyMs) lock(path, session, locksAt);
        }
    },
  };
};
