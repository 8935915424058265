import type { Bridge } from '../../electron/contract/bridge';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly latchkey: Bridge;
  }
}

/** The only way out of this page: the contract's verbs, and nothing else. */
export const bridge: Bridge = window.latchkey;
