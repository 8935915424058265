import type { SessionSighting } from '../../core/words/session';

/** So many rows of a kind at most; whoever has more is told how many are missing. */
const mostRows: Readonly<Record<SessionSighting['kind'], number>> = {
  ssh: 300,
  'tmux-server': 100,
  screen: 100,
  mosh: 100,
  'editor-server': 100,
  'agent-daemon': 100,
  multiplexer: 100,
  'other-login': 100,
  'background-job': 100,
  'fresh-ssh': 1,
};

/** Keeps the first rows of each kind, this user's before anybody else's, the one that this process is in for certain, and a last row that counts the rest. */
export const boundRows = (rows: readonly SessionSighting[], user: string): readonly SessionSighting[] => {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return kinds.flatMap((kind) =>
    bounded(
      kind,
      ownFirst(
        rows.filter((row) => row.kind === kind),
        user,
      ),
      user,
    ),
  );
};

const ownFirst = (rows: readonly SessionSighting[], user: string) => [
  ...rows.filter((row) => row.user === user),
  ...rows.filter((row) => row.user !== user),
];

const bounded = (kind: SessionSighting['kind'], rows: readonly SessionSighting[], user: string) => {
  const most = mostRows[kind];
  if (rows.length <= most) return rows;
  const kept = rows.filter((row, index) => index < most || row.isThisSession);
  const note: SessionSighting = {
    id: `${kind}:left-out`,
    kind,
    name: `${rows.length - kept.length} more`,
    user,
    bornIn: 'unknown',
    grounds: `Latchkey lists ${most} of a kind and does not look at the rest one by one`,
    isThisSession: false,
  };
  return [...kept, note];
};
