import { type Beat, defaultBeat } from '../core/beat';
import type { Part } from '../core/beats';
import type { ExpiryThresholds } from '../core/expiry-thresholds';
import type { HoldOwner } from '../core/hold';
import type { MonitorState } from '../core/monitor-state';
import { nextLook } from '../core/poll-policy';
import { createNetworkDoor } from '../system/checks/network/network-door';
import type { MacDoors } from '../system/doors';
import { type Actions, createActions } from './actions';
import type { Credentials } from './credentials';
import { createDiagnosing, type Diagnosing, diagnosisChoices, type OpenNetwork } from './diagnosis';
import { createHoldMonitor } from './hold';
import { createLook } from './look';
import { createLooks } from './looks';
import type { Scheduler } from './scheduler';
import { createStateKeeper } from './state-keeper';

/** Something happened that makes a look worth its while now. A hint is never a fact. */
export type Hint =
  | 'popover-opened'
  | 'resumed'
  | 'suspended'
  | 'screen-locked'
  | 'screen-unlocked'
  | 'became-active'
  | 'power-source-changed'
  | 'files-changed'
  | 'user-asked';

export interface Power {
  readonly source: 'ac' | 'battery' | 'unknown';
  readonly screenLocked: boolean;
}

export interface Monitor {
  readonly actions: Actions;
  readonly diagnosing: Diagnosing;
  state(): MonitorState;
  subscribe(listener: (state: MonitorState) => void): () => void;
  start(): void;
  /** Ends the loop; resolves when the look under way has ended. */
  stop(): Promise<void>;
  /** Looks once, at everything, without the loop, and does for a hold what follows; resolves when all of it has come. */
  lookOnce(): Promise<MonitorState>;
  hint(hint: Hint): void;
  /** Tells of each hint. */
  onHint(listener: (hint: Hint) => void): void;
  setPopoverVisible(visible: boolean): void;
  setPower(power: Power): void;
  /** How often it looks while nobody looks at it. */
  setBeat(beat: Beat): void;
  /** How early an end is told of; the usual until this is called. */
  setExpiryThresholds(thresholds: ExpiryThresholds): void;
}

const everything: ReadonlySet<Part> = new Set(['keychain-list', 'remote-access', 'sessions', 'beacons', 'credentials']);
const nothing: ReadonlySet<Part> = new Set();
const filesMean: ReadonlySet<Part> = new Set(['keychain-list', 'beacons', 'credentials']);
const sessionsMean: ReadonlySet<Part> = new Set(['sessions', 'beacons']);
const fileHintDelayMs = 300;

export interface MonitorOptions {
  /** Whose holds this process keeps. The app's takes up, from its start on, what another one has left. Default: the command line's. */
  readonly holdOwner?: HoldOwner;
  /** The way out for a diagnosis that may use the network. Default: that of this Mac. */
  readonly openNetwork?: OpenNetwork;
}

