import type { WebContents, WebFrameMain } from 'electron';
import { appOrigin } from './app-scheme';

export interface Sender {
  readonly sender: Pick<WebContents, 'id'>;
  /** Null when the frame has gone or navigated since it sent. */
  readonly senderFrame: Pick<WebFrameMain, 'parent' | 'origin'> | null;
}

/**
 * Says whether a message comes from the popover's own page: its live window, its top frame, its exact origin.
 *
 * @param popoverContentsId `webContents.id` of the living popover; null when there is none.
 */
export const isPopoverPage = ({ sender, senderFrame }: Sender, popoverContentsId: number | null): boolean =>
  popoverContentsId !== null &&
  sender.id === popoverContentsId &&
  senderFrame !== null &&
  senderFrame.parent === null &&
  senderFrame.origin === appOrigin;
