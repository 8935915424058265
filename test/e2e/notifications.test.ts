import type { Notification } from 'electron';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withGhLogin } from '../cli/desk-scenario';
import { untilPopoverVisible, untilTrayShows } from './agreement';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { openPage } from './popover-pages';
import { loginPath, password, scenarioWith } from './scenario';

/** Kept by notification-recorder.cjs in Electron's main process. */
interface RecordedNotification {
  readonly notification: Notification;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly { readonly text?: string }[];
  readonly isClosed: boolean;
}

declare global {
  var notificationRecord: RecordedNotification[];
}

/** A desktop tmux server with a client that has come in over SSH: the icon warns of the timeout once that is known. */
const sharedDesktop = (idleTimeoutSeconds: number | null = 3600) => ({
  ...withGhLogin(scenarioWith({ state: 'unlocked', idleTimeoutSeconds })),
  sessions: [
    { id: 'desktop', kind: 'desktop', unlocked: [loginPath] },
    { id: 'ssh', kind: 'ssh', tty: 'ttys004', from: '192.168.1.9', unlocked: [] },
  ] as const,
  tmux: [
    {
      socket: 'default',
      session: 'desktop',
      serverPid: 5102,
      clients: [{ pid: 5230, tty: 'ttys004', sessionName: 'work' }],
    },
  ],
});

const title = 'The keychain is locked';
const seldom = { interval: 250 };

let app: LatchkeyApp;
const becomeLocked = async (): Promise<void> => {
  await untilTrayShows(app, 'unlocked-warning');
  await app.mac.run('security', ['lock-keychain', loginPath]);
  await untilTrayShows(app, 'locked-alarm');
};
/** Until a look has confirmed the lock, if there is anything to confirm. */
const untilLookedAgain = async (): Promise<void> => {
  const { snapshot } = await app.state();
  const lockedAt = Date.parse(snapshot?.keychains[0]?.lock.since ?? '');
  const looked = async () => Date.parse((await app.state()).snapshot?.takenAt ?? '') - lockedAt;
  await expect.poll(looked, seldom).toBeGreaterThan(5_000);
};
afterEach(() => app.close());

describe('where the system shows notifications', () => {
  const recorded = () =>
    app.electron.evaluate(() => globalThis.notificationRecord.map(({ notification: _, ...record }) => record));
  const userDoes = (event: 'action' | 'click') =>
    app.electron.evaluate((_electron, name) => {
      globalThis.notificationRecord.at(-1)?.notification.emit(name, {});
    }, event);

  beforeEach(async () => {
    app = await launchLatchkey(sharedDesktop(), { preloads: ['notification-recorder.cjs'] });
  });

  it('one tells that the keychain became locked: its body opens the popover, its action unlocks', async () => {
    await becomeLocked();
    await expect.poll(recorded, seldom).toEqual([
      {
        title,
        body: expect.stringMatching(/remote client/),
        actions: [{ type: 'button', text: 'Unlock' }],
        isClosed: false,
      },
    ]);
    expect(app.mac.dialogs.list()).toEqual([]);

    await userDoes('click');
    await untilPopoverVisible(app, true);
    expect(await app.state()).toMatchObject({
      announcements: [{ title, isNew: true, isOver: false }],
      notificationsNotice: null,
    });
    expect(app.mac.dialogs.list()).toEqual([]);

    await userDoes('action');
    await app.mac.dialogs.waitForOne();
    app.mac.dialogs.answer(password);
    await untilTrayShows(app, 'unlocked-warning');
    await expect.poll(recorded, seldom).toMatchObject([{ isClosed: true }]);
    expect(app.mac.ledger().filter(({ kind }) => kind === 'dialog')).toHaveLength(1);
  });

  it('none tells of the user’s own Lock', async () => {
    await untilTrayShows(app, 'unlocked-warning');
    await app.openPopover();
    await app.chooseInTrayMenu('Lock');
    await untilTrayShows(app, 'locked-alarm');
    await untilLookedAgain();
    expect(await recorded()).toEqual([]);
  });
});

/** On Linux without a notification service Electron's real `Notification` fails, as it does on a Mac that denies them. */
describe('where the system does not show notifications', () => {
  let page: Page;
  const announcements = () => page.getByRole('region', { name: 'Announcements' });

  it('the popover shows them, says how to allow them, and unlocks', async () => {
    app = await launchLatchkey(sharedDesktop());
    await becomeLocked();
    page = await app.openPopover();
    await openPage(page, 'warnings');
    await announcements().waitFor();
    expect(await announcements().innerText()).toMatch(/The keychain is locked[\s\S]*System Settings › Notifications/);
    await announcements()
      .getByRole('button', { name: /^Unlock/ })
      .click();
    await app.mac.dialogs.waitForOne();
    app.mac.dialogs.answer(password);
    await untilTrayShows(app, 'unlocked-warning');
    await announcements().getByText('it is over').waitFor();
    // Back to the first page, then away.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await app.state()).announcements, seldom).toEqual([]);
  });

  it('nothing is told while they are switched off', async () => {
    app = await launchLatchkey(sharedDesktop());
    await untilTrayShows(app, 'unlocked-warning');
    page = await app.openPopover();
    const settings = await app.openSettings();
    await settings.getByRole('tab', { name: 'Notifications' }).click();
    await settings.getByRole('switch', { name: 'Allow notifications' }).click();
    await expect.poll(async () => (await app.state()).preferences.notifications, seldom).toBe(false);
    await settings.close();
    await expect.poll(async () => (await app.state()).preferences.notifications, seldom).toBe(false);
    await becomeLocked();
    await untilLookedAgain();
    expect(await app.state()).toMatchObject({ announcements: [], notificationsNotice: null });
  });
});
