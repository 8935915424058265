import type { Monitor } from '../../monitor/monitor';
import type { PreferencesStore } from '../preferences/preferences-store';
import type { MenuCommand } from './menu-item';

export interface MenuCommandPorts {
  readonly monitor: Pick<Monitor, 'hint'> & {
    readonly actions: Pick<
      Monitor['actions'],
      'cancelUnlock' | 'endHold' | 'lock' | 'setAutoLock' | 'startHold' | 'undoAutoLock' | 'unlock'
    >;
  };
  readonly preferences: Pick<PreferencesStore, 'change'>;
  readonly openSettings: () => void;
  readonly quit: () => void;
}

/** Carries out what was chosen in a menu. What comes of it shows in the state, so nothing is awaited. */
export const runMenuCommand =
  ({ monitor: { actions, hint }, preferences, openSettings, quit }: MenuCommandPorts) =>
  (command: MenuCommand): void => {
    switch (command.kind) {
      case 'unlock':
        void actions.unlock(command.keychainPath);
        return;
      case 'cancel-unlock':
        actions.cancelUnlock();
        return;
      case 'lock':
        void actions.lock(command.keychainPath);
        return;
      case 'keep-unlocked':
        if (command.remembered !== null) preferences.change({ keepUnlocked: command.remembered });
        void actions.startHold(command.request);
        return;
      case 'prefer-keep-unlocked':
        preferences.change({ keepUnlocked: command.choice });
        return;
      case 'end-hold':
        void actions.endHold();
        return;
      case 'set-auto-lock':
        void unlockedFirst(command, () => actions.setAutoLock(command.keychainPath, command.settings));
        return;
      case 'undo-auto-lock':
        void unlockedFirst(command, () => actions.undoAutoLock(command.keychainPath));
        return;
      case 'refresh':
        hint('user-asked');
        return;
      case 'settings':
        openSettings();
        return;
      case 'quit':
        quit();
        return;
      // Told to the page that has opened the menu.
      case 'choose-time':
        return;
    }

    /** Whoever cancels the dialog changes nothing. */
    async function unlockedFirst(
      { keychainPath, unlocksFirst }: { readonly keychainPath: string; readonly unlocksFirst: boolean },
      change: () => Promise<unknown>,
    ): Promise<void> {
      if (!unlocksFirst || (await actions.unlock(keychainPath)).ok) await change();
    }
  };
