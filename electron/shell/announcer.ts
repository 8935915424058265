import type { WebContents } from 'electron';
import type { AnnouncementVerb, PayloadOf } from '../contract/contract';

/** Says something to the popover's page; said to nobody when no popover is on the screen. */
export type Announce = <Verb extends AnnouncementVerb>(verb: Verb, payload: PayloadOf<Verb>) => void;

/** @param visiblePage the page of a popover that lives and is on the screen, else null. */
export const createAnnouncer =
  (visiblePage: () => Pick<WebContents, 'send' | 'isDestroyed'> | null): Announce =>
  (verb, payload) => {
    const page = visiblePage();
    if (page !== null && !page.isDestroyed()) page.send(verb, payload);
  };
