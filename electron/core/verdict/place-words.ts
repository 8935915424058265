import { sessionTitle } from '../sessions/session-title';
import { capitalised } from '../text/mid-sentence';
import type { RemoteSession } from '../words/session';
import type { Snapshot } from '../words/snapshot';
import { type PlaceOutlook, placeOutlook } from './place-outlook';
import { toolsAtRisk } from './tools-at-risk';

/** A place that can be reached from elsewhere, as one row. */
export interface PlaceRow {
  readonly sessionId: string;
  /** "tmux ‘work’". From outside: shown as it is. */
  readonly name: string;
  /** "gh, git logged out" */
  readonly words: string;
  readonly tone: 'good' | 'caution' | 'alarm' | 'unknown';
  /** False: what stands there was only inferred. */
  readonly isMeasured: boolean;
}

export interface PlaceRows {
  /** The worst of them, the worst first, the login that does not exist yet last. */
  readonly rows: readonly PlaceRow[];
  /** How many more there are. */
  readonly more: number;
}

type PlaceFacts = Pick<Snapshot, 'verdict' | 'sessions' | 'credentials' | 'keychains'>;

/** The places of the verdict that fit on one page. */
export const placeRows = ({ verdict, sessions, credentials, keychains }: PlaceFacts, mostRows: number): PlaceRows => {
  const tools = toolsAtRisk(credentials, keychains);
  const isNext = (sessionId: string) => sessions.some(({ id, kind }) => id === sessionId && kind === 'fresh-ssh');
  const rows = verdict.places.flatMap(({ sessionId }) => {
    const session = sessions.find(({ id }) => id === sessionId);
    return session === undefined ? [] : [rowOf(placeOutlook(session, tools, keychains))];
  });
  const shown = rows.slice(0, mostRows);
  // Nobody is in it yet: those that are there stand above it.
  const inOrder = [
    ...shown.filter(({ sessionId }) => !isNext(sessionId)),
    ...shown.filter(({ sessionId }) => isNext(sessionId)),
  ];
  return { rows: inOrder, more: sessions.length - shown.length };
};

const rowOf = (outlook: PlaceOutlook): PlaceRow => {
  const { session } = outlook;
  return {
    sessionId: session.id,
    name: rowName(session),
    isMeasured: session.basis === 'measured',
    ...conclusionOf(outlook),
  };
};

const conclusionOf = ({ session, lost, losing, level }: PlaceOutlook): Pick<PlaceRow, 'words' | 'tone'> => {
  if (lost.length > 0) return { words: `${toolWords(lost)} logged out`, tone: 'alarm' };
  if (losing.length > 0) return { words: 'works until it locks', tone: 'caution' };
  if (level === 'cannot-tell')
    return { words: session.sees === 'unlocked' ? 'not known how long' : 'not tested yet', tone: 'unknown' };
  return { words: session.basis === 'measured' ? 'everything works' : 'should work', tone: 'good' };
};

/** More would push the place's own name aside. */
const longestToolWords = 18;

const toolWords = (tools: PlaceOutlook['lost']): string => {
  const names = [...new Set(tools.map(({ name }) => name))];
  const words = names.join(', ');
  return names.length === 1 || words.length <= longestToolWords ? words : `${names.length} tools`;
};

const rowName = (session: RemoteSession): string => {
  const { kind, name, from, isThisSession } = session;
  if (isThisSession) return 'This SSH login';
  if (kind === 'fresh-ssh') return 'New SSH login';
  if (kind === 'tmux-server') return name === undefined ? 'tmux' : `tmux ‘${name}’`;
  if (kind === 'ssh' && name === undefined) return from === undefined ? 'SSH login' : `SSH from ${from}`;
  const isSaidByName = kind === 'editor-server' || kind === 'multiplexer' || kind === 'other-login';
  return isSaidByName && name !== undefined ? name : capitalised(sessionTitle(session));
};
