import type { DiagnosisFacts, Fact, SessionLock, StoredCredential } from '../../core/diagnosis/facts';
import { factsFromSnapshot, gapIn } from '../../core/diagnosis/facts-from-snapshot';
import type { UnreadPart } from '../../core/words/reading';
import type { Snapshot } from '../../core/words/snapshot';
import type { Check, Finding } from '../../system/checks/check';

type Told = Pick<Finding, 'result' | 'sentence'>;

/**
 * What a look of the monitor has found already: lock states, stored logins, running Claude Codes.
 *
 * @param look once for all of them; null when nobody has looked.
 * @param now milliseconds since 1970.
 */
export const createSnapshotChecks = (look: () => Promise<Snapshot | null>, now: () => number): readonly Check[] => {
  let looking: Promise<Snapshot | null> | undefined;
  const check = (
    id: Check['id'],
    lookedAt: string,
    parts: readonly UnreadPart[],
    tell: (facts: ReturnType<typeof factsFromSnapshot>, gap: string | null) => readonly [Told, DiagnosisFacts],
  ): Check => ({
    id,
    hosts: [],
    async run() {
      looking ??= look();
      const snapshot = await looking;
      const gap = snapshot === null ? null : gapIn(snapshot, parts);
      const [told, own] = tell(factsFromSnapshot(snapshot, now()), gap);
      return { lookedAt, ...told, facts: own };
    },
  });
  return [
    check(
      'keychain-lock',
      'the login keychain, from each session',
      ['keychain-list', 'sessions', 'beacons'],
      ({ sessions, autoLock, loginKeychainPath }, gap) => [
        told(sessions, {
          trouble: (rows) => {
            const locked = titlesThatSee('locked', rows);
            return locked === '' ? null : `Locked: ${locked}.`;
          },
          gap: (rows) => gap ?? unknownIn(rows),
          fine: 'It is not seen locked by any session.',
        }),
        defined({ sessions, autoLock, loginKeychainPath }),
      ],
    ),
    check(
      'credentials',
      'what each tool has stored, by attributes and dates',
      ['credentials'],
      ({ credentials }, gap) => [
        told(credentials, {
          trouble: (rows) => {
            const ended = namesWith('expired', rows);
            return ended === '' ? null : `Ended: ${ended}.`;
          },
          gap: (rows) => gap ?? unreadableIn(rows),
          fine: 'No stored login has ended.',
        }),
        defined({ credentials }),
      ],
    ),
    check('claude-processes', 'the process list and the refresh lock', ['claude-code'], ({ claudeCode }, gap) => [
      told(claudeCode, {
        trouble: ({ refreshLock, refreshLockPath }) =>
          refreshLock === 'stuck' ? `The refresh lock ${refreshLockPath ?? ''} is stuck.` : null,
        gap: ({ refreshLock }) => gap ?? (refreshLock === 'unknown' ? 'the refresh lock cannot be seen' : null),
        fine:
          claudeCode.kind === 'known' ? `${countOf(claudeCode.value.running)} running; no refresh lock is stuck.` : '',
      }),
      defined({ claudeCode }),
    ]),
  ];
};

interface Telling<Value> {
  trouble(value: Value): string | null;
  /** What of it could not be looked at, as a clause; null where all of it could. */
  gap(value: Value): string | null;
  readonly fine: string;
}

/** Nothing is fine of which a part could not be looked at. */
const told = <Value>(fact: Fact<Value>, { trouble, gap, fine }: Telling<Value>): Told => {
  if (fact.kind !== 'known') return { result: 'not-possible', sentence: `Could not look: ${fact.reason}.` };
  const [sentence, unseen] = [trouble(fact.value), gap(fact.value)];
  if (sentence !== null) {
    return {
      result: 'problem',
      sentence: unseen === null ? sentence : `${sentence} Not all could be looked at: ${unseen}.`,
    };
  }
  return unseen === null
    ? { result: 'fine', sentence: fine }
    : { result: 'not-possible', sentence: `Could not look: ${unseen}.` };
};

const titlesThatSee = (sees: SessionLock['sees'], rows: readonly SessionLock[]): string =>
  rows
    .filter((row) => row.sees === sees)
    .map(({ title }) => title)
    .join(', ');

const unknownIn = (rows: readonly SessionLock[]): string | null => {
  const unknown = titlesThatSee('unknown', rows);
  return unknown === '' ? null : `what is seen from there is not known: ${unknown}`;
};

const namesWith = (status: StoredCredential['status'], rows: readonly StoredCredential[]): string =>
  [...new Set(rows.filter((row) => row.status === status).map(({ name }) => name))].join(', ');

const unreadableIn = (rows: readonly StoredCredential[]): string | null => {
  const unreadable = namesWith('unreadable', rows);
  return unreadable === '' ? null : `what is stored cannot be read: ${unreadable}`;
};

const defined = (
  facts: { readonly [Name in keyof DiagnosisFacts]: DiagnosisFacts[Name] | undefined },
): DiagnosisFacts => Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));

const countOf = (count: number): string => {
  if (count === 0) return 'No Claude Code is';
  return count === 1 ? 'One Claude Code is' : `${count} Claude Codes are`;
};
