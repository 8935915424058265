import type { App, Menu } from 'electron';
import { nameOfError } from '../../core/text/name-of-error';
import type { Log } from '../base/log';

export interface LifecycleOptions {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly openPopover: () => void;
  /** Ends what the app has started. */
  readonly stop: () => void;
  /** What must be written before the app may end; null when all is written. */
  readonly unsaved: () => Promise<void> | null;
  /** The very last: the windows are closed, and nothing can be taken back. */
  readonly afterQuit: (exitCode: number) => void;
  readonly log: Log;
}

/** Longer than this nobody waits for an app to quit. */
const quitPatienceMs = 3_000;

/**
 * Opening the app again opens the popover: the way in when macOS hides the icon (the switch of macOS 26, the notch).
 * Closing the popover does not quit: the icon is the app.
 */
export const followLifecycle = ({ app, openPopover, stop, unsaved, afterQuit, log }: LifecycleOptions): void => {
  app.on('second-instance', openPopover);
  app.on('activate', openPopover);
  app.on('window-all-closed', () => undefined);
  app.on('quit', (_event, exitCode) => afterQuit(exitCode));

  let phase: 'running' | 'saving' | 'saved' = 'running';
  app.on('before-quit', (event) => {
    // Whoever quits twice does not end what the first time has begun; the patience does.
    if (phase === 'saving') return event.preventDefault();
    const saving = phase === 'saved' ? null : unsaved();
    // Only held up when there is a reason: an app that holds up quitting holds up the user's logout and shutdown too.
    if (saving === null) return stop();
    event.preventDefault();
    phase = 'saving';
    const patience = new Promise<void>((resolve) => setTimeout(resolve, quitPatienceMs));
    void Promise.race([saving, patience])
      .catch((error: unknown) => log(`quitting: ${nameOfError(error)}`))
      .then(() => {
        phase = 'saved';
        app.quit();
      });
  });
};

/**
 * Before `ready`. No Dock icon and no place in Cmd-Tab; the packaged app says so in its Info.plist too, so that nothing flashes. No
 * menu either until ours is made: Electron would put a default one together first (https://www.electronjs.org/docs/latest/tutorial/performance).
 */
export const becomeMenuBarApp = (
  app: Pick<App, 'setActivationPolicy'>,
  menu: Pick<typeof Menu, 'setApplicationMenu'>,
  platform: NodeJS.Platform,
): void => {
  menu.setApplicationMenu(null);
  if (platform === 'darwin') app.setActivationPolicy('accessory');
};
