import type { SessionsReading } from '../../core/state/readings';
import { isoTime } from '../../core/time/outside-numbers';
import type { SessionSighting } from '../../core/words/session';
import type { Gap } from './known';

/** The remote sessions as they were found last, each marked that could not be looked at again. */
export interface KnownSessions {
  /** @param now milliseconds since 1970. */
  take(reading: SessionsReading, now: number): void;
  rows(): readonly SessionSighting[];
  gap(): Gap | null;
}

interface KnownRow {
  readonly row: SessionSighting;
  readonly readAt: number;
}

/**
 * A session ends only in a reading that has come: as long as none comes, all that were known stay, and what other means tell
 * is added to them.
 */
export const createKnownSessions = (): KnownSessions => {
  let gap: Gap | null = null;
  let listReadAt: number | null = null;
  let known: readonly KnownRow[] = [];
  let rows: readonly SessionSighting[] = [];

  const takeAll = (found: readonly SessionSighting[], doubts: readonly string[], now: number) => {
    const before = new Map(known.map((one) => [one.row.id, one]));
    const next = found.map(({ unreadBecause: reason, ...row }) => {
      const last = before.get(row.id);
      // A pid or a socket may be another one's by now.
      const isSame = last !== undefined && last.row.kind === row.kind && last.row.startedAt === row.startedAt;
      const one = reason !== undefined && isSame ? last : { row, readAt: now };
      return { ...one, reason };
    });
    known = next;
    rows = next.map(({ row, readAt, reason }) => (reason === undefined ? row : marked({ row, readAt }, reason)));
    const reasons = [...new Set([...doubts, ...next.flatMap(({ reason }) => reason ?? [])])];
    listReadAt = now;
    gap = reasons.length === 0 ? null : gapOf(reasons.join(' '), now);
  };

  const gapOf = (reason: string, now: number): Gap => ({ since: gap?.since ?? now, reason, lastReadAt: listReadAt });

  return {
    take(reading, now) {
      if (reading.kind === 'read') return takeAll(reading.value, reading.doubts, now);
      const others = reading.found
        .filter((row) => !known.some((one) => isSameSession(one.row, row)))
        .map(({ unreadBecause: _, ...row }) => ({ row, readAt: now }));
      known = [...known, ...others];
      rows = known.map((one) => marked(one, reading.reason));
      gap = gapOf(reading.reason, now);
    },
    rows: () => rows,
    gap: () => gap,
  };
};

const marked = ({ row, readAt }: KnownRow, reason: string): SessionSighting => ({
  ...row,
  unread: { asOf: isoTime(readAt), reason },
});

/** The login records know a login by its terminal only. */
const isSameSession = (known: SessionSighting, found: SessionSighting): boolean => {
  if (known.id === found.id) return true;
  if (known.kind !== 'ssh' || found.kind !== 'ssh' || known.user !== found.user) return false;
  const ttys = known.tty?.split(',') ?? [];
  return (found.tty?.split(',') ?? []).some((tty) => ttys.includes(tty));
};
