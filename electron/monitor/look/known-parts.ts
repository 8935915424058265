import type { Part } from '../../core/look/look-intervals';
import type { Beacon } from '../../core/sessions/beacon';
import type { Readings } from '../../core/state/readings';
import { nameOfError } from '../../core/text/name-of-error';
import { type Reading, type Unread, type Unreadable, unread } from '../../core/words/reading';
import type { Host, RemoteAccess } from '../../core/words/session';
import type { SystemSleep } from '../../core/words/system-sleep';
import type { MacDoors } from '../../system/doors';
import { loginRecordsFile } from '../../system/sessions/login-records';
import type { Credentials } from './credentials';
import { keychainsIn, type ListedKeychain, readKeychainList, usualLoginPath } from './keychain-list';
import { createKnown, type Known, unreadOf } from './known';
import { createKnownSessions } from './known-sessions';
import { createPartReader, type PartReader } from './part-reader';
import type { WatchedFile } from './watched-file';

/** What the parts of a look have told last. What breaks in one is unread, and touches no other. */
export interface KnownParts {
  /** Where this process runs, which does not change. */
  readonly hostReader: PartReader;
  readonly readers: Readonly<Record<Part, PartReader>>;
  /** What could not be read the last time. */
  gaps(): readonly Unread[];
  keychains(): Promise<readonly ListedKeychain[]>;
  facts(): Promise<Pick<Readings, 'host' | 'remoteAccess' | 'sessions' | 'beacons'>>;
  /** The files that tell of whole parts, as they were before each was last read. */
  signs(): readonly WatchedFile[];
}

export const createKnownParts = (doors: MacDoors, credentials: Credentials): KnownParts => {
  const { now } = doors.host;
  const signs = createPartSigns(doors);
  const host = { macosVersion: createKnown<string>(), managerName: createKnown<Host['managerName']>() };
  const list = {
    searchList: createKnown<readonly string[]>(),
    defaultPath: createKnown<string | null>(),
    loginPath: createKnown<string | null>(),
  };
  const access = {
    remoteLogin: createKnown<'on' | 'off'>(),
    screenSharing: createKnown<'on' | 'off'>(),
    autoLogin: createKnown<'on' | 'off'>(),
    fileVault: createKnown<'on' | 'off'>(),
  };
  let desk: 'occupied' | 'nobody' | 'unknown' | null = null;
  const power = { systemSleepMinutes: createKnown<number>(), systemSleep: createKnown<SystemSleep>() };
  const beacons = createKnown<readonly Beacon[]>();
  const sessions = createKnownSessions();

  const hostReader = partOf(
    async () => takeEach(host, await doors.readHost(), now()),
    (broken) => takeEach(host, { macosVersion: broken, managerName: broken }, now()),
  );
  const readers: Readonly<Record<Part, PartReader>> = {
    'keychain-list': partOf(
      async () => {
        await signs.note('keychain-list');
        takeEach(list, await readKeychainList(doors), now());
      },
      (broken) => takeEach(list, { searchList: broken, defaultPath: broken, loginPath: broken }, now()),
    ),
    'remote-access': partOf(
      async () => {
        const [reading, found] = await Promise.all([doors.readRemoteAccess(), doors.readDesk()]);
        takeEach({ ...access, ...power }, reading, now());
        desk = found;
      },
      (broken) => {
        for (const one of Object.values({ ...access, ...power })) one.take(broken, now());
      },
    ),
    sessions: partOf(
      async (anew) => {
        await signs.note('sessions');
        sessions.take(await doors.readRemoteSessions(anew ? 'everything' : 'what-changed'), now());
      },
      (broken) => sessions.take({ ...broken, found: [] }, now()),
    ),
    beacons: partOf(
      async () => beacons.take(await doors.readBeacons(), now()),
      (broken) => beacons.take(broken, now()),
    ),
    credentials: partOf(
      () => credentials.read(),
      (broken) => credentials.couldNotRead(broken),
    ),
  };

  return {
    hostReader,
    readers,
    gaps: () => [
      ...unreadOf('host', Object.values(host)),
      ...unreadOf('keychain-list', Object.values(list)),
      ...unreadOf('remote-access', Object.values(access)),
      ...unreadOf('power-settings', Object.values(power)),
      ...unreadOf('sessions', [sessions]),
      ...unreadOf('beacons', [beacons]),
      ...credentials.unread(),
    ],
    async keychains() {
      const loginPath = list.loginPath.value() ?? (await usualLoginPath(doors));
      return keychainsIn(list.searchList.value() ?? [], list.defaultPath.value(), loginPath);
    },
    facts: async () => ({
      host: {
        ...(await sessionOf(doors)),
        platform: doors.host.kind,
        macosVersion: host.macosVersion.value() ?? 'unknown',
        managerName: host.managerName.value() ?? 'unknown',
      },
      remoteAccess: {
        ...remoteAccessOf(access, power),
        ...(desk === null || desk === 'occupied' ? {} : { desk }),
      },
      sessions: sessions.rows(),
      beacons: beacons.value() ?? [],
    }),
    signs: signs.files,
  };
};

