import { listPanes, typeIntoPane } from '../tmux-panes';
import { complain, print, type Tool } from '../tool-call';

const usage = `Usage: pane list | type TEXT
  The person in front of a window that was opened in a simulated tmux server. "type" types TEXT and
  Return into the newest one that is still open.
`;

/** Not a tool of macOS: it stands for the person who sees a tmux window. Exit 1: none is open. */
export const pane: Tool = ({ mac, args }) => {
  const [verb, text = ''] = args;
  const open = listPanes(mac.root).filter(({ exitCode }) => exitCode === null);
  const newest = open.at(-1);
  switch (verb) {
    case 'list':
      for (const { windowName, socketPath, session, screen } of open)
        print(`${windowName} in ${socketPath} in session ${session}\n${screen}\n`);
      return 0;
    case 'type':
      if (newest) typeIntoPane(mac.root, newest.id, `${text}\n`);
      else complain('No window is open.\n');
      return newest ? 0 : 1;
    default:
      complain(usage);
      return 64;
  }
};
