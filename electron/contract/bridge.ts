import type { Busy } from './busy';
import type { PayloadOf, ReplyOf } from './contract';
import type { AnnouncementVerb, RequestGroup, RequestName, RequestVerb } from './verbs';

/** A verb that takes no payload takes no argument. */
type RequestFunction<Verb extends RequestVerb> = [PayloadOf<Verb>] extends [undefined]
  ? () => Promise<ReplyOf<Verb> | Busy>
  : (payload: PayloadOf<Verb>) => Promise<ReplyOf<Verb> | Busy>;

/** `hold.start` is a function of the group `hold`. */
type VerbIn<Group extends RequestGroup, Name extends string> = Extract<RequestVerb, `${Group}.${Name}`>;

/** The requests as functions. A promise rejects when the main process refuses the payload or is not there. */
export type BridgeRequests = {
  readonly [Group in RequestGroup]: {
    readonly [Name in RequestName<Group>]: RequestFunction<VerbIn<Group, Name>>;
  };
};

/**
 * Everything that the popover can reach of the main process: `window.latchkey`, put there by the preload script. It is
 * derived from the contract, so that each side has exactly the contract's verbs.
 */
export interface Bridge extends BridgeRequests {
  /** Listens to an announcement; the returned function stops it. */
  on<Verb extends AnnouncementVerb>(verb: Verb, listener: (payload: PayloadOf<Verb>) => void): () => void;
}
