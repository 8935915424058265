import { describe, expect, it } from 'vitest';
import { describeSegment } from '../../electron/core/history/day-rows';
import type { DayStrip } from '../../electron/core/history/day-strip';
import { laneTitle } from '../../electron/core/history/format-history';
import { withGhLogin } from '../cli/desk-scenario';
import type { Scenario } from '../simulator/parsing/scenario';
import { patience } from '../vitest/patience';
import { createSimulatedDay, dayStartMs, type SimulatedDay } from './simulated-day';

const loginPath = '/Users/alice/Library/Keychains/login.keychain-db';

const desk = { id: 'desk', kind: 'desktop', tty: 'console', startedAt: '2026-09-09T08:00:00Z', unlocked: [] } as const;
const laptop = { id: 'laptop', kind: 'ssh', tty: 'ttys004', from: '192.168.1.9', unlocked: [] } as const;
const tmux = { socket: 'default', session: 'desk', serverPid: 900 } as const;
const attached = { pid: 901, tty: 'ttys004', sessionName: 'work' } as const;

const scenario: Scenario = withGhLogin({
  now: '2026-09-10T00:00:00Z',
  bootedAt: '2026-09-09T08:00:00Z',
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'secret' },
  keychains: [
    {
      ...{ path: loginPath, password: 'secret', isLogin: true, isDefault: true },
      ...{ lockOnSleep: true, idleTimeoutSeconds: 1_800 },
    },
  ],
  sessions: [desk],
  tmux: [{ ...tmux, clients: [] }],
  remoteLogin: true,
});

interface Line {
  readonly at: string;
  readonly what: string;
  readonly happens?: (day: SimulatedDay) => unknown;
  /** History, notifications and icon, as `news` tells them. */
  readonly told: readonly string[];
}

const security =
  (...words: readonly string[]) =>
  (day: SimulatedDay) =>
    day.mac.run('security', words);
const unlockedByHand = security('unlock-keychain', '-p', 'secret', loginPath);
const unlockedWithLatchkey = async (day: SimulatedDay) => {
  const unlocking = day.latchkey().monitor.actions.unlock(loginPath);
  await day.mac.dialogs.waitForOne();
  day.mac.dialogs.answer();
  await day.finish(unlocking);
};
const comes = ({ mac }: SimulatedDay) =>
  mac.updateScenario({ sessions: [desk, laptop], tmux: [{ ...tmux, clients: [attached] }] });
const leaves = ({ mac }: SimulatedDay) => mac.updateScenario({ sessions: [desk], tmux: [{ ...tmux, clients: [] }] });

const screen = (screenLocked: boolean) => (day: SimulatedDay) => {
  const { monitor } = day.latchkey();
  monitor.setPower({ source: 'ac', screenLocked });
  monitor.hint(screenLocked ? 'screen-locked' : 'screen-unlocked');
};

