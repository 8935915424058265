import { isBusy } from '../../electron/contract/busy';
import type { PayloadOf, ReplyOf } from '../../electron/contract/contract';
import type { RequestVerb } from '../../electron/contract/verbs';
import { ask } from './bridge';
import { usePopoverStore } from './popover-store';

const notAnswered = 'Latchkey could not do that. Try again; if it stays so, quit Latchkey and open it again.';

/**
 * Sends a request unless the same one is still unanswered. It changes nothing that is shown: the answer to an action is
 * the next state, but for what no state tells.
 *
 * @param about what the request is about, where the same verb about something else may go at the same time.
 * @returns null where the main process has not answered, or was busy.
 */
const requestReply = async <Verb extends RequestVerb>(
  verb: Verb,
  payload?: PayloadOf<Verb>,
  about = '',
): Promise<{ readonly reply: ReplyOf<Verb> } | null> => {
  const request = `${verb} ${about}`.trim();
  const { requestsUnderWay } = usePopoverStore.getState();
  if (requestsUnderWay.includes(request)) return null;
  // What went wrong before is told anew where it goes wrong again.
  usePopoverStore.setState({ requestsUnderWay: [...requestsUnderWay, request], bridgeFailure: null });
  try {
    const reply = await ask(verb, payload);
    if (!isBusy(reply)) return { reply };
    usePopoverStore.setState({ bridgeFailure: reply.reason });
    return null;
  } catch {
    usePopoverStore.setState({ bridgeFailure: notAnswered });
    return null;
  } finally {
    usePopoverStore.setState((store) => ({
      requestsUnderWay: store.requestsUnderWay.filter((other) => other !== request),
    }));
  }
};

/** @returns whether the main process has done it. */
export const sendRequest = async <Verb extends RequestVerb>(
  verb: Verb,
  payload?: PayloadOf<Verb>,
  about?: string,
): Promise<boolean> => (await requestReply(verb, payload, about)) !== null;

/** Said where `replyTo` gives null. */
export const noReply = 'Latchkey did not answer. Try again.';

/** What came of a request whose reply no state shows. `null`: the main process did not answer, or is busy. */
export const replyTo = async <Verb extends RequestVerb>(
  verb: Verb,
  payload?: PayloadOf<Verb>,
): Promise<ReplyOf<Verb> | null> => (await requestReply(verb, payload))?.reply ?? null;
