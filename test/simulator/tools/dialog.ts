import { answerDialog, cancelDialog, listDialogs } from '../dialogs';
import { complain, print, type Tool } from '../tool-call';

const usage = `Usage: dialog list | answer [PASSWORD] | cancel
  The person in front of the simulated Mac. "answer" gives the oldest password dialog the right
  password, or PASSWORD; "cancel" presses its Cancel button.
`;

/** Not a tool of macOS: it stands for the person who sees the system's password dialog. Exit 1: there is no dialog. */
export const dialog: Tool = ({ mac, args }) => {
  const [verb, password] = args;
  const dialogs = listDialogs(mac.root);
  switch (verb) {
    case 'list':
      for (const { keychain, session, by, wrongAnswers } of dialogs)
        print(`${keychain} in session ${session} for ${by}, ${wrongAnswers} wrong answers\n`);
      return 0;
    case 'answer':
    case 'cancel': {
      const outcome = verb === 'cancel' ? cancelDialog(mac, dialogs[0]) : answerDialog(mac, dialogs[0], password);
      if (outcome === 'no-dialog') complain('There is no dialog on the screen.\n');
      else print(`${outcome}\n`);
      return outcome === 'no-dialog' ? 1 : 0;
    }
    default:
      complain(usage);
      return 64;
  }
};