/** The loop: looks, waits as long as the policy says, and runs the actions of a click. */
export const createMonitor = (
  doors: MacDoors,
  credentials: Credentials,
  scheduler: Scheduler,
  options: MonitorOptions = {},
): Monitor => {
  const keeper = createStateKeeper();
  const hintListeners: ((hint: Hint) => void)[] = [];
  let popoverVisible = false;
  let power: Power = { source: 'unknown', screenLocked: false };
  let beat = defaultBeat;
  let wokeAt: number | null = null;
  let running = false;
  let cancelNext = () => {};
  let stopWatching = () => {};
  /** What only an open popover shows. */
  let openingLook: Promise<void> = Promise.resolve();

  const looks = createLooks({
    ...{ doors, look: createLook(doors, credentials), keeper },
    conditions: () => ({ popoverVisible, powerSource: power.source }),
    wokeAt: () => wokeAt,
    readHold: () => hold.read(),
    afterLook: () => hold.afterLook(),
  });

  const scheduleNext = () => {
    cancelNext();
    if (!running) return;
    const { delayMs } = nextLook({
      now: doors.host.now(),
      popoverVisible,
      lastChangeAt: looks.lastChangeAt(),
      wokeAt,
      powerSource: power.source,
      screenLocked: power.screenLocked,
      beat,
      lookCostsProcess: doors.lock.means !== 'framework',
    });
    cancelNext = scheduler.after(delayMs, () => lookAndGoOn(nothing));
  };

  const lookAndGoOn = (forced: ReadonlySet<Part>) => {
    cancelNext();
    // The next look does not wait for what is slow in this one.
    void looks.begin(forced).lockStates.then(scheduleNext);
  };

  const hint = (reason: Hint) => {
    if (reason === 'screen-locked' || reason === 'screen-unlocked') hold.screen(reason === 'screen-locked');
    if (!running) return;
    for (const listener of hintListeners) listener(reason);
    if (reason === 'suspended') return;
    if (reason === 'resumed') {
      wokeAt = doors.host.now();
      keeper.update({ wokeAt: new Date(wokeAt).toISOString() });
    }
    lookAndGoOn(
      reason === 'files-changed' ? filesMean : reason === 'user-asked' || reason === 'resumed' ? everything : nothing,
    );
  };

  const watch = () => {
    let cancelHint = () => {};
    const library = `${doors.host.homeFolder}/Library`;
    const folders = [
      `${library}/Keychains`,
      `${library}/Preferences`,
      `${library}/Application Support/Latchkey/beacons`,
    ];
    const stop = doors.watchFiles([...folders, ...credentials.folders()], () => {
      cancelHint();
      cancelHint = scheduler.after(fileHintDelayMs, () => hint('files-changed'));
    });
    return () => {
      cancelHint();
      stop();
    };
  };

  const hold = createHoldMonitor({
    ...{ doors, scheduler, keeper, owner: options.holdOwner ?? 'command-line' },
    lookNow: () => looks.begin(nothing).lockStates,
  });

  const actions = createActions({
    ...{ doors, credentials, scheduler, keeper, hold },
    lookNow: () => looks.begin(nothing).lockStates,
    lookAtSessions: () => looks.begin(sessionsMean).everything,
  });

  keeper.update({ diagnosisChoices: diagnosisChoices(doors, credentials) });
  const diagnosing = createDiagnosing({
    ...{ doors, keeper },
    openNetwork: options.openNetwork ?? (() => createNetworkDoor(doors.host)),
    look: async () => {
      await looks.begin(everything).everything;
      return keeper.state().snapshot;
    },
  });

  const readForPopover = async () => {
    await Promise.all([actions.readDesktopTmux(), actions.readShellHelpers()]);
  };

  return {
    actions,
    diagnosing,
    state: keeper.state,
    subscribe: keeper.subscribe,
    start() {
      running = true;
      stopWatching = watch();
      openingLook = Promise.all([doors.shellHelper.refresh(), actions.readUndos()]).then(
        () => undefined,
        () => undefined,
      );
      lookAndGoOn(everything);
    },
    async stop() {
      running = false;
      cancelNext();
      stopWatching();
      await hold.stop();
      await Promise.all([looks.ended(), openingLook, diagnosing.stop()]);
    },
    async lookOnce() {
      await looks.begin(everything).everything;
      await hold.settled();
      return keeper.state();
    },
    hint,
    onHint: (listener) => {
      hintListeners.push(listener);
    },
    setPopoverVisible(visible) {
      popoverVisible = visible;
      if (!visible) return;
      hint('popover-opened');
      openingLook = openingLook.then(readForPopover).catch(() => {});
    },
    setBeat(next) {
      beat = next;
      scheduleNext();
    },
    setPower(next) {
      power = next;
      hint('power-source-changed');
    },
    setExpiryThresholds(thresholds) {
      credentials.setThresholds(thresholds);
      if (running) lookAndGoOn(nothing);
    },
  };
};
