import { defaultExpiryThresholds } from '../../electron/core/credentials/expiry-thresholds';
import type { AppAccess } from '../../electron/core/keychain/app-access-check';
import { failure, success } from '../../electron/core/outcome';
import type { Beacon } from '../../electron/core/sessions/beacon';
import type { DesktopTmux } from '../../electron/core/sessions/desktop-tmux';
import type { RemoteAccessReading } from '../../electron/core/state/readings';
import type { Credential } from '../../electron/core/words/credential';
import type { UndoOffer } from '../../electron/core/words/pending';
import { read } from '../../electron/core/words/reading';
import type { SessionSighting } from '../../electron/core/words/session';
import type { Credentials } from '../../electron/monitor/look/credentials';
import type { WatchedFile } from '../../electron/monitor/look/watched-file';
import type { MacDoors, RemoteHelp } from '../../electron/system/doors';
import type { SecurityOutcome } from '../../electron/system/keychain/security';
import type { SessionsAsking } from '../../electron/system/sessions/remote-sessions';
import { hostReading, loginPath, remoteAccess, remoteAccessReading, sessionsReading } from '../core/sample-facts';
import { createFakeHoldJournal } from './fake-hold-journal';

export interface FakeMac {
  readonly doors: MacDoors;
  readonly credentials: { -readonly [Member in keyof Credentials]: Credentials[Member] };
  /** Every call, by door, in order. */
  readonly calls: string[];
  lock: 'locked' | 'unlocked' | 'unknown';
  settings: { lockOnSleep: boolean; idleTimeoutSeconds: number | null };
  /** What is kept of the changes that can be taken back. */
  undos: readonly UndoOffer[];
  /** The fingerprint of every file that has none of its own in `fingerprints`. */
  fileStamp: number;
  /** By macOS path; null where there is nothing. */
  readonly fingerprints: Map<string, string | null>;
  /** Ends the unlock dialog that is open. */
  answerDialog(outcome: SecurityOutcome, becomes?: 'locked' | 'unlocked'): void;
  /** What the next `security` call of a kind comes to, instead of working. */
  refuse: Partial<Record<'lock' | 'setAutoLock' | 'listKeychains', SecurityOutcome<never>>>;
  /** The files that the tools' looks depend on. */
  watched: readonly WatchedFile[];
  /** The disk says that this file may have changed. */
  hint: (macPath: string) => void;
  /** The files that are watched now. */
  followed: ReadonlySet<string>;
  sessions: readonly SessionSighting[];
  remoteAccess: RemoteAccessReading;
  /** Whom each search for sessions was to ask again. */
  readonly askings: SessionsAsking[];
  beacons: readonly Beacon[];
  freshLogin: Awaited<ReturnType<RemoteHelp['testFreshLogin']>>;
  unlockPrompt: Awaited<ReturnType<RemoteHelp['openUnlockPrompt']>>;
  desktopTmuxState: DesktopTmux['state'];
  appAccess: AppAccess;
}

