import { contract, type PayloadOf, type ReplyOf } from '../../contract/contract';
import type { RequestVerb } from '../../contract/verbs';
import { nameOfError } from '../../core/text/name-of-error';

/** One handler for each verb of the contract; a verb without one does not compile. */
export type VerbHandlers = {
  readonly [Verb in RequestVerb]: (payload: PayloadOf<Verb>) => ReplyOf<Verb> | Promise<ReplyOf<Verb>>;
};

export type VerbCall<Verb extends RequestVerb> =
  | { readonly kind: 'answered'; readonly reply: ReplyOf<Verb> }
  /** The cause is for the log: no value is in it. */
  | { readonly kind: 'refused'; readonly cause: string };

/** The one way to a handler, whoever asks: the contract's own parser first. Never rejects. */
export const callVerb = async <Verb extends RequestVerb>(
  handlers: VerbHandlers,
  verb: Verb,
  payload: unknown,
): Promise<VerbCall<Verb>> => {
  const parsed = contract[verb].payload.safeParse(payload);
  if (!parsed.success) return { kind: 'refused', cause: 'its payload does not fit' };
  try {
    return { kind: 'answered', reply: await handlers[verb](parsed.data as PayloadOf<Verb>) };
  } catch (error) {
    return { kind: 'refused', cause: `its handler failed: ${nameOfError(error)}` };
  }
};