const createPartSigns = (doors: Pick<MacDoors, 'host' | 'fileFingerprint'>) => {
  const preferences = 'Library/Preferences/com.apple.security.plist';
  // The search list, the default and the login keychain lie in a file of the user's, or else of the Mac's.
  const paths = {
    'keychain-list': [`${doors.host.homeFolder}/${preferences}`, `/${preferences}`],
    sessions: [loginRecordsFile],
  } as const;
  const files = new Map<string, WatchedFile>();
  return {
    files: () => [...files.values()],
    async note(part: keyof typeof paths) {
      for (const path of paths[part]) {
        files.set(path, { path, fingerprint: await doors.fileFingerprint(path), tellsOf: { part } });
      }
    },
  };
};

/** Known before anything of macOS has answered: a question to the kernel. */
const sessionOf = async (
  doors: Pick<MacDoors, 'readSecuritySession'>,
): Promise<Pick<Host, 'securitySession' | 'securitySessionReason'>> => {
  const session = await doors
    .readSecuritySession()
    .catch((error: unknown) => ({ ok: false as const, reason: brokenBy(error).reason }));
  return session.ok
    ? { securitySession: session.value }
    : { securitySession: null, securitySessionReason: session.reason };
};

/** The doors answer with data. Should one throw all the same, its part is unread. */
const partOf = (read: (anew: boolean) => Promise<void>, couldNotRead: (broken: Unreadable) => void): PartReader =>
  createPartReader((anew) => read(anew).catch((error: unknown) => couldNotRead(brokenBy(error))));

export const brokenBy = (error: unknown): Unreadable => unread(`Latchkey could not read it (${nameOfError(error)}).`);

/** Each value of a part that is read together. */
const takeEach = <Values extends object>(
  known: { readonly [Name in keyof Values]: Known<Values[Name]> },
  readings: { readonly [Name in keyof Values]: Reading<Values[Name]> },
  now: number,
): void => {
  for (const name of Object.keys(known) as (keyof Values)[]) known[name].take(readings[name], now);
};

const remoteAccessOf = (
  access: Readonly<Record<'remoteLogin' | 'screenSharing' | 'autoLogin' | 'fileVault', Known<'on' | 'off'>>>,
  power: { readonly systemSleepMinutes: Known<number>; readonly systemSleep: Known<SystemSleep> },
): RemoteAccess => {
  const systemSleep = power.systemSleep.value();
  return {
    remoteLogin: access.remoteLogin.value() ?? 'unknown',
    screenSharing: access.screenSharing.value() ?? 'unknown',
    autoLogin: access.autoLogin.value() ?? 'unknown',
    fileVault: access.fileVault.value() ?? 'unknown',
    systemSleepMinutes: power.systemSleepMinutes.value() ?? 'unknown',
    ...(systemSleep === null ? {} : { systemSleep }),
  };
};
