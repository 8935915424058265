import { formatHistoryEvent, isNews } from '../../electron/core/history/format-history';
import { defaultPreferences } from '../../electron/core/preferences/preferences';
import { trayModel } from '../../electron/core/state/tray-model';
import { formatClock } from '../../electron/core/time/format-moment';
import type { Scheduler } from '../../electron/monitor/loop/scheduler';
import { createWatch, type Watch } from '../../electron/monitor/recorded-watch';
import { followNotifications } from '../../electron/shell/notifications/notifications';
import type { MacDoors } from '../../electron/system/doors';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import { createNotificationSystem } from '../shell/notification-double';
import type { Scenario } from '../simulator/parsing/scenario';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';
import { createJumpingScheduler, settled } from './jumping-scheduler';
import { watchesNothing } from './watches-nothing';

/** A day on a simulated Mac whose clock goes from one due moment to the next, and the Latchkey that runs on it. */
export interface SimulatedDay {
  readonly mac: SimulatedMac;
  /** The Latchkey that runs now. */
  latchkey(): Watch;
  start(): Promise<void>;
  quit(): Promise<void>;
  /** It ends without a word. */
  kill(): void;
  /** Goes on until this time of the day; while the Mac sleeps nothing runs. */
  until(clock: string): Promise<void>;
  sleep(): void;
  wake(): Promise<void>;
  /** Lets an action of a click come to its end. */
  finish<Value>(action: Promise<Value>): Promise<Value>;
  /** Something about the Mac has changed, so that its tools have other answers. */
  changed(): void;
  /** What was written into the history, shown as a notification and changed about the icon since the last question. */
  news(): Promise<readonly string[]>;
  dispose(): Promise<void>;
}

export const dayStartMs = Date.parse('2026-09-10T00:00:00Z');
const timeZone = 'UTC';

export const createSimulatedDay = async (scenario: Scenario): Promise<SimulatedDay> => {
  const mac = await createSimulatedMac(scenario, { isFrozen: true });
  const { scheduler, runUntil } = createJumpingScheduler(mac.clock);
  const notifications = createNotificationSystem();
  let version = 0;
  let running: { readonly watch: Watch; isDead: boolean } | null = null;
  let isAsleep = false;
  let icon = '';
  let [toldCount, writtenCount] = [0, 0];

  const watch = (): Watch => {
    if (!running) throw new Error('No Latchkey runs.');
    return running.watch;
  };
  const open = (): MacDoors => {
    const host = createMacHost(mac.environment('desk'), { allowSimulation: true });
    if (!host.ok) throw new Error(host.reason);
    const doors = { ...createMacDoors(host.value), watchFiles: watchesNothing, monotonicNow: () => mac.clock.now() };
    return askedOncePerChange(doors, () => version);
  };

  const day: SimulatedDay = {
    mac,
    latchkey: watch,
    async start() {
      const life = { isDead: false };
      const own: Scheduler = {
        after: (delayMs, run) => scheduler.after(delayMs, () => (life.isDead ? undefined : run())),
      };
      const next = createWatch(open(), own, { holdOwner: 'app' });
      running = Object.assign(life, { watch: next });
      const preferences = { current: () => defaultPreferences, subscribe: () => undefined };
      const { system } = notifications;
      followNotifications({ monitor: next.monitor, preferences, system, openPopover: () => {}, log: () => {} });
      next.history.setKeptDays(defaultPreferences.historyDays);
      next.history.record();
      next.monitor.start();
      next.monitor.setPower({ source: 'ac', screenLocked: false });
      await settled();
    },
    async quit() {
      await watch().monitor.stop();
      running = null;
    },
    kill() {
      if (running) running.isDead = true;
      running = null;
    },
    async until(clock) {
      const [hours = 0, minutes = 0] = clock.split(':').map(Number);
      const endMs = dayStartMs + (hours * 60 + minutes) * 60_000;
      if (isAsleep) mac.clock.set(endMs);
      else await runUntil(endMs);
    },
    sleep() {
      watch().monitor.hint('suspended');
      mac.sleep();
      isAsleep = true;
    },
    async wake() {
      isAsleep = false;
      watch().monitor.hint('resumed');
      await settled();
    },
    async finish(action) {
      let isOver = false;
      const ended = action.finally(() => {
        isOver = true;
      });
      for (;;) {
        await settled();
        if (isOver) return ended;
        await runUntil(mac.clock.now() + 250);
      }
    },
    changed: () => {
      version += 1;
    },
    async news() {
      const stored = await openHistory(open()).then((events) => events.map(lineOf));
      const written = stored.slice(writtenCount);
      writtenCount = stored.length;
      const told = notifications.titles().slice(toldCount);
      toldCount += told.length;
      const now = running ? trayModel(running.watch.monitor.state(), { showTitle: false, timeZone: 'UTC' }).icon : icon;
      const changed = now === icon ? [] : [`icon: ${now}`];
      icon = now;
      return [...written, ...told.map((title) => `notification: ${title}`), ...changed];
    },
    async dispose() {
      if (running) await running.watch.monitor.stop();
      await mac.dispose();
    },
  };
  return day;
};

const openHistory = async ({ history }: MacDoors) => {
  const days = await history.days();
  return days.ok ? (await history.read(days.value)).events.filter(isNews) : [];
};

const lineOf = (event: Parameters<typeof formatHistoryEvent>[0]): string =>
  `${formatClock(Date.parse(event.at), { timeZone })} ${formatHistoryEvent(event)}`;

/**
 * The Mac's slow tools are asked once for each change of the Mac, not every few seconds: between two changes they have the
 * same answers. The lock states, the settings and all writing are the real thing each time.
 */
const askedOncePerChange = (doors: MacDoors, version: () => number): MacDoors => {
  const once = <Value>(ask: () => Promise<Value>): (() => Promise<Value>) => {
    let last: { readonly version: number; readonly answer: Promise<Value> } | null = null;
    return () => {
      if (last?.version !== version()) last = { version: version(), answer: ask() };
      return last.answer;
    };
  };
  const { security } = doors;
  return {
    ...doors,
    readRemoteAccess: once(doors.readRemoteAccess),
    readRemoteSessions: once(doors.readRemoteSessions),
    readProcesses: once(doors.readProcesses),
    readBeacons: once(doors.readBeacons),
    security: {
      ...security,
      listKeychains: once(security.listKeychains),
      defaultKeychain: once(security.defaultKeychain),
      loginKeychain: once(security.loginKeychain),
      findIdentities: once(security.findIdentities),
    },
  };
};
