import { create } from 'zustand';
import type { AppState } from '../../electron/contract/app-state';

/** What the popover shows. `state` is the main process's and is only ever replaced whole; the rest is the window's own. */
export interface PopoverStore {
  /** The last state that the main process has told; null before its first word. */
  readonly state: AppState | null;
  /** The diagnosis is shown in place of the status. */
  readonly isDiagnosing: boolean;
  /** Requests that have not been answered (the verb, and what it is about), so that no click sends one twice. */
  readonly requestsUnderWay: readonly string[];
  /** Said when a request was not answered at all; what an action came to is in `state.notice`. */
  readonly bridgeFailure: string | null;
  /** Milliseconds since 1970 as this computer tells them, a little behind. */
  readonly wallClockMs: number;
  /** How far the simulated Mac's clock is ahead of this computer's; 0 on a Mac. */
  readonly clockOffsetMs: number;
}

export const usePopoverStore = create<PopoverStore>()(() => ({
  state: null,
  isDiagnosing: false,
  requestsUnderWay: [],
  bridgeFailure: null,
  wallClockMs: Date.now(),
  clockOffsetMs: 0,
}));

/** Replaces what was known. Nothing of the former state survives. */
export const showState = (state: AppState, receivedAtMs: number): void => {
  const { snapshot } = state;
  const isSimulated = snapshot?.host.platform === 'simulated-macos';
  usePopoverStore.setState({
    state,
    wallClockMs: receivedAtMs,
    clockOffsetMs: isSimulated ? Date.parse(snapshot.takenAt) - receivedAtMs : 0,
  });
};

export const showDiagnosis = (isDiagnosing: boolean): void => usePopoverStore.setState({ isDiagnosing });
