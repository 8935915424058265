import type { Bridge } from '../../electron/contract/bridge';
import type { Busy } from '../../electron/contract/busy';
import type { PayloadOf, ReplyOf } from '../../electron/contract/contract';
import type { RequestGroup, RequestVerb } from '../../electron/contract/verbs';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly latchkey: Bridge;
  }
}

/** The only way out of this page: the contract's verbs, and nothing else. */
export const bridge: Bridge = window.latchkey;

type Ask = (payload?: unknown) => Promise<unknown>;

/** Asks for a verb by its name in full. */
export const ask = <Verb extends RequestVerb>(verb: Verb, payload?: PayloadOf<Verb>): Promise<ReplyOf<Verb> | Busy> => {
  const [group, name] = verb.split('.') as [RequestGroup, string];
  const asks = bridge[group] as unknown as Readonly<Record<string, Ask>>;
  return asks[name]?.(payload) as Promise<ReplyOf<Verb> | Busy>;
};
