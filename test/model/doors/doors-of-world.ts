import { failure, success } from '../../../electron/core/outcome';
import { parseBeacon } from '../../../electron/core/sessions/beacon';
import { type Reading, read, unread } from '../../../electron/core/words/reading';
import type { MacDoors } from '../../../electron/system/doors';
import { remoteAccessReading } from '../../core/sample-facts';
import { createFakeMac } from '../../monitor/fake-mac';
import type { AppLife } from '../app-life';
import { journalDoor } from '../world/disk-journal';
import { loginPath, searchListPath } from '../world/paths';
import { sharedSession, sightingOf } from '../world/places';
import type { World } from '../world/world';
import { ask } from './asking';
import { keychainDoors } from './keychain-doors';

type Life = Pick<AppLife, 'asking' | 'hintOfFile' | 'followed' | 'isDead'>;

/** The doors that a Latchkey on the desktop of the model's Mac would have. What the model says nothing of is as on a quiet Mac. */
export const doorsOfWorld = (world: World, life: Life): MacDoors => {
  const { doors } = createFakeMac(world.clock.wall);
  return {
    ...doors,
    ...keychainDoors(world, life, doors.security),
    remoteHelp: { ...doors.remoteHelp, testFreshLogin: () => freshLogin(world, life) },
    async readRemoteAccess() {
      const told = await ask<Reading<World['access']>>(
        ...([world, life, 'access', 'the sharing settings'] as const),
        () => read(world.access),
        unread,
      );
      if (told.kind === 'unread')
        return remoteAccessReading({
          remoteLogin: 'unknown',
          screenSharing: 'unknown',
          autoLogin: 'unknown',
          fileVault: 'unknown',
          systemSleepMinutes: 'unknown',
        });
      world.toldAccess = told.value;
      const { remoteLogin, sleepMinutes } = told.value;
      return remoteAccessReading({
        remoteLogin,
        ...{ screenSharing: 'off', autoLogin: 'off', fileVault: 'off', systemSleepMinutes: sleepMinutes },
        systemSleep: { source: 'ac', acMinutes: sleepMinutes, batteryMinutes: 'no-battery' },
      });
    },
    readRemoteSessions: () =>
      ask<Awaited<ReturnType<MacDoors['readRemoteSessions']>>>(
        ...([world, life, 'sessions', 'the process list'] as const),
        () => ({ kind: 'read', value: world.places.map(sightingOf), doubts: [] }),
        (reason) => ({ kind: 'unread', reason, found: [] }),
      ),
    readBeacons: () =>
      ask<Awaited<ReturnType<MacDoors['readBeacons']>>>(
        ...([world, life, 'beacons', 'the reports'] as const),
        () =>
          read(
            [...world.reports.values()].flatMap((text) => {
              const beacon = parseBeacon(text);
              return beacon.ok ? [beacon.value] : [];
            }),
          ),
        unread,
      ),
    holdJournal: journalDoor(world.disk, life, () =>
      ask(
        world,
        life,
        'journal-write',
        'a write of the journal',
        () => true,
        () => false,
      ),
    ),
    monotonicNow: world.clock.steady,
    fileFingerprint: (path) => Promise.resolve(fingerprintOf(world, path)),
    watchFiles(onHint) {
      life.hintOfFile = onHint;
      return {
        follow(paths) {
          life.followed = paths;
        },
        stop() {
          life.followed = new Set();
        },
      };
    },
  };
};

const fingerprintOf = (world: World, path: string): string | null => {
  if (path === searchListPath) return String(world.listVersion);
  const keychain = world.keychains.all.find((one) => one.path === path);
  if (keychain) return keychain.isThere ? `${keychain.signature} ${keychain.fileVersion}` : null;
  return String(world.fileVersions.get(path) ?? 1);
};

/** Two logins, as the test makes them: what the second finds. */
const freshLogin = (world: World, life: Life): ReturnType<MacDoors['remoteHelp']['testFreshLogin']> =>
  ask<Awaited<ReturnType<MacDoors['remoteHelp']['testFreshLogin']>>>(
    ...([world, life, null, 'the fresh login'] as const),
    () => {
      if (world.access.remoteLogin === 'off') return failure('remote-login-off', 'Remote Login is off.');
      const sessionId = world.sshLoginsShareSession ? sharedSession : world.nextNumber();
      const sees = world.keychains.isUnlocked(loginPath, sessionId) ? 'unlocked' : 'locked';
      const kind = world.sshLoginsShareSession ? 'shared' : 'separate';
      return success({ sees, reason: 'The login that was made asked inside.', sharing: { kind, sessionId } });
    },
    () => failure('no-verdict', 'The model does not let it fail.'),
  );
