import type { PlaceRow, PlaceRows } from '../../../electron/core/verdict/place-words';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { PageRow } from './page-row';

interface Props {
  readonly snapshot: Snapshot;
  readonly places: PlaceRows;
  readonly mostRows: number;
}

/** Who can be reached from elsewhere, the worst first, and what works there. */
export const PlaceCard = ({ snapshot, places, mostRows }: Props) => {
  const shown = places.rows.slice(0, mostRows);
  const more = places.count - shown.length;
  // Nobody is in the next one yet: those that are there stand above it.
  const rows = [...shown.filter(({ isNext }) => !isNext), ...shown.filter(({ isNext }) => isNext)];
  return (
    <div className="group card">
      {rows.map((row) => (
        <PageRow
          key={row.sessionId}
          name={row.name}
          words={row.words}
          dot={{ tone: row.tone, isHollow: !row.isMeasured }}
          to={{ page: 'session', sessionId: row.sessionId }}
          sentence={sentenceOf(row)}
        />
      ))}
      {rows.length === 0 && <PageRow name="Remote sessions" words={othersWords(snapshot)} to={{ page: 'places' }} />}
      {rows.length > 0 && more > 0 && (
        <div className="more-row">
          <PageRow name={`${more} more`} to={{ page: 'places' }} sentence={`${more} more places`} />
        </div>
      )}
    </div>
  );
};

const sentenceOf = ({ name, words, isMeasured }: PlaceRow): string =>
  `${name}: ${words}${isMeasured || words === 'not tested yet' ? '' : ', not measured'}`;

/** Nobody can come to one of this user's places. That no other is there says that nobody is here only where somebody has looked. */
const othersWords = ({ awaited, unread, sessions }: Snapshot): string => {
  const others = sessions.filter(({ kind }) => kind !== 'fresh-ssh').length;
  if (others > 0) return others === 1 ? '1 session' : `${others} sessions`;
  if (awaited?.includes('sessions')) return 'looking…';
  return unread?.some(({ part }) => part === 'sessions') ? 'could not be read' : 'nobody is here';
};
