import type { App } from 'electron';

export interface PanelActivityOptions {
  readonly app: Pick<App, 'hide' | 'isHidden' | 'show'>;
  readonly platform: NodeJS.Platform;
  /** Of the system, `27.0.1`. */
  readonly systemVersion: string;
  /** Hiding the app would hide this one too. */
  readonly isOtherWindowOpen: () => boolean;
}

export interface PanelActivity {
  /** After the panel was hidden while it had the focus. */
  giveBack(): void;
  /** Before the panel is shown: a hidden app shows no window. */
  prepare(): void;
}

/**
 * On macOS 27 a panel of Electron's activates its app, which stays active when the panel is hidden: whoever typed below it
 * would type into nothing. Hiding the app makes the one before it active again. To go once a panel leaves the app below
 * active as it did before (https://github.com/electron/electron/issues/53889).
 */
export const createPanelActivity = (options: PanelActivityOptions): PanelActivity => {
  const { app, platform, systemVersion, isOtherWindowOpen } = options;
  const isTaken = platform === 'darwin' && Number.parseInt(systemVersion, 10) >= 27;
  return {
    giveBack: () => {
      if (isTaken && !isOtherWindowOpen()) app.hide();
    },
    prepare: () => {
      // By ⌘H or by us; `show` does not activate.
      if (platform === 'darwin' && app.isHidden()) app.show();
    },
  };
};