/** Doors without a Mac behind them, for the monitor's own behaviour; the adapters are tested against the simulated Mac. */
export const createFakeMac = (now: () => number): FakeMac => {
  let endDialog: (outcome: SecurityOutcome) => void = () => {};
  const calls: string[] = [];
  let thresholds = defaultExpiryThresholds;
  const called = <Value>(name: string, value: Value): Promise<Value> => {
    calls.push(name);
    return Promise.resolve(value);
  };
  const fingerprintOf = (path: string): string | null =>
    mac.fingerprints.has(path) ? (mac.fingerprints.get(path) ?? null) : String(mac.fileStamp);
  const mac: FakeMac = {
    calls,
    lock: 'unlocked',
    settings: { lockOnSleep: true, idleTimeoutSeconds: 300 },
    undos: [],
    fileStamp: 1,
    fingerprints: new Map(),
    refuse: {},
    watched: [],
    hint: () => {},
    followed: new Set(),
    sessions: [],
    remoteAccess: remoteAccessReading({
      ...remoteAccess,
      systemSleep: { source: 'ac', acMinutes: 10, batteryMinutes: 'no-battery' },
    }),
    askings: [],
    beacons: [],
    freshLogin: success({ sees: 'locked', reason: 'It was locked.' }),
    unlockPrompt: success(undefined),
    desktopTmuxState: 'stopped',
    appAccess: { kind: 'checked', steps: [], removedLeftovers: 0 },
    answerDialog(outcome, becomes) {
      if (becomes) mac.lock = becomes;
      endDialog(outcome);
    },
    credentials: {
      tools: [{ id: 'claude-code', name: 'Claude Code' }],
      read: (only) => {
        mac.watched = mac.watched.map((file) => {
          const isRead = !only || ('tool' in file.tellsOf && only.has(file.tellsOf.tool));
          return isRead ? { ...file, fingerprint: fingerprintOf(file.path) } : file;
        });
        return called(only ? `credentials.read ${[...only].join()}` : 'credentials.read', undefined);
      },
      couldNotRead: () => {
        calls.push('credentials.couldNotRead');
      },
      describe: (): readonly Credential[] => [],
      unread: () => [],
      awaited: () => [],
      claudeCode: () => null,
      watched: () => mac.watched,
      readExpiry: () => called('credentials.readExpiry', success(undefined)),
      setEndDate: ({ tool, account }, endsOn) =>
        called(`credentials.setEndDate ${tool} ${account} ${endsOn}`, success(undefined)),
      thresholds: () => thresholds,
      setThresholds(next) {
        thresholds = next;
      },
    },
    doors: {
      timeZone: () => 'UTC',
      host: {
        kind: 'simulated-macos',
        root: '',
        homeFolder: '/Users/alice',
        userName: 'alice',
        uid: 501,
        environment: {},
        now,
      },
      lock: {
        means: 'framework',
        read: () =>
          called(
            'lock.read',
            mac.lock === 'unknown' ? { state: 'unknown', reason: 'No answer.' } : { state: mac.lock },
          ),
      },
      autoLock: { read: () => called('autoLock.read', { ...mac.settings, source: 'session' as const }) },
      security: {
        listKeychains: () => called('listKeychains', mac.refuse.listKeychains ?? success([loginPath])),
        defaultKeychain: () => called('defaultKeychain', success(loginPath)),
        loginKeychain: () => called('loginKeychain', success(loginPath)),
        unlockWithSystemDialog: (_path, signal) => {
          calls.push('unlockWithSystemDialog');
          return new Promise((resolve) => {
            endDialog = resolve;
            signal.addEventListener('abort', () => resolve(failure('aborted', 'Cancelled.')));
          });
        },
        lock: () => {
          if (mac.refuse.lock) return called('lock', mac.refuse.lock);
          mac.lock = 'locked';
          return called('lock', success(undefined));
        },
        lockAll: () => {
          mac.lock = 'locked';
          return called('lockAll', success(undefined));
        },
        setAutoLock: (_path, settings) => {
          if (mac.refuse.setAutoLock) return called('setAutoLock', mac.refuse.setAutoLock);
          mac.settings = { ...settings };
          mac.fileStamp += 1;
          return called('setAutoLock', success(undefined));
        },
        findItem: () => called('findItem', failure('item-not-found', 'There is none.')),
        findInternetItem: () => called('findInternetItem', failure('item-not-found', 'There is none.')),
        findIdentities: () => called('findIdentities', success([])),
        findCertificates: () => called('findCertificates', success([])),
        readItem: () => called('readItem', failure('item-not-found', 'There is none.')),
      },
      itemListing: {
        list: () => called('itemListing.list', success({ generic: [], internet: [] })),
        isStuck: () => false,
      },
      remoteHelp: {
        testFreshLogin: () => called('testFreshLogin', mac.freshLogin),
        openUnlockPrompt: (socket, path) => called(`openUnlockPrompt ${socket} ${path}`, mac.unlockPrompt),
        desktopTmux: {
          read: () => called('desktopTmux.read', desktopTmux(mac.desktopTmuxState)),
          start: () => {
            mac.desktopTmuxState = 'running';
            return called('desktopTmux.start', success('started' as const));
          },
          setAtLogin: (enabled) => called(`desktopTmux.setAtLogin ${enabled}`, success(undefined)),
        },
      },
      autoLockUndo: {
        read: () => called('autoLockUndo.read', mac.undos),
        write: (offers) => {
          mac.undos = offers;
          return called('autoLockUndo.write', undefined);
        },
      },
      appAccess: { check: () => called('appAccess.check', mac.appAccess), isStuck: () => false },
      shellHelper: {
        read: () => called('shellHelper.read', []),
        set: () => called('shellHelper.set', success(undefined)),
        refresh: () => called('shellHelper.refresh', undefined),
      },
      commandLink: () =>
        Promise.resolve({
          read: () => called('commandLink.read', { kind: 'refused' as const, reason: 'No app.' }),
          install: () => called('commandLink.install', success(undefined)),
          mend: () => called('commandLink.mend', undefined),
        }),
      endDates: {
        path: '/Users/alice/Library/Application Support/Latchkey/end-dates.json',
        read: () => called('endDates.read', { kind: 'read' as const, dates: [] }),
        write: () => called('endDates.write', success(undefined)),
      },
      readDesk: async () => 'occupied',
      readSecuritySession: () =>
        called('readSecuritySession', success({ id: 100006, graphicAccess: true, remote: false, initial: false })),
      readHost: () => called('readHost', hostReading),
      readRemoteAccess: () => called('readRemoteAccess', mac.remoteAccess),
      readRemoteSessions: (asking = 'everything') => {
        mac.askings.push(asking);
        return called('readRemoteSessions', sessionsReading(mac.sessions));
      },
      readProcesses: () => called('readProcesses', read(new Map())),
      readBeacons: () => called('readBeacons', read(mac.beacons)),
      readBootTime: () => called('readBootTime', null),
      history: {
        append: () => success(undefined),
        days: () => called('history.days', success([])),
        read: () => called('history.read', { events: [], problems: [], skippedLines: 0 }),
        removeBefore: () => called('history.removeBefore', success(0)),
        erase: () => called('history.erase', success(0)),
      },
      holdJournal: createFakeHoldJournal(),
      readKeychainFile: () => Promise.resolve({ kind: 'keychain', settings: mac.settings, signature: '00'.repeat(16) }),
      syncKeychainFile: () => Promise.resolve(),
      listKeychainFiles: () => Promise.resolve({ kind: 'names', names: [loginPath], isCut: false }),
      readFolder: () => Promise.resolve({ kind: 'none' }),
      monotonicNow: now,
      loginNumber: null,
      fileFingerprint: (path) => called('fileFingerprint', fingerprintOf(path)),
      watchFiles: (onHint) => {
        mac.hint = onHint;
        return {
          follow(macPaths) {
            mac.followed = macPaths;
          },
          stop() {
            mac.followed = new Set();
          },
        };
      },
    },
  };
  return mac;
};

const desktopTmux = (state: DesktopTmux['state']): DesktopTmux => ({
  state,
  reason: 'So it is.',
  attachCommand: null,
  launchAgent: { installed: false, path: '/Users/alice/Library/LaunchAgents/dev.latchkey.tmux.plist', plist: null },
});
