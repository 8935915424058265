import type { Removal } from '../../core/words/removal';
import type { MacMonitor } from '../../monitor/mac-monitor';
import type { LoginItem } from '../preferences/login-item';

interface UninstallOptions {
  readonly mac: Pick<MacMonitor, 'prepareErasing' | 'takeOut'> & {
    readonly monitor: { readonly actions: Pick<MacMonitor['monitor']['actions'], 'endHold'> };
  };
  readonly loginItem: Pick<LoginItem, 'set' | 'status'>;
  readonly quit: () => void;
}

export interface Uninstaller {
  /** Takes all of Latchkey out but the app; with `supportFolder` it quits afterwards, and the folder goes with it. */
  uninstall(request: { readonly supportFolder: boolean }): Promise<Removal>;
  /** To be called as the very last: nothing writes there any more. */
  eraseIfAsked(): void;
}

const notAsked = 'It holds your settings and history.';
const atQuit = 'It is erased now, as Latchkey quits.';
/** The page shows what came of it before it goes. */
const shownForMs = 1_500;

/** The button of the settings window: what `latchkey uninstall` does, by the app itself, which knows its own login item. */
export const createUninstaller = ({ mac, loginItem, quit }: UninstallOptions): Uninstaller => {
  let erase: (() => void) | null = null;
  const isLoginItem = () => loginItem.status() === 'enabled' || loginItem.status() === 'requires-approval';
  const switchOff = () => {
    loginItem.set(false);
    return isLoginItem();
  };
  return {
    async uninstall({ supportFolder }) {
      const removal = await mac.takeOut({
        endHold: () => mac.monitor.actions.endHold({ relock: false }),
        switchOffLoginItem: isLoginItem() ? switchOff : null,
        whyKeepFolder: supportFolder ? atQuit : notAsked,
      });
      const isAllOut = !removal.isStopped && removal.parts.every(({ outcome }) => outcome.kind !== 'failed');
      if (supportFolder && isAllOut) {
        erase = await mac.prepareErasing();
        setTimeout(quit, shownForMs);
      }
      return removal;
    },
    eraseIfAsked: () => erase?.(),
  };
};