const script: readonly Line[] = [
  {
    at: '0:00',
    what: 'Latchkey starts; nobody has unlocked anything',
    happens: (day) => day.start(),
    told: [
      '00:00 Latchkey began to watch',
      '00:00 login: found locked',
      '00:00 tmux server ‘default’ was there',
      'icon: locked-alarm',
    ],
  },
  { at: '0:10', what: 'the Mac goes to sleep', happens: (day) => day.sleep(), told: ['00:10 The Mac went to sleep'] },
  { at: '7:00', what: 'it wakes up', happens: (day) => day.wake(), told: ['07:00 The Mac woke up'] },
  {
    at: '7:05',
    what: 'somebody unlocks in a terminal',
    happens: unlockedByHand,
    told: ['07:05 login: unlocked outside Latchkey', 'icon: unlocked-warning'],
  },
  { at: '7:10', what: 'and goes away', happens: screen(true), told: [] },
  {
    at: '7:36',
    what: 'nobody uses it for half an hour',
    told: ['07:35 login: locked by its idle timeout', 'icon: locked-alarm'],
  },
  { at: '7:55', what: 'the user is back', happens: screen(false), told: [] },
  {
    at: '8:00',
    what: 'a click on Unlock',
    happens: unlockedWithLatchkey,
    told: ['08:00 login: unlocked with Latchkey', 'icon: unlocked-warning'],
  },
  {
    at: '8:05',
    what: 'somebody logs in over SSH and attaches the desktop’s tmux',
    happens: comes,
    told: ['08:05 SSH login from 192.168.1.9 came'],
  },
  { at: '8:26', what: 'the timeout comes near', told: ['notification: The keychain may lock within 5 minutes'] },
  {
    at: '8:31',
    what: 'it locks under the remote client',
    told: ['08:30 login: locked by its idle timeout', 'notification: The keychain is locked', 'icon: locked-alarm'],
  },
  {
    at: '8:40',
    what: 'a click on Unlock',
    happens: unlockedWithLatchkey,
    told: ['08:40 login: unlocked with Latchkey', 'icon: unlocked-warning'],
  },
  {
    at: '8:45',
    what: 'a click: never lock by itself',
    happens: (day) =>
      day.finish(
        day.latchkey().monitor.actions.setAutoLock(loginPath, { lockOnSleep: false, idleTimeoutSeconds: null }),
      ),
    told: [
      '08:45 login: auto-lock changed with Latchkey, from “30 min after last use, on sleep” to “no timeout, not on sleep”',
      'icon: unlocked',
    ],
  },
  { at: '8:50', what: 'and goes away', happens: screen(true), told: [] },
  { at: '9:25', what: 'and is back', happens: screen(false), told: [] },
  { at: '9:30', what: 'the remote client leaves', happens: leaves, told: ['09:30 SSH login from 192.168.1.9 left'] },
  {
    at: '10:00',
    what: 'somebody sets other settings in a terminal',
    happens: security('set-keychain-settings', '-l', '-u', '-t', '3600', loginPath),
    told: [
      '10:00 login: auto-lock changed outside Latchkey, from “no timeout, not on sleep” to “1 h after last use, on sleep”',
      'icon: unlocked-warning',
    ],
  },
  {
    at: '10:30',
    what: 'a hold for two hours',
    happens: (day) =>
      day.finish(
        day.latchkey().monitor.actions.startHold({
          ...{ end: { kind: 'at', at: '2026-09-10T12:30:00.000Z' }, keepAwake: false, relock: 'as-before' },
        }),
      ),
    told: [
      '10:30 login: auto-lock changed with Latchkey, from “1 h after last use, on sleep” to “no timeout, not on sleep”',
      '10:30 Keep Unlocked began',
      'icon: held',
    ],
  },
  { at: '10:35', what: 'the user locks the screen and leaves', happens: screen(true), told: [] },
  { at: '12:20', what: 'an hour and three quarters without a use: held', happens: screen(false), told: [] },
  {
    at: '12:30',
    what: 'the hold ends',
    told: [
      '12:30 login: auto-lock changed with Latchkey, from “no timeout, not on sleep” to “1 h after last use, on sleep”',
      '12:30 Keep Unlocked ended',
      'icon: unlocked-warning',
    ],
  },
  {
    at: '13:00',
    what: 'somebody locks in a terminal',
    happens: security('lock-keychain', loginPath),
    told: ['13:00 login: locked outside Latchkey', 'icon: locked-alarm'],
  },
  {
    at: '13:10',
    what: 'and unlocks',
    happens: unlockedByHand,
    told: ['13:10 login: unlocked outside Latchkey', 'icon: unlocked-warning'],
  },
  { at: '14:00', what: 'the Mac goes to sleep', happens: (day) => day.sleep(), told: ['14:00 The Mac went to sleep'] },
  {
    at: '14:30',
    what: 'it wakes up, locked',
    happens: (day) => day.wake(),
    told: ['14:30 The Mac woke up', '14:30 login: locked on sleep', 'icon: locked-alarm'],
  },
  {
    at: '14:35',
    what: 'a click on Unlock',
    happens: unlockedWithLatchkey,
    told: ['14:35 login: unlocked with Latchkey', 'icon: unlocked-warning'],
  },
  {
    at: '14:40',
    what: 'a click on Lock',
    happens: (day) => day.finish(day.latchkey().monitor.actions.lock(loginPath)),
    told: ['14:40 login: locked with Latchkey', 'icon: locked-alarm'],
  },
  {
    at: '14:50',
    what: 'a click on Unlock',
    happens: unlockedWithLatchkey,
    told: ['14:50 login: unlocked with Latchkey', 'icon: unlocked-warning'],
  },
  { at: '15:00', what: 'Latchkey is quit', happens: (day) => day.quit(), told: ['15:00 Latchkey stopped watching'] },
  {
    at: '15:20',
    what: 'and started again',
    happens: (day) => day.start(),
    told: ['15:20 Latchkey began to watch', '15:20 login: found unlocked', '15:20 tmux server ‘default’ was there'],
  },
  { at: '15:40', what: 'the Mac loses its power', happens: (day) => day.kill(), told: [] },
  {
    at: '16:00',
    what: 'and is started again',
    happens: (day) => {
      day.mac.restart();
      return day.start();
    },
    told: [
      '16:00 Latchkey began to watch',
      '16:00 login: locked by a restart',
      '16:00 tmux server ‘default’ was there',
      'icon: locked-alarm',
    ],
  },
  {
    at: '16:05',
    what: 'the user unlocks in a terminal',
    happens: unlockedByHand,
    told: ['16:05 login: unlocked outside Latchkey', 'icon: unlocked-warning'],
  },
  { at: '16:10', what: 'and leaves for the day', happens: screen(true), told: [] },
  {
    at: '23:00',
    what: 'the evening: it idles',
    told: ['17:05 login: locked by its idle timeout', 'icon: locked-alarm'],
  },
];

