import type { CheckId } from './checks';

/** What a button or a line can do about it. Words in braces are filled in from the facts. */
export type CureAction =
  | {
      readonly kind:
        | 'unlock'
        /** In that tmux server, where the user types. */
        | 'open-unlock-prompt'
        | 'start-desktop-tmux'
        /** The popover's auto-lock settings. */
        | 'show-auto-lock'
        | 'allow-network-checks'
        | 'look-again';
    }
  /** Shown and copied, never run. */
  | { readonly kind: 'copy-command'; readonly command: string }
  /** Its address. */
  | { readonly kind: 'settings-pane'; readonly url: string };

/**
 * 1: changes nothing · 2: easily taken back · 3: costs a login or a restart · 4: changes files or settings for good ·
 * 5: somebody else has to act.
 */
export type Invasiveness = 1 | 2 | 3 | 4 | 5;

export interface Cure {
  readonly title: string;
  readonly invasiveness: Invasiveness;
  readonly does: string;
  readonly costs: string;
  /** Who does it: Latchkey at a click, a command to copy, a settings pane that it opens, or only a person. */
  readonly by: 'latchkey' | 'command' | 'settings-pane' | 'person';
  readonly action?: CureAction;
  readonly seenToWorkBy: CheckId;
  /** What that check shows then. */
  readonly seenToWork: string;
}
