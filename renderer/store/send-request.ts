import { type Busy, isBusy } from '../../electron/contract/busy';
import type { RequestVerb } from '../../electron/contract/verbs';
import { usePopoverStore } from './popover-store';

const notAnswered = 'Latchkey could not do that. Try again; if it stays so, quit Latchkey and open it again.';

/**
 * Sends a request unless the same one is still unanswered. It changes nothing that is shown: the answer to an action is
 * the next state.
 *
 * @param about what the request is about, where the same verb about something else may go at the same time.
 * @returns whether the main process has done it.
 */
export const sendRequest = async (verb: RequestVerb, send: () => Promise<unknown>, about = ''): Promise<boolean> => {
  const request = `${verb} ${about}`.trim();
  const { requestsUnderWay } = usePopoverStore.getState();
  if (requestsUnderWay.includes(request)) return false;
  // What went wrong before is told anew where it goes wrong again.
  usePopoverStore.setState({ requestsUnderWay: [...requestsUnderWay, request], bridgeFailure: null });
  try {
    const reply = await send();
    if (isBusy(reply)) usePopoverStore.setState({ bridgeFailure: reply.reason });
    return !isBusy(reply);
  } catch {
    usePopoverStore.setState({ bridgeFailure: notAnswered });
    return false;
  } finally {
    usePopoverStore.setState((store) => ({
      requestsUnderWay: store.requestsUnderWay.filter((other) => other !== request),
    }));
  }
};

/** What came of a request whose reply no state shows. `null`: the main process did not answer, or is busy. */
export const replyTo = async <Reply>(verb: RequestVerb, send: () => Promise<Reply | Busy>): Promise<Reply | null> => {
  const heard: { reply: Reply | null } = { reply: null };
  await sendRequest(verb, async () => {
    const reply = await send();
    if (!isBusy(reply)) heard.reply = reply;
    return reply;
  });
  return heard.reply;
};
