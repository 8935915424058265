import type { WebContents, WebFrameMain } from 'electron';
import { appOrigin } from '../base/app-scheme';

export interface Sender {
  readonly sender: Pick<WebContents, 'id'>;
  /** Null when the frame has gone or navigated since it sent. */
  readonly senderFrame: Pick<WebFrameMain, 'parent' | 'origin'> | null;
}

/**
 * Says whether a message comes from a page of our own: a living window of ours, its top frame, its exact origin.
 *
 * @param ownContentsIds `webContents.id` of each window that lives: the popover's, the settings'.
 */
export const isOwnPage = ({ sender, senderFrame }: Sender, ownContentsIds: readonly number[]): boolean =>
  ownContentsIds.includes(sender.id) &&
  senderFrame !== null &&
  senderFrame.parent === null &&
  senderFrame.origin === appOrigin;
