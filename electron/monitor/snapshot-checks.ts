import type { DiagnosisFacts, Fact } from '../core/diagnosis/facts';
import { factsFromSnapshot } from '../core/diagnosis/facts-from-snapshot';
import type { Snapshot } from '../core/snapshot';
import type { Check, Finding } from '../system/checks/check';

type Told = Pick<Finding, 'result' | 'sentence'>;

/**
 * What a look of the monitor has found already: lock states, stored logins, running Claude Codes.
 *
 * @param look once for all of them; null when nobody has looked.
 * @param now milliseconds since 1970.
 */
export const createSnapshotChecks = (look: () => Promise<Snapshot | null>, now: () => number): readonly Check[] => {
  let looking: Promise<Snapshot | null> | undefined;
  const facts = async () => {
    looking ??= look();
    return factsFromSnapshot(await looking, now());
  };
  const check = (
    id: Check['id'],
    lookedAt: string,
    tell: (facts: DiagnosisFacts) => readonly [Told, DiagnosisFacts],
  ): Check => ({
    id,
    hosts: [],
    async run() {
      const [told, own] = tell(await facts());
      return { lookedAt, ...told, facts: own };
    },
  });
  return [
    check('keychain-lock', 'the login keychain, from each session', ({ sessions, autoLock, loginKeychainPath }) => [
      told(
        sessions,
        (rows) => {
          const locked = rows.filter(({ sees }) => sees === 'locked').map(({ title }) => title);
          return locked.length === 0 ? null : `Locked: ${locked.join(', ')}.`;
        },
        'It is not seen locked by any session.',
      ),
      defined({ sessions, autoLock, loginKeychainPath }),
    ]),
    check('credentials', 'what each tool has stored, by attributes and dates', ({ credentials }) => [
      told(
        credentials,
        (rows) => {
          const ended = rows.filter(({ status }) => status === 'expired').map(({ name }) => name);
          return ended.length === 0 ? null : `Ended: ${[...new Set(ended)].join(', ')}.`;
        },
        'No stored login has ended.',
      ),
      defined({ credentials }),
    ]),
    check('claude-processes', 'the process list and the refresh lock', ({ claudeCode }) => [
      told(
        claudeCode,
        ({ refreshLock, refreshLockPath }) =>
          refreshLock === 'stuck' ? `The refresh lock ${refreshLockPath ?? ''} is stuck.` : null,
        claudeCode?.kind === 'known' ? `${countOf(claudeCode.value.running)} running; no refresh lock is stuck.` : '',
      ),
      defined({ claudeCode }),
    ]),
  ];
};

const told = <Value>(fact: Fact<Value> | undefined, trouble: (value: Value) => string | null, fine: string): Told => {
  if (fact?.kind !== 'known')
    return { result: 'not-possible', sentence: `Not known: ${fact?.reason ?? 'nobody looked'}.` };
  const sentence = trouble(fact.value);
  return sentence === null ? { result: 'fine', sentence: fine } : { result: 'problem', sentence };
};

const defined = (
  facts: { readonly [Name in keyof DiagnosisFacts]: DiagnosisFacts[Name] | undefined },
): DiagnosisFacts => Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));

const countOf = (count: number): string => {
  if (count === 0) return 'No Claude Code is';
  return count === 1 ? 'One Claude Code is' : `${count} Claude Codes are`;
};
