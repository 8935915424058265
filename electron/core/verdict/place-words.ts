import { namesApart } from '../sessions/names-apart';
import { sessionTitle } from '../sessions/session-title';
import { capitalised } from '../text/mid-sentence';
import type { RemoteSession } from '../words/session';
import type { Snapshot } from '../words/snapshot';
import { saidByName } from './place-name';
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
  /** The login that does not exist yet. */
  readonly isNext: boolean;
}

export interface PlaceRows {
  /** The worst of them, the worst first. */
  readonly rows: readonly PlaceRow[];
  /** Of all places, those of other users too. */
  readonly count: number;
}

type PlaceFacts = Pick<Snapshot, 'verdict' | 'sessions' | 'credentials' | 'keychains'>;

/** As many fit on one page. */
const mostRows = 3;

/** The places of the verdict that fit on one page. */
export const placeRows = ({ verdict, sessions, credentials, keychains }: PlaceFacts): PlaceRows => {
  const tools = toolsAtRisk(credentials, keychains);
  const names = namesApart(sessions, rowName);
  const rows = verdict.places.slice(0, mostRows).flatMap(({ sessionId }) => {
    const session = sessions.find(({ id }) => id === sessionId);
    if (session === undefined) return [];
    return [rowOf(placeOutlook(session, tools, keychains), names.get(sessionId) ?? '')];
  });
  return { rows, count: sessions.length };
};

const rowOf = (outlook: PlaceOutlook, name: string): PlaceRow => {
  const { session } = outlook;
  return {
    sessionId: session.id,
    name,
    isMeasured: session.basis === 'measured',
    isNext: session.kind === 'fresh-ssh',
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

/** @param tty where the name alone is another one's too; it stands where a narrow row still shows it. */
const rowName = (session: RemoteSession, tty: string | undefined): string => {
  const { kind, name, from, isThisSession } = session;
  const terminal = tty === undefined ? '' : ` ${tty}`;
  if (kind === 'ssh' && isThisSession) return 'This SSH login';
  if (kind === 'fresh-ssh') return 'New SSH login';
  if (kind === 'tmux-server') return name === undefined ? 'tmux' : `tmux ‘${name}’`;
  if (kind === 'ssh' && name === undefined)
    return from === undefined ? `SSH login${terminal}` : `SSH${terminal} from ${from}`;
  return `${name !== undefined && saidByName.includes(kind) ? name : capitalised(sessionTitle(session))}${terminal}`;
};