/** The same day as the strip draws it: states, sleep, holds, remote sessions. */
const expectedStrip: readonly string[] = [
  '00:00–07:05 Locked, not known why',
  '07:05–07:35 Unlocked outside Latchkey',
  '07:35–08:00 Locked by its idle timeout',
  '08:00–08:30 Unlocked with Latchkey',
  '08:30–08:40 Locked by its idle timeout',
  '08:40–13:00 Unlocked with Latchkey',
  '13:00–13:10 Locked outside Latchkey',
  '13:10–14:00 Unlocked outside Latchkey',
  '14:00–14:35 Locked on sleep',
  '14:35–14:40 Unlocked with Latchkey',
  '14:40–14:50 Locked with Latchkey',
  '14:50–15:00 Unlocked with Latchkey',
  '15:00–15:20 Not watched',
  '15:20–15:35 Unlocked, not known since when',
  '15:35–16:00 Not watched',
  '16:00–16:05 Locked by a restart',
  '16:05–17:05 Unlocked outside Latchkey',
  '17:05–23:01 Locked by its idle timeout',
  '00:10–07:00 asleep',
  '14:00–14:30 asleep',
  '10:30–12:30 held',
  '00:00–15:00 tmux server ‘default’',
  '15:20–15:35 tmux server ‘default’',
  '16:00–23:01 tmux server ‘default’',
  '08:05–09:30 SSH login from 192.168.1.9',
];

describe('a day', () => {
  it(
    'goes by as its script says, line by line',
    async () => {
      const day = await createSimulatedDay(scenario);
      try {
        for (const { at, what, happens, told } of script) {
          await day.until(at);
          await happens?.(day);
          day.changed();
          const [hours = '', minutes = ''] = at.split(':');
          await day.until(`${hours}:${Number(minutes) + 1}`);
          expect({ at, what, told: await day.news() }).toEqual({ at, what, told });
        }
        const { strip } = await day.latchkey().history.day(dayStartMs, 'UTC');
        expect(drawn(strip)).toEqual(expectedStrip);
      } finally {
        await day.dispose();
      }
    },
    patience(180_000),
  );
});

const clock = (at: string): string => at.slice(11, 16);
const drawn = ({ segments, sleeps, holds, sessions }: DayStrip): readonly string[] => [
  ...segments.map((segment) => `${clock(segment.from)}–${clock(segment.to)} ${describeSegment(segment)}`),
  ...sleeps.map(({ from, to }) => `${clock(from)}–${clock(to)} asleep`),
  ...holds.map(({ from, to }) => `${clock(from)}–${clock(to)} held`),
  ...sessions.flatMap((lane) => lane.spans.map(({ from, to }) => `${clock(from)}–${clock(to)} ${laneTitle(lane)}`)),
];
