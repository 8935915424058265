import type { Preferences } from '../../core/preferences/preferences';
import type { MonitorState } from '../../core/state/monitor-state';
import { isPending } from '../../core/state/pending-actions';
import type { Monitor } from '../../monitor/monitor';

export interface QuittingOptions {
  readonly monitor: Pick<Monitor, 'state' | 'subscribe'> & {
    readonly actions: Pick<Monitor['actions'], 'endHold' | 'leaveHoldOn'>;
  };
  readonly preferences: { current(): Pick<Preferences, 'onQuitDuringHold'>; flush(): Promise<void> | null };
}

/**
 * What must be done before the app may end: the hold that it keeps is put back, or noted as one that goes on, and settings
 * are written. What does not get done in time the hold's journal still says at the next start.
 *
 * @returns null where there is nothing to do.
 */
export const beforeQuitting =
  ({ monitor, preferences }: QuittingOptions) =>
  (): Promise<void> | null => {
    const works = [holdWork(monitor, preferences.current()), preferences.flush()].filter((work) => work !== null);
    return works.length === 0 ? null : Promise.all(works).then(() => undefined);
  };

const holdWork = (
  { state, subscribe, actions }: QuittingOptions['monitor'],
  { onQuitDuringHold }: Pick<Preferences, 'onQuitDuringHold'>,
): Promise<unknown> | null => {
  if (isEnding(state())) {
    return new Promise((resolve) => {
      const stop = subscribe((next) => {
        if (isEnding(next)) return;
        stop();
        resolve(undefined);
      });
    });
  }
  switch (ownHold(state())) {
    case 'none':
      return null;
    case 'entering':
      return actions.endHold();
    case 'on':
      return onQuitDuringHold === 'keep' ? actions.leaveHoldOn() : actions.endHold();
    case 'restoring':
      // One more try; what waits for an unlock or a decision waits on.
      return actions.endHold();
  }
};

const isEnding = ({ pending }: MonitorState): boolean => isPending(pending, 'end-hold');

const ownHold = ({ snapshot, pending }: MonitorState): 'none' | 'entering' | 'on' | 'restoring' => {
  const hold = snapshot?.hold;
  if (hold && hold.state !== 'off' && !hold.isElsewhere) return hold.state;
  return isPending(pending, 'start-hold') ? 'entering' : 'none';
};
