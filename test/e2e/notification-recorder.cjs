// Loaded into Electron before the app: a notification center that takes every notification, as that of a Mac whose user
// allows them. There is none where the tests run, and Electron's own `show` fails there.
const { Notification } = require('electron');

const notifications = [];
globalThis.notificationRecord = notifications;

Notification.prototype.show = function showRecorded() {
  const record = { notification: this, title: this.title, body: this.body, actions: this.actions, isClosed: false };
  notifications.push(record);
  setImmediate(() => this.emit('show', {}));
};
Notification.prototype.close = function closeRecorded() {
  for (const record of notifications) if (record.notification === this) record.isClosed = true;
};
