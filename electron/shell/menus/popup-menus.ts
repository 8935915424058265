import type { Menu } from 'electron';
import type { AppState } from '../../contract/app-state';
import type { PayloadOf, ReplyOf } from '../../contract/contract';
import type { Keychain } from '../../core/words/keychain';
import { localTimeZone } from '../base/local-time-zone';
import { autoLockMenu } from './auto-lock-menu';
import { buildMenu, type MenuBuilder } from './build-menu';
import { keepUnlockedMenu } from './keep-unlocked-menu';
import type { MenuCommand, MenuFacts, MenuItem } from './menu-item';

type Place = PayloadOf<'menus.autoLock'>;
type Reply = ReplyOf<'menus.autoLock'>;

export interface PopupMenusOptions {
  readonly buildMenu: MenuBuilder;
  /** Opens it over the popover's window; `closed` is called once, after a click on one of its items. */
  readonly popUp: (menu: Menu, place: { readonly x: number; readonly y: number }, closed: () => void) => void;
  readonly appState: () => Pick<AppState, 'locale' | 'pending' | 'preferences' | 'snapshot' | 'undos'>;
  readonly run: (command: MenuCommand) => void;
  /** Milliseconds since 1970, on the clock of the Mac that is watched. */
  readonly now: () => number;
}

export interface PopupMenus {
  /** Resolves when the menu has closed; with `choose-time` the page is to ask for a time. */
  keepUnlocked(place: Place): Promise<Reply>;
  autoLock(place: Place): Promise<Reply>;
  /** While one is open, the popover has lost the focus to it. */
  isOpen(): boolean;
}

/** The native menus below the popover's two chevrons. */
export const createPopupMenus = ({ buildMenu: build, popUp, appState, run, now }: PopupMenusOptions): PopupMenus => {
  let open = 0;

  const show =
    (itemsOf: (keychain: Keychain, facts: MenuFacts) => readonly MenuItem[]) =>
    ({ keychainPath, xPixels, yPixels }: Place): Promise<Reply> => {
      const { snapshot, preferences, pending, undos, locale } = appState();
      const keychain = snapshot?.keychains.find(({ path }) => path === keychainPath);
      // Gone since the page was told of it.
      if (snapshot === null || keychain === undefined) return Promise.resolve(null);
      const items = itemsOf(keychain, {
        snapshot,
        pending,
        undos,
        keepUnlocked: preferences.keepUnlocked,
        now: { nowMs: now(), timeZone: localTimeZone(), locale },
        asksForTime: 'on-a-page',
      });
      let reply: Reply = null;
      const choose = (command: MenuCommand): void => {
        if (command.kind === 'choose-time') reply = command.kind;
        else run(command);
      };
      open += 1;
      return new Promise((resolve) =>
        popUp(buildMenu(build, items, choose), { x: xPixels, y: yPixels }, () => {
          open -= 1;
          resolve(reply);
        }),
      );
    };

  return { keepUnlocked: show(keepUnlockedMenu), autoLock: show(autoLockMenu), isOpen: () => open > 0 };
};
