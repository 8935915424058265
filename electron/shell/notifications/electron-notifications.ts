import { Notification } from 'electron';
import type { NotificationSystem } from './notification-delivery';
import { followNotifications, type Notifications, type NotificationsOptions } from './notifications';

const electronSystem: NotificationSystem = {
  isSupported: () => Notification.isSupported(),
  create: (options) => new Notification(options),
};

/** The notifications of this app, shown through Electron. */
export const createElectronNotifications = (options: Omit<NotificationsOptions, 'system'>): Notifications =>
  followNotifications({ ...options, system: electronSystem });
