import type { GlobalShortcut } from 'electron';
import { formatAccelerator } from '../core/accelerator';
import { nameOfError } from '../core/name-of-error';
import type { Log } from './log';
import type { Popover } from './popover';
import type { PreferencesStore } from './preferences-store';

export interface ShortcutOptions {
  readonly shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly preferences: Pick<PreferencesStore, 'current' | 'subscribe'>;
  /** Asked for when the shortcut is pressed. */
  readonly popover: () => Pick<Popover, 'hide' | 'open' | 'visibleContents'>;
  readonly log: Log;
}

export interface Shortcut {
  /** Why the one that was chosen does not work, and what to do about it; null where nothing is known to be wrong. */
  problem(): string | null;
}

/**
 * Opens the popover from every app, and closes it again. Electron gives the shortcut back when the app quits.
 * To be called before whoever shows the problem listens to the preferences.
 */
export const followShortcut = ({ shortcuts, preferences, popover, log }: ShortcutOptions): Shortcut => {
  /** What was chosen, whether or not it works. */
  let chosen: string | null = null;
  let registered: string | null = null;
  let problem: string | null = null;

  const press = (): void => {
    const shown = popover();
    if (shown.visibleContents() === null) shown.open(null);
    else shown.hide();
  };
  const register = (accelerator: string): string | null => {
    const { symbols } = formatAccelerator(accelerator);
    try {
      if (shortcuts.register(accelerator, press)) {
        registered = accelerator;
        return null;
      }
      log('shortcut: not registered');
      return `macOS or another app has ${symbols} already. Choose another shortcut.`;
    } catch (error) {
      log(`shortcut: ${nameOfError(error)}`);
      return `macOS does not take ${symbols} as a shortcut. Choose another one.`;
    }
  };
  const release = (): void => {
    if (registered === null) return;
    try {
      shortcuts.unregister(registered);
    } catch (error) {
      log(`shortcut: not given back: ${nameOfError(error)}`);
    }
    registered = null;
  };
  const follow = (): void => {
    const { shortcut } = preferences.current();
    if (shortcut === chosen) return;
    release();
    chosen = shortcut;
    problem = shortcut === null ? null : register(shortcut);
  };
  follow();
  preferences.subscribe(follow);
  return { problem: () => problem };
};
