import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { type MonitorState, nothingYet } from '../../../electron/core/state/monitor-state';
import type { Hold } from '../../../electron/core/words/hold';
import type { PowerEvents } from '../../../electron/shell/app/power';
import { followKeepAwake } from '../../../electron/shell/hold/keep-awake';
import { readings } from '../../core/sample-facts';
import { awakeHold } from '../sample-hold-state';

describe('keeping the Mac awake', () => {
  const setUp = (isOnBatteryPower: () => boolean = () => false) => {
    const events = new EventEmitter();
    const running = new Set<number>();
    let lastId = 0;
    const start = vi.fn((_kind: string) => {
      lastId += 1;
      running.add(lastId);
      return lastId;
    });
    let state: MonitorState = nothingYet;
    let tell = (_state: MonitorState) => {};
    const end = followKeepAwake({
      blocker: { start, stop: (id) => running.delete(id) },
      power: { on: events.on.bind(events), isOnBatteryPower } as unknown as PowerEvents,
      monitor: {
        state: () => state,
        subscribe: (listener) => {
          tell = listener;
          return () => {};
        },
      },
    });
    const show = (hold: Hold) => {
      state = { ...nothingYet, snapshot: buildSnapshot(readings({ hold }), null, 0) };
      tell(state);
    };
    return { events, start, show, end, isAwake: () => running.size > 0, count: () => running.size };
  };

  it('is done by one assertion against idle sleep, while a hold asks for it on power', () => {
    const { show, start, isAwake, count } = setUp();
    expect(isAwake()).toBe(false);
    show(awakeHold());
    show(awakeHold());
    expect(count()).toBe(1);
    expect(start).toHaveBeenCalledExactlyOnceWith('prevent-app-suspension');
    show({ state: 'off' });
    expect(isAwake()).toBe(false);
  });

  it('follows the power supply', () => {
    const { show, events, isAwake } = setUp(() => true);
    show(awakeHold());
    expect(isAwake()).toBe(false);
    events.emit('on-ac');
    expect(isAwake()).toBe(true);
    events.emit('on-battery');
    expect(isAwake()).toBe(false);
  });

  it.each<[string, Hold]>([
    ['does not ask for it', awakeHold({ keepAwake: false })],
    ['is kept by another process', awakeHold({ isElsewhere: true })],
    ['is over', { ...awakeHold(), state: 'restoring', problems: [] }],
  ])('is left alone while a hold %s', (_what, hold) => {
    const { show, isAwake } = setUp();
    show(hold);
    expect(isAwake()).toBe(false);
  });

  it('spares the battery where nobody knows whether there is power, and ends with the app', () => {
    const unknown = setUp(() => {
      throw new Error('no power supply');
    });
    unknown.show(awakeHold());
    expect(unknown.isAwake()).toBe(false);
    const { show, end, isAwake } = setUp();
    show(awakeHold());
    end();
    expect(isAwake()).toBe(false);
  });
});
