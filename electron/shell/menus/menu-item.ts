import type { HoldRequest } from '../../core/hold/hold-request';
import type { KeepUnlockedChoice } from '../../core/hold/keep-unlocked-choice';
import type { LocalNow } from '../../core/time/format-moment';
import type { AutoLockSettings } from '../../core/words/keychain';
import type { PendingAction, UndoOffer } from '../../core/words/pending';
import type { Snapshot } from '../../core/words/snapshot';

/** What choosing an item does. */
export type MenuCommand =
  | { readonly kind: 'unlock' | 'lock'; readonly keychainPath: string }
  | { readonly kind: 'cancel-unlock' | 'end-hold' | 'refresh' | 'settings' | 'quit' }
  /** `remembered`: what the button does from now on; null for a time of this one day. */
  | { readonly kind: 'keep-unlocked'; readonly request: HoldRequest; readonly remembered: KeepUnlockedChoice | null }
  | { readonly kind: 'prefer-keep-unlocked'; readonly choice: KeepUnlockedChoice }
  | ({ readonly kind: 'set-auto-lock'; readonly settings: AutoLockSettings } & AutoLockTarget)
  | ({ readonly kind: 'undo-auto-lock' } & AutoLockTarget)
  /** Done by the page that opened the menu: it has a page for a length of one's own. */
  | { readonly kind: 'choose-time' };

interface AutoLockTarget {
  readonly keychainPath: string;
  /** macOS writes the settings of an unlocked keychain only: its dialog comes first. */
  readonly unlocksFirst: boolean;
}

/** A native menu as a value: made anew each time that it opens, so it never shows an old state. */
export type MenuItem =
  | { readonly kind: 'separator' }
  /** A line to read. */
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'submenu'; readonly label: string; readonly enabled: boolean; readonly items: readonly MenuItem[] }
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly enabled: boolean;
      /** Only where the item is a switch, or one choice of several. */
      readonly checked?: boolean;
      readonly accelerator?: string;
      readonly command: MenuCommand;
    };

/** What a menu about one keychain is made from. */
export interface MenuFacts {
  readonly snapshot: Pick<Snapshot, 'hold' | 'keychains' | 'remoteAccess'>;
  readonly pending: readonly PendingAction[];
  readonly undos: readonly UndoOffer[];
  readonly keepUnlocked: KeepUnlockedChoice;
  readonly now: LocalNow;
  /** A time of one's own is chosen on a page where there is one, else from a longer list in the menu itself. */
  readonly asksForTime: 'on-a-page' | 'in-the-menu';
}

export const separator: MenuItem = { kind: 'separator' };

export const textItem = (label: string): MenuItem => ({ kind: 'text', label });

export const commandItem = (
  label: string,
  command: MenuCommand,
  enabled = true,
): Extract<MenuItem, { kind: 'command' }> => ({
  kind: 'command',
  label,
  enabled,
  command,
});

/** A native menu is as wide as its widest line: a sentence stands there in lines of about so many characters. */
const lineCharacters = 60;

export const sentenceItems = (sentence: string): readonly MenuItem[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > lineCharacters) lines.push(line);
    line = line !== '' && longer.length > lineCharacters ? word : longer;
  }
  return [...lines, line].map(textItem);
};
