import type { WebContents } from 'electron';
import type { PayloadOf } from '../../contract/contract';
import type { AnnouncementVerb } from '../../contract/verbs';

/** Says something to the pages that are on the screen; said to nobody when none is. */
export type Announce = <Verb extends AnnouncementVerb>(verb: Verb, payload: PayloadOf<Verb>) => void;

type Page = Pick<WebContents, 'send' | 'isDestroyed'>;

/** @param visiblePages each gives the page of a window that lives and is on the screen, else null. */
export const createAnnouncer =
  (...visiblePages: readonly (() => Page | null)[]): Announce =>
  (verb, payload) => {
    for (const visiblePage of visiblePages) {
      const page = visiblePage();
      if (page !== null && !page.isDestroyed()) page.send(verb, payload);
    }
  };
