import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../../electron/core/history/history-event';
import { failure, success } from '../../../electron/core/outcome';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { createHistory, type History } from '../../../electron/monitor/history/history';
import { createHistoryRecorder } from '../../../electron/monitor/history/history-recorder';
import { witnessSecurity } from '../../../electron/monitor/history/own-acts';
import { createMonitor, type Monitor } from '../../../electron/monitor/monitor';
import type { HistoryDoor } from '../../../electron/system/history/history-folder';
import { loginPath, readings, sighting } from '../../core/sample-facts';
import { createFakeMac, type FakeMac } from '../fake-mac';
import { createSteppedScheduler, type SteppedScheduler } from '../stepped-scheduler';

const startMs = Date.UTC(2026, 8, 10, 9, 0);
const minuteMs = 60_000;

/** Days of events in memory, in place of the folder. */
const createFolder = () => {
  const files = new Map<string, HistoryEvent[]>();
  const state = { isBlocked: false };
  const door: HistoryDoor = {
    append(events, opening) {
      if (state.isBlocked) return failure('not-a-file', 'A folder is in the way.');
      const day = events[0]?.at.slice(0, 10) ?? '';
      files.set(day, [...(files.get(day) ?? opening), ...events]);
      return success(undefined);
    },
    days: () => Promise.resolve(success([...files.keys()].sort())),
    read: (days) =>
      Promise.resolve({ events: days.flatMap((day) => files.get(day) ?? []), problems: [], skippedLines: 0 }),
    removeBefore: (day) => {
      const old = [...files.keys()].filter((one) => one < day);
      for (const one of old) files.delete(one);
      return Promise.resolve(success(old.length));
    },
    erase: () => {
      const count = files.size;
      files.clear();
      return Promise.resolve(success(count));
    },
  };
  return { door, files, state };
};

let mac: FakeMac;
let time: SteppedScheduler;
let folder: ReturnType<typeof createFolder>;
let monitor: Monitor;
let history: History;

/** The app, as it starts on what lies in the folder. */
const startApp = () => {
  const { now } = mac.doors.host;
  const { security, recentActs } = witnessSecurity(mac.doors.security, now);
  monitor = createMonitor({ ...mac.doors, security }, mac.credentials, time);
  const { door } = folder;
  const recorder = createHistoryRecorder({ door, now, recentActs, readBootTime: mac.doors.readBootTime });
  history = createHistory({ door, recorder, monitor, now });
};
beforeEach(() => {
  time = createSteppedScheduler(startMs);
  mac = createFakeMac(time.now);
  folder = createFolder();
  startApp();
});

const written = (day = '2026-09-10'): readonly string[] =>
  (folder.files.get(day) ?? []).map((event) =>
    'state' in event ? `${event.state} ${event.cause} ${event.by} ${event.found ?? ''}`.trim() : event.kind,
  );
const run = async (spanMs = 0) => {
  history.record();
  monitor.start();
  await time.advance(spanMs);
};

describe('what the app records', () => {
  it('nothing, unless it is told to', async () => {
    monitor.start();
    await time.advance(minuteMs);
    expect(folder.files.size).toBe(0);
  });

  it('its start and what it found, then each change once', async () => {
    await run(minuteMs);
    mac.lock = 'locked';
    await time.advance(minuteMs);
    expect(written()).toEqual(['app-started', 'unlocked unknown unknown first-seen', 'locked unknown unknown']);
  });

  it('nothing of a first look that has not come to everything yet: what it lacks is neither gone nor new', async () => {
    const { now } = mac.doors.host;
    const { door } = folder;
    const recorder = createHistoryRecorder({ door, now, recentActs: () => [], readBootTime: mac.doors.readBootTime });
    await recorder.start();
    const early = readings({ sessions: [], awaited: ['sessions'] });
    recorder.follow(buildSnapshot(early, null, startMs));
    recorder.follow(buildSnapshot(readings({ sessions: [sighting()] }), null, startMs + 1_000));
    await recorder.unwritten();
    const kinds = (folder.files.get('2026-09-10') ?? []).map((event) => JSON.stringify(event));
    const withoutEarly = kinds.filter((line) => line.includes('session-came') && !line.includes('first-seen'));
    expect(withoutEarly).toEqual([]);
    expect(kinds.length).toBeGreaterThan(1);
  });

  it('who did it: a click of ours, or somebody else', async () => {
    await run(10 * minuteMs);
    await monitor.actions.lock(loginPath);
    await time.advance(0);
    const unlocking = monitor.actions.unlock(loginPath);
    await time.advance(5_000);
    mac.answerDialog(success(undefined), 'unlocked');
    await unlocking;
    mac.lock = 'locked';
    await time.advance(20_000);
    mac.lock = 'unlocked';
    await time.advance(20_000);
    expect(written().slice(2)).toEqual([
      'locked manual latchkey',
      'unlocked manual latchkey',
      'locked manual elsewhere',
      'unlocked manual elsewhere',
    ]);
  });

  it('sleep and wake as they are told of, and what sleep locked', async () => {
    await run(minuteMs);
    monitor.hint('suspended');
    monitor.hint('suspended');
    mac.lock = 'locked';
    await time.advance(1_000);
    monitor.hint('resumed');
    await time.advance(5_000);
    expect(written().slice(2)).toEqual(['sleep', 'wake', 'locked sleep elsewhere']);
  });

  it('that it watched, where nothing else happened for a quarter of an hour', async () => {
    await run(46 * minuteMs);
    expect(written().slice(2)).toEqual(['watching', 'watching', 'watching']);
  });

  it('its end, at once', async () => {
    await run(minuteMs);
    history.stopRecording();
    expect(written().at(-1)).toBe('app-stopped');
    await monitor.stop();
    mac.lock = 'locked';
    await time.advance(minuteMs);
    expect(written().at(-1)).toBe('app-stopped');
  });

  it('a dialog of ours that is open at the end claims nothing', async () => {
    mac.lock = 'locked';
    await run(minuteMs);
    void monitor.actions.unlock(loginPath);
    await time.advance(1_000);
    mac.lock = 'unlocked';
    await time.advance(20_000);
    expect(written().slice(2)).toEqual([]);
    history.stopRecording();
    expect(written().slice(2)).toEqual(['unlocked unknown unknown', 'app-stopped']);
  });

  it('into each day’s file first what holds', async () => {
    await run(15 * 60 * minuteMs + 20 * minuteMs);
    expect(written('2026-09-11')).toEqual(['unlocked unknown unknown carried-over', 'watching', 'watching']);
  });
});

