import type { Bridge } from '../../electron/contract/bridge';
import { showState, usePopoverStore } from './popover-store';

const noAnswer = 'Latchkey does not answer. Quit it and open it again.';

/** Takes in the present state and every later one. */
export const connectStore = (bridge: Bridge): void => {
  let heardOfNewerState = false;
  bridge.on('state.changed', (state) => {
    heardOfNewerState = true;
    showState(state, Date.now());
  });
  bridge.state.get().then(
    (state) => {
      // The answer may have been overtaken by an announcement, which is newer.
      if (!heardOfNewerState) showState(state, Date.now());
    },
    () => usePopoverStore.setState({ bridgeFailure: noAnswer }),
  );
};
