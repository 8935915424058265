import { describe, expect, it, vi } from 'vitest';
import { success } from '../../../electron/core/outcome';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { type MonitorState, nothingYet } from '../../../electron/core/state/monitor-state';
import type { Hold } from '../../../electron/core/words/hold';
import { everything, type PendingAction } from '../../../electron/core/words/pending';
import { beforeQuitting } from '../../../electron/shell/hold/hold-at-quit';
import { readings } from '../../core/sample-facts';
import { awakeHold } from '../sample-hold-state';

const stateWith = (hold: Hold, pending: MonitorState['pending'] = []): MonitorState => ({
  ...nothingYet,
  snapshot: buildSnapshot(readings({ hold }), null, 0),
  pending,
});
const running = (kind: PendingAction['kind']): MonitorState['pending'] => [
  { kind, target: everything, phase: 'running', startedAt: '2026-09-10T09:00:00.000Z' },
];
const restoring: Hold = { ...awakeHold(), state: 'restoring', problems: [] };

describe('what must be done before the app quits', () => {
  const setUp = (state: MonitorState, onQuitDuringHold: 'put-back' | 'keep' = 'put-back') => {
    const actions = {
      endHold: vi.fn(() => Promise.resolve(success(undefined))),
      leaveHoldOn: vi.fn(() => Promise.resolve(success(undefined))),
    };
    const flush = vi.fn((): Promise<void> | null => null);
    const listeners: ((state: MonitorState) => void)[] = [];
    const subscribe = (listener: (state: MonitorState) => void) => {
      listeners.push(listener);
      return () => {};
    };
    const prepare = beforeQuitting({
      monitor: { state: () => state, subscribe, actions },
      preferences: { current: () => ({ onQuitDuringHold }), flush },
    });
    return {
      ...actions,
      flush,
      prepare,
      tell: (next: MonitorState) => listeners.forEach((listen) => void listen(next)),
    };
  };

  it.each<[string, MonitorState]>([
    ['no look was done', nothingYet],
    ['no hold is on', stateWith({ state: 'off' })],
    ['a terminal keeps the hold', stateWith(awakeHold({ owner: 'command-line', isElsewhere: true }))],
  ])('is nothing where %s', (_what, state) => {
    const { prepare, endHold, leaveHoldOn } = setUp(state);
    expect(prepare()).toBeNull();
    expect(endHold).not.toHaveBeenCalled();
    expect(leaveHoldOn).not.toHaveBeenCalled();
  });

  it.each<[string, MonitorState, 'put-back' | 'keep']>([
    ['a hold is on', stateWith(awakeHold()), 'put-back'],
    ['one begins, whatever was chosen', stateWith({ state: 'off' }, running('start-hold')), 'keep'],
    ['one has something left to put back', stateWith(restoring), 'keep'],
  ])('is to put everything back where %s', async (_what, state, choice) => {
    const { prepare, endHold, leaveHoldOn } = setUp(state, choice);
    await prepare();
    expect(endHold).toHaveBeenCalledOnce();
    expect(leaveHoldOn).not.toHaveBeenCalled();
  });

  it('is to note that the hold goes on, where the user wishes that', async () => {
    const { prepare, endHold, leaveHoldOn } = setUp(stateWith(awakeHold()), 'keep');
    await prepare();
    expect(leaveHoldOn).toHaveBeenCalledOnce();
    expect(endHold).not.toHaveBeenCalled();
  });

  it('is to wait for an end that is under way', async () => {
    const { prepare, tell, endHold } = setUp(stateWith(awakeHold(), running('end-hold')));
    let isDone = false;
    const done = prepare()?.then(() => {
      isDone = true;
    });
    tell(stateWith(awakeHold(), running('end-hold')));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(isDone).toBe(false);
    tell(stateWith({ state: 'off' }));
    await done;
    expect(isDone).toBe(true);
    expect(endHold).not.toHaveBeenCalled();
  });

  it('is to write the settings as well', async () => {
    const { prepare, flush, endHold } = setUp(stateWith(awakeHold()));
    flush.mockReturnValue(Promise.resolve());
    await prepare();
    expect(flush).toHaveBeenCalledOnce();
    expect(endHold).toHaveBeenCalledOnce();
  });
});