describe('what stands in the way', () => {
  it('what cannot be written is kept, shown, told of, and written once it can be', async () => {
    await run(minuteMs);
    folder.state.isBlocked = true;
    mac.lock = 'locked';
    await time.advance(minuteMs);
    const shown = await history.day(time.now(), 'UTC');
    expect(shown.problem).toBe('A folder is in the way.');
    expect(shown.strip.segments.at(-1)).toMatchObject({ state: 'locked' });
    expect(written()).toHaveLength(2);
    folder.state.isBlocked = false;
    mac.lock = 'unlocked';
    await time.advance(minuteMs);
    expect(written().slice(2)).toEqual(['locked unknown unknown', 'unlocked manual elsewhere']);
    expect((await history.day(time.now(), 'UTC')).problem).toBeNull();
  });

  it('a start whose Mac answers late loses nothing and begins once', async () => {
    let answer = (_bootedAt: number | null) => {};
    const boot = new Promise<number | null>((resolve) => {
      answer = resolve;
    });
    Object.assign(mac.doors, { readBootTime: () => boot });
    startApp();
    await run(minuteMs);
    mac.lock = 'locked';
    await time.advance(minuteMs);
    expect(written()).toEqual([]);
    answer(startMs - 5 * minuteMs);
    await time.advance(0);
    expect(written()).toEqual(['app-started', 'locked unknown unknown first-seen']);
    expect(folder.files.get('2026-09-10')?.[0]).toEqual({
      ...{ at: new Date(startMs).toISOString(), kind: 'app-started' },
      bootedAt: new Date(startMs - 5 * minuteMs).toISOString(),
    });
  });

  it('a start that is stopped before it began writes nothing', async () => {
    history.record();
    monitor.start();
    history.stopRecording();
    await time.advance(minuteMs);
    expect(folder.files.size).toBe(0);
  });
});

describe('how long it is kept', () => {
  const old = (day: string) => folder.files.set(day, [{ at: `${day}T10:00:00.000Z`, kind: 'watching' }]);

  it('thirty days, or as many as the user wants, from now on', async () => {
    for (const day of ['2026-08-10', '2026-08-11', '2026-09-02', '2026-09-03']) old(day);
    await run();
    expect([...folder.files.keys()].sort()).toEqual(['2026-08-11', '2026-09-02', '2026-09-03', '2026-09-10']);
    history.setKeptDays(7);
    await time.advance(0);
    expect([...folder.files.keys()].sort()).toEqual(['2026-09-03', '2026-09-10']);
  });

  it('goes on to remove what gets too old, day by day', async () => {
    old('2026-08-11');
    await run(15 * 60 * minuteMs + 20 * minuteMs);
    expect([...folder.files.keys()].sort()).toEqual(['2026-09-10', '2026-09-11']);
  });

  it('not at all: recording ends, what there is stays; and begins again when it is wanted', async () => {
    await run(minuteMs);
    history.setKeptDays(0);
    expect(written().at(-1)).toBe('app-stopped');
    expect((await history.day(time.now(), 'UTC')).recording).toBe('off');
    mac.lock = 'locked';
    await time.advance(minuteMs);
    expect(written()).toHaveLength(3);
    history.setKeptDays(30);
    await time.advance(minuteMs);
    expect(written().slice(3)).toEqual(['app-started', 'locked unknown unknown first-seen']);
  });

  it('erased, and what holds now begins the next file', async () => {
    await run(minuteMs);
    expect(await history.erase()).toEqual({ ok: true, value: 1 });
    expect((await history.day(time.now(), 'UTC')).rows.filter(({ to }) => to === null)).toEqual([]);
    mac.lock = 'locked';
    await time.advance(minuteMs);
    expect(written()).toEqual(['unlocked unknown unknown carried-over', 'locked unknown unknown']);
  });
});

describe('after a start', () => {
  it.each([
    ['later than the last line', startMs - minuteMs, 'locked restart elsewhere first-seen'],
    ['before it', startMs - 60 * minuteMs, 'locked unknown unknown first-seen'],
  ])('a lock is a restart’s where the Mac was started %s', async (_name, bootedAt, expected) => {
    const at = new Date(startMs - 30 * minuteMs).toISOString();
    folder.files.set('2026-09-10', [
      { at, kind: 'lock-state', keychainPath: loginPath, state: 'unlocked', cause: 'manual', by: 'elsewhere' },
    ]);
    Object.assign(mac.doors, { readBootTime: () => Promise.resolve(bootedAt) });
    mac.lock = 'locked';
    startApp();
    await run();
    expect(written().at(-1)).toBe(expected);
  });
});
