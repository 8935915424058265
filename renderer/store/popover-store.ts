import { create } from 'zustand';
import type { AppState } from '../../electron/contract/app-state';
import type { RequestVerb } from '../../electron/contract/verbs';

/** A page on top of the popover's first one. */
export type PushedPage =
  | { readonly page: 'session'; readonly sessionId: string }
  /** `login`: the key of one of the logins. */
  | { readonly page: 'login'; readonly login: string }
  | { readonly page: 'places' | 'logins' | 'history' | 'diagnosis' | 'warnings' }
  /** `asksForTime`: a length of one's own was chosen in a menu, and the page is to ask for it. */
  | { readonly page: 'keychain' | 'hold'; readonly asksForTime?: true };

/** What the popover shows. `state` is the main process's and is only ever replaced whole; the rest is the window's own. */
export interface PopoverStore {
  /** The last state that the main process has told; null before its first word. */
  readonly state: AppState | null;
  /** The pages on top of the first one, the one that is shown last; none: the first one is shown. */
  readonly pages: readonly PushedPage[];
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
  pages: [],
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

/** Whether this request, about nothing in particular, has not been answered yet. */
export const useIsUnderWay = (verb: RequestVerb): boolean =>
  usePopoverStore((store) => store.requestsUnderWay.includes(verb));
