import type { AppAccess } from '../../electron/core/app-access-check';
import type { Beacon } from '../../electron/core/beacon';
import type { DesktopTmux } from '../../electron/core/desktop-tmux';
import { defaultExpiryThresholds } from '../../electron/core/expiry-thresholds';
import type { UndoOffer } from '../../electron/core/monitor-state';
import { failure, success } from '../../electron/core/outcome';
import type { SessionSighting } from '../../electron/core/readings';
import type { Credential } from '../../electron/core/snapshot';
import type { Credentials } from '../../electron/monitor/credentials';
import type { MacDoors, RemoteHelp, SecurityOutcome } from '../../electron/system/doors';
import { loginPath, remoteAccess } from '../core/sample-facts';
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
  fileStamp: number;
  /** Ends the unlock dialog that is open. */
  answerDialog(outcome: SecurityOutcome, becomes?: 'locked' | 'unlocked'): void;
  /** What the next `security` call of a kind comes to, instead of working. */
  refuse: Partial<Record<'lock' | 'setAutoLock' | 'listKeychains', SecurityOutcome<never>>>;
  hint: () => void;
  sessions: readonly SessionSighting[];
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
  const mac: FakeMac = {
    calls,
    lock: 'unlocked',
    settings: { lockOnSleep: true, idleTimeoutSeconds: 300 },
    undos: [],
    fileStamp: 1,
    refuse: {},
    hint: () => {},
    sessions: [],
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
      read: () => called('credentials.read', undefined),
      describe: (): readonly Credential[] => [],
      claudeCode: () => null,
      folders: () => [],
      readExpiry: () => called('credentials.readExpiry', success(undefined)),
      setEndDate: ({ tool, account }, endsOn) =>
        called(`credentials.setEndDate ${tool} ${account} ${endsOn}`, success(undefined)),
      thresholds: () => thresholds,
      setThresholds(next) {
        thresholds = next;
      },
    },
    doors: {
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
      endDates: {
        path: '/Users/alice/Library/Application Support/Latchkey/end-dates.json',
        read: () => called('endDates.read', { kind: 'read' as const, dates: [] }),
        write: () => called('endDates.write', success(undefined)),
      },
      readHost: () =>
        called('readHost', { platform: 'simulated-macos', macosVersion: '26.1', managerName: 'Aqua' } as const),
      readRemoteAccess: () => called('readRemoteAccess', remoteAccess),
      readRemoteSessions: () => called('readRemoteSessions', mac.sessions),
      readProcesses: () => called('readProcesses', new Map()),
      readBeacons: () => called('readBeacons', mac.beacons),
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
      listKeychainFiles: () => Promise.resolve([loginPath]),
      monotonicNow: now,
      loginNumber: null,
      fileFingerprint: () => called('fileFingerprint', String(mac.fileStamp)),
      watchFiles: (_paths, onHint) => {
        mac.hint = onHint;
        return () => {};
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
