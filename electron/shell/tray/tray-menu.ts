import type { AppState } from '../../contract/app-state';
import { isLockChanging, isUnlockDialogOpen } from '../../core/state/pending-actions';
import type { LocalNow } from '../../core/time/format-moment';
import type { Keychain } from '../../core/words/keychain';
import { loginKeychain } from '../../core/words/login-keychain';
import { autoLockMenu } from '../menus/auto-lock-menu';
import { keepUnlockedMenu } from '../menus/keep-unlocked-menu';
import {
  commandItem,
  type MenuCommand,
  type MenuFacts,
  type MenuItem,
  sentenceItems,
  separator,
} from '../menus/menu-item';

/** The menu of the right mouse button: all that the popover's first page does, for whoever needs no window. */
export const trayMenu = (
  { snapshot, pending, undos, preferences }: Pick<AppState, 'pending' | 'preferences' | 'snapshot' | 'undos'>,
  now: LocalNow,
): readonly MenuItem[] => {
  const keychain = snapshot === null ? undefined : loginKeychain(snapshot.keychains);
  const facts: MenuFacts | null = snapshot && {
    snapshot,
    pending,
    undos,
    keepUnlocked: preferences.keepUnlocked,
    now,
    asksForTime: 'in-the-menu',
  };
  return [
    ...sentenceItems(snapshot?.verdict.sentence ?? 'Still looking at the keychain'),
    separator,
    ...(keychain && facts ? keychainItems(keychain, facts) : []),
    withKey('R', 'Look Again', { kind: 'refresh' }),
    separator,
    withKey(',', 'Settings…', { kind: 'settings' }),
    separator,
    withKey('Q', 'Quit Latchkey', { kind: 'quit' }),
  ];
};

/** The keys are the same in the popover. */
const withKey = (key: string, label: string, command: MenuCommand, enabled = true): MenuItem => ({
  kind: 'command',
  label,
  enabled,
  accelerator: `CmdOrCtrl+${key}`,
  command,
});

const keychainItems = (keychain: Keychain, facts: MenuFacts): readonly MenuItem[] => [
  ...lockItems(keychain, facts),
  { kind: 'submenu', label: 'Keep Unlocked', enabled: true, items: keepUnlockedMenu(keychain, facts) },
  { kind: 'submenu', label: 'Auto-lock', enabled: true, items: autoLockMenu(keychain, facts) },
  separator,
];

const lockItems = (keychain: Keychain, facts: MenuFacts): readonly MenuItem[] => {
  if (isUnlockDialogOpen(facts)) return [commandItem('Cancel Unlock', { kind: 'cancel-unlock' })];
  const canBe = !isLockChanging(facts.pending);
  const unlock = commandItem('Unlock…', { kind: 'unlock', keychainPath: keychain.path }, canBe);
  const lock = withKey('L', 'Lock', { kind: 'lock', keychainPath: keychain.path }, canBe);
  switch (keychain.lock.state) {
    case 'locked':
      return [unlock];
    case 'unlocked':
      return [lock];
    case 'unknown':
      return [unlock, lock];
  }
};
