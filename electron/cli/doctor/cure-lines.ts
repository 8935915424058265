import type { CureAction } from '../../core/diagnosis/causes/cure';
import type { Step } from '../../core/diagnosis/diagnosis';
import { formatOutsideText } from '../../core/text/format-outside-text';
import { paragraph } from '../text/columns';
import { type Paint, quiet } from '../text/paint';

/**
 * One step of a cause on a terminal: what it does, what it costs, how it is done, how to see that it worked.
 *
 * @param latchkey how the command line is typed here.
 */
export const cureLines = (step: Step, mark: string, paint: Paint, latchkey: string): readonly string[] => {
  const { title, does, costs, seenToWork } = step;
  const { says, command } = wayOf(step, latchkey);
  return [
    ...paragraph(`${mark} ${title}`, 3),
    ...quiet(
      [
        ...paragraph(does, 6),
        ...paragraph(`It costs: ${costs}`, 6),
        ...paragraph(says, 6),
        // A command keeps its line to itself, so that it can be copied whole.
        ...(command === null ? [] : [`         ${formatOutsideText(command)}`]),
        ...paragraph(`It has worked when: ${seenToWork.sentence}`, 6),
      ],
      paint,
    ),
  ];
};

interface Way {
  readonly says: string;
  readonly command: string | null;
}

/** What the popover does with a button the command line does with a command. */
const wayOf = ({ action, id }: Step, latchkey: string): Way => {
  if (action === null) {
    return id === 'paste-message'
      ? { says: 'Copy what the tool printed, and run:', command: `pbpaste | ${latchkey} doctor --message -` }
      : { says: 'You do it.', command: null };
  }
  return ways[action.kind](action, latchkey);
};

const ways: { readonly [Kind in CureAction['kind']]: (action: CureAction, latchkey: string) => Way } = {
  unlock: (_, latchkey) => ({ says: 'On the desktop:', command: `${latchkey} unlock` }),
  'open-unlock-prompt': () => ({ says: 'Latchkey’s popover can do it, on the desktop.', command: null }),
  'start-desktop-tmux': (_, latchkey) => ({ says: 'With:', command: `${latchkey} tmux` }),
  'show-auto-lock': (_, latchkey) => ({
    says: 'For example with:',
    command: `${latchkey} set --timeout 8h --lock-on-sleep off`,
  }),
  'allow-network-checks': (_, latchkey) => ({ says: 'With:', command: `${latchkey} doctor --network` }),
  'look-again': (_, latchkey) => ({ says: 'With:', command: `${latchkey} doctor` }),
  'copy-command': (action) => ({
    says: 'Run it yourself:',
    command: action.kind === 'copy-command' ? action.command : null,
  }),
  'settings-pane': (action) => ({
    says: 'On the desktop:',
    command: action.kind === 'settings-pane' ? `open '${action.url}'` : null,
  }),
};
