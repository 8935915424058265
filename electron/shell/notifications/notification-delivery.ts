import type { Notification, NotificationConstructorOptions } from 'electron';
import type { Announcement } from '../../core/notifications/announcement';
import { formatOutsideLines } from '../../core/text/format-outside-text';

export type NotificationPort = Pick<Notification, 'close' | 'on' | 'show'>;

/** Electron's `Notification`. Its first use makes macOS ask the user: see `prepare` in notifications.ts. */
export interface NotificationSystem {
  isSupported(): boolean;
  create(options: NotificationConstructorOptions): NotificationPort;
}

export type DeliveryProblem = 'unsupported' | 'failed';

export interface DeliveryReactions {
  /** macOS has taken it: it is or was on the screen, or lies in Notification Center. */
  readonly onShown: () => void;
  /** It was not shown. May be called before `deliver` returns. */
  readonly onProblem: (problem: DeliveryProblem) => void;
  readonly onClick: () => void;
  readonly onUnlock: () => void;
}

/**
 * Hands one announcement to the system. Whether it was shown is heard later, and perhaps never.
 *
 * @returns takes it back. Keep it while the announcement matters: it holds the one reference to the notification, whose
 *   events end and which vanishes once it is collected (electron#16922).
 */
export const deliver = (
  system: NotificationSystem,
  { title, body, action }: Pick<Announcement, 'action' | 'body' | 'title'>,
  { onShown, onProblem, onClick, onUnlock }: DeliveryReactions,
): (() => void) => {
  try {
    if (!system.isSupported()) {
      onProblem('unsupported');
      return () => undefined;
    }
    const actions: NotificationConstructorOptions['actions'] =
      action?.kind === 'unlock' ? [{ type: 'button', text: 'Unlock' }] : [];
    const notification = system.create({ title: formatOutsideLines(title), body: formatOutsideLines(body), actions });
    notification.on('show', onShown);
    // Since Electron 42: denied by the user, or the app is not signed.
    notification.on('failed', () => onProblem('failed'));
    notification.on('click', onClick);
    notification.on('action', onUnlock);
    notification.show();
    return () => notification.close();
  } catch {
    onProblem('failed');
    return () => undefined;
  }
};
