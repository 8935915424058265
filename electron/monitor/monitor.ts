import type { ExpiryThresholds } from '../core/credentials/expiry-thresholds';
import { type Beat, defaultBeat } from '../core/look/look-intervals';
import { nextLook } from '../core/look/poll-policy';
import type { MonitorState } from '../core/state/monitor-state';
import { isoTime } from '../core/time/outside-numbers';
import type { HoldOwner } from '../core/words/hold';
import { createNetworkDoor } from '../system/checks/network/network-door';
import type { MacDoors } from '../system/doors';
import { type Actions, createActions } from './actions/actions';
import { createDiagnosing, type Diagnosing, diagnosisChoices, type OpenNetwork } from './diagnosis/diagnosis';
import { createHoldMonitor } from './hold/hold';
import type { Credentials } from './look/credentials';
import { createFileHints, type FileHints } from './look/file-hints';
import { createLook } from './look/look';
import { createLooks } from './look/looks';
import type { Occasion } from './look/watched-file';
import type { Hint } from './loop/hint';
import type { Scheduler } from './loop/scheduler';
import { createStateKeeper } from './loop/state-keeper';

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

const beatOccasion: Occasion = { kind: 'beat' };
const userAsks: Occasion = { kind: 'user' };
const userAsksForSessions: Occasion = { kind: 'user', parts: ['sessions', 'beacons'] };

/** What a look is taken for after a hint; after any other it is as on a beat. */
const occasions: Partial<Record<Hint, Occasion>> = {
  'popover-opened': { kind: 'opened' },
  resumed: { kind: 'wake' },
  'user-asked': userAsks,
};

export interface MonitorOptions {
  /** Whose holds this process keeps. The app's takes up, from its start on, what another one has left. Default: the command line's. */
  readonly holdOwner?: HoldOwner;
  /** The way out for a diagnosis that may use the network. Default: that of this Mac. */
  readonly openNetwork?: OpenNetwork;
  /** How the user's system writes times, as a language tag. Default: the command line's fixed form. */
  readonly locale?: () => string;
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
  let running = false;
  let cancelNext = () => {};
  let fileHints: FileHints | null = null;
  /** What only an open popover shows. */
  let openingLook: Promise<void> = Promise.resolve();

  const wokeAt = (): number | null => {
    const { wokeAt: at } = keeper.state();
    return at === null ? null : Date.parse(at);
  };

  const look = createLook(doors, credentials);
  const looks = createLooks({
    doors,
    look,
    keeper,
    conditions: () => ({ popoverVisible, powerSource: power.source }),
    wokeAt,
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
      wokeAt: wokeAt(),
      powerSource: power.source,
      screenLocked: power.screenLocked,
      beat,
      lookCostsProcess: doors.lock.means !== 'framework',
    });
    cancelNext = scheduler.after(delayMs, () => lookAndGoOn(beatOccasion));
  };

  const lookAndGoOn = (occasion: Occasion) => {
    cancelNext();
    const { lockStates, everything } = looks.begin(occasion);
    // The next look does not wait for what is slow in this one.
    void lockStates.then(scheduleNext);
    void everything.then(() => fileHints?.follow());
  };

  const hint = (reason: Hint) => {
    if (reason === 'screen-locked' || reason === 'screen-unlocked') hold.screen(reason === 'screen-locked');
    if (!running) return;
    for (const listener of hintListeners) listener(reason);
    if (reason === 'suspended') return;
    if (reason === 'resumed') keeper.update({ wokeAt: isoTime(doors.host.now()) });
    lookAndGoOn(occasions[reason] ?? beatOccasion);
  };

  const hintsOfFiles = () =>
    createFileHints({
      doors,
      scheduler,
      isVisible: () => popoverVisible,
      watched: look.watched,
      lookAt: (hinted) => looks.begin({ kind: 'files', hinted }).everything,
    });

  const hold = createHoldMonitor({
    doors,
    scheduler,
    keeper,
    owner: options.holdOwner ?? 'command-line',
    lookNow: () => looks.begin(beatOccasion).lockStates,
  });

  const actions = createActions({
    doors,
    credentials,
    scheduler,
    keeper,
    hold,
    lookNow: () => looks.begin(beatOccasion).lockStates,
    lookAtSessions: () => looks.begin(userAsksForSessions).everything,
  });

  keeper.update({ diagnosisChoices: diagnosisChoices(doors, credentials) });
  const diagnosing = createDiagnosing({
    doors,
    keeper,
    openNetwork: options.openNetwork ?? (() => createNetworkDoor(doors.host)),
    look: () => {
      const { come, awaited } = looks.begin(userAsks);
      return {
        awaited,
        awaitedTools: credentials.awaited,
        async come(parts) {
          await come(parts);
          return keeper.state().snapshot;
        },
        async soFar() {
          await looks.tellSoFar();
          return keeper.state().snapshot;
        },
      };
    },
  });

  const readForPopover = async () => {
    await Promise.all([actions.readDesktopTmux(), actions.readShellHelpers(), actions.readCommandLink()]);
  };

  return {
    actions,
    diagnosing,
    state: keeper.state,
    subscribe: keeper.subscribe,
    start() {
      running = true;
      fileHints = hintsOfFiles();
      openingLook = Promise.all([
        doors.shellHelper.refresh(),
        doors.commandLink().then((link) => link.mend()),
        actions.readUndos(),
      ]).then(
        () => undefined,
        () => undefined,
      );
      lookAndGoOn(userAsks);
    },
    async stop() {
      running = false;
      cancelNext();
      fileHints?.stop();
      await hold.stop();
      await Promise.all([looks.ended(), openingLook, diagnosing.stop()]);
    },
    async lookOnce() {
      await looks.begin(userAsks).everything;
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
      if (running) lookAndGoOn(beatOccasion);
    },
  };
};
