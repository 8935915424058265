import { formatOutsideText } from '../text/format-outside-text';
import type { RemoteSession } from '../words/session';

/** Longer ones would take the sentence's second line. */
const longestName = 24;

const kindNames: Readonly<Record<RemoteSession['kind'], string>> = {
  ssh: 'the SSH login',
  'tmux-server': 'tmux',
  screen: 'screen',
  mosh: 'mosh',
  'editor-server': 'the editor',
  'agent-daemon': 'the agent',
  multiplexer: 'the terminal server',
  'other-login': 'the remote login',
  'background-job': 'the background job',
  'fresh-ssh': 'a new SSH login',
};

/** Their name says what they are. */
export const saidByName: readonly RemoteSession['kind'][] = [
  ...(['editor-server', 'agent-daemon', 'multiplexer', 'other-login', 'background-job'] as const),
];

/** A place inside a sentence, as short as its name allows: "tmux ‘work’", "a new SSH login". */
export const placeName = ({
  kind,
  name,
  isThisSession,
}: Pick<RemoteSession, 'kind' | 'name' | 'isThisSession'>): string => {
  if (kind === 'ssh' && isThisSession) return 'this SSH login';
  if (name === undefined) return kindNames[kind];
  const said = formatOutsideText(name);
  const short = said.length > longestName ? `${said.slice(0, longestName - 1)}…` : said;
  return saidByName.includes(kind) ? short : `${kindNames[kind]} ‘${short}’`;
};
