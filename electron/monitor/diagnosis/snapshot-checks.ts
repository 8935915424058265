import type { Fact, SessionLock, StoredCredential } from '../../core/diagnosis/facts';
import { factsFromSnapshot, gapIn } from '../../core/diagnosis/facts-from-snapshot';
import { groupUnread, unreadPartName } from '../../core/state/format-unread';
import { midSentence } from '../../core/text/mid-sentence';
import type { AwaitedPart, UnreadPart } from '../../core/words/reading';
import type { Snapshot } from '../../core/words/snapshot';
import type { Check, Finding } from '../../system/checks/check';
import type { DiagnosisLook } from './diagnosis-look';

type Told = Pick<Finding, 'result' | 'sentence'>;

/** What one of these checks is about. */
interface Plan {
  readonly id: Check['id'];
  readonly lookedAt: string;
  /** What it goes by; the others may hang. */
  readonly parts: readonly AwaitedPart[];
  readonly unreadParts: readonly UnreadPart[];
  tell(facts: ReturnType<typeof factsFromSnapshot>, gap: string | null): Told;
  readonly facts: readonly ('sessions' | 'autoLock' | 'loginKeychainPath' | 'credentials' | 'claudeCode')[];
}

/**
 * What a look of the monitor finds: lock states, stored logins, running Claude Codes. Each waits for its own parts of the look.
 *
 * @param begin begins the one look for all of them.
 * @param now milliseconds since 1970.
 */
export const createSnapshotChecks = (begin: () => DiagnosisLook, now: () => number): readonly Check[] => {
  let begun: DiagnosisLook | undefined;
  const look = (): DiagnosisLook => {
    begun ??= begin();
    return begun;
  };
  return plans.map(({ id, lookedAt, parts, unreadParts, tell, facts: own }) => {
    const toldOf = (snapshot: Snapshot | null) => {
      const facts = factsFromSnapshot(snapshot, now());
      const gap = snapshot === null ? null : gapIn(snapshot, unreadParts);
      const logins = id === 'credentials' && snapshot !== null ? unreadLogins(snapshot) : null;
      return { facts, told: tell(facts, logins ?? gap) };
    };
    return {
      id,
      hosts: [],
      async run() {
        const { facts, told } = toldOf(await look().come(parts));
        return { lookedAt, ...told, facts: Object.fromEntries(own.map((name) => [name, facts[name]])) };
      },
      async soFar() {
        const { told } = toldOf(await look().soFar());
        return `${whoIsAwaited(look(), parts)} ${told.result === 'problem' ? told.sentence : ''}`.trimEnd();
      },
    };
  });
};

const whoIsAwaited = (look: DiagnosisLook, parts: readonly AwaitedPart[]): string => {
  const names = look
    .awaited()
    .filter((part) => parts.includes(part))
    .flatMap((part) => (part === 'credentials' ? look.awaitedTools() : [midSentence(unreadPartName[part])]));
  return names.length === 0 ? 'No answer yet.' : `No answer yet for: ${names.join(', ')}.`;
};

const plans: readonly Plan[] = [
  {
    id: 'keychain-lock',
    lookedAt: 'the login keychain, from each session',
    parts: ['keychain-list', 'sessions', 'beacons'],
    unreadParts: ['keychain-list', 'sessions', 'beacons'],
    facts: ['sessions', 'autoLock', 'loginKeychainPath'],
    tell: ({ sessions }, gap) =>
      told(sessions, {
        trouble: (rows) => {
          const locked = titlesThatSee('locked', rows);
          return locked === '' ? null : `Locked: ${locked}.`;
        },
        gap: (rows) => gap ?? unknownIn(rows),
        fine: 'It is not seen locked by any session.',
      }),
  },
  {
    id: 'credentials',
    lookedAt: 'what each tool has stored, by attributes and dates',
    parts: ['credentials'],
    unreadParts: ['credentials'],
    facts: ['credentials'],
    tell: ({ credentials }, gap) =>
      told(credentials, {
        trouble: (rows) => {
          const ended = namesWith('expired', rows);
          return ended === '' ? null : `Ended: ${ended}.`;
        },
        gap: (rows) => gap ?? unreadableIn(rows),
        fine: 'No stored login has ended.',
      }),
  },
  {
    id: 'claude-processes',
    lookedAt: 'the process list and the refresh lock',
    parts: ['credentials'],
    unreadParts: ['claude-code'],
    facts: ['claudeCode'],
    tell: ({ claudeCode }, gap) =>
      told(claudeCode, {
        trouble: ({ refreshLock, refreshLockPath }) =>
          refreshLock === 'stuck' ? `The refresh lock ${refreshLockPath ?? ''} is stuck.` : null,
        gap: ({ refreshLock }) => gap ?? (refreshLock === 'unknown' ? 'the refresh lock cannot be seen' : null),
        fine:
          claudeCode.kind === 'known' ? `${countOf(claudeCode.value.running)} running; no refresh lock is stuck.` : '',
      }),
  },
];

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

/** Whose logins could not be looked at and why, as a clause; that of the others they could. Null where all could. */
const unreadLogins = ({ unread = [], credentials }: Snapshot): string | null => {
  const own = unread.filter(({ part }) => part === 'credentials');
  if (own.length === 0) return null;
  const nameOf = (tool: string) => credentials.find((one) => one.tool === tool)?.name ?? tool;
  const gaps = groupUnread(own).map(({ unread: { reason }, tools }) => {
    const names = tools.length === 0 ? '' : ` (${tools.map(nameOf).join(', ')})`;
    return `${midSentence(reason.replace(/\.$/, ''))}${names}`;
  });
  const areOthers = credentials.some((one) => one.installed && one.unread === undefined);
  return `${gaps.join('; ')}${areOthers ? '; the other tools’ logins were looked at' : ''}`;
};

const countOf = (count: number): string => {
  if (count === 0) return 'No Claude Code is';
  return count === 1 ? 'One Claude Code is' : `${count} Claude Codes are`;
};
