import { describe, expect, it } from 'vitest';
import { type CauseId, causeIds, causes } from '../../../electron/core/diagnosis/causes/causes';
import { type CureId, cures } from '../../../electron/core/diagnosis/causes/cures';
import { diagnose } from '../../../electron/core/diagnosis/engine';
import { messages } from '../../../electron/core/diagnosis/messages/messages';
import { questions } from '../../../electron/core/diagnosis/questions';
import { symptomIds, symptoms } from '../../../electron/core/diagnosis/symptoms';
import { generalEntry, tree } from '../../../electron/core/diagnosis/tree';
import type { TreeNode } from '../../../electron/core/diagnosis/tree-node';
import { oneCauseCases, twoCausesCases } from './all-cases';

const nodes: Readonly<Record<string, TreeNode>> = tree;
const entries: readonly string[] = [generalEntry, ...symptomIds];
const branchesOf = ({ yes, no, notKnown }: TreeNode) => [yes, no, notKnown];
const nextOf = (id: string): readonly (string | null)[] => {
  const node = nodes[id];
  return node ? branchesOf(node).map(({ next }) => next) : [];
};

const reachable = (from: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...nextOf(id).filter((next) => next !== null));
  }
  return seen;
};

/** A way that comes back to where it was; null where there is none. */
const cycleFrom = (id: string, way: readonly string[] = []): readonly string[] | null => {
  if (way.includes(id)) return [...way, id];
  const nexts = new Set(nextOf(id).filter((next) => next !== null));
  for (const next of nexts) {
    const found = cycleFrom(next, [...way, id]);
    if (found) return found;
  }
  return null;
};

const missing = <Id extends string>(all: readonly Id[], present: Iterable<string>): readonly Id[] => {
  const known = new Set(present);
  return all.filter((id) => !known.has(id));
};

describe('the tree', () => {
  it('has no node that nobody comes to', () => {
    expect(missing(Object.keys(tree), reachable(entries))).toEqual([]);
  });

  it('leads nowhere but to its own nodes and to its end', () => {
    const targets = Object.keys(tree).flatMap(nextOf);
    expect(targets.filter((next) => next !== null && nodes[next] === undefined)).toEqual([]);
  });

  it('never goes in a circle', () => {
    // Each node has one or two ways on, so the walk is short.
    expect(entries.map((entry) => cycleFrom(entry))).toEqual(entries.map(() => null));
  });

  it('has its one end after the whole of the general questions, from every entry', () => {
    const ends = Object.keys(tree).filter((id) => nextOf(id).includes(null));
    expect(ends).toEqual(['outdated']);
    for (const entry of entries)
      expect(missing(['disk', 'keychain', 'expired', 'outdated'], reachable([entry]))).toEqual([]);
  });

  it('asks every question that there is', () => {
    expect(
      missing(
        Object.keys(questions),
        Object.values(nodes).map(({ asks }) => asks),
      ),
    ).toEqual([]);
  });
});

describe('causes and cures', () => {
  const inTree = Object.values(nodes).flatMap((node) => branchesOf(node).flatMap((branch) => branch.causes));
  const named: readonly CauseId[] = [
    ...inTree,
    ...messages.flatMap((message) => message.causes),
    ...symptomIds.flatMap((id) => symptoms[id].suspects),
    'unexplained',
  ];

  it('are each reachable in the data', () => {
    expect(missing(causeIds, named)).toEqual([]);
    expect(
      missing(
        Object.keys(cures),
        causeIds.flatMap((id) => causes[id].cures),
      ),
    ).toEqual([]);
  });

  it('each come up in the table of cases', () => {
    const found = [...oneCauseCases, ...twoCausesCases].flatMap(({ facts }) => diagnose(facts).causes);
    expect(
      missing(
        causeIds,
        found.map(({ id }) => id),
      ),
    ).toEqual([]);
    expect(
      missing(
        Object.keys(cures),
        found.flatMap((cause) => cause.cures.map(({ id }) => id)),
      ),
    ).toEqual([]);
  });

  it('are told with the least invasive cure first, whatever the facts', () => {
    for (const { facts } of [...oneCauseCases, ...twoCausesCases]) {
      for (const { cures: steps } of diagnose(facts).causes) {
        const order = steps.map(({ invasiveness }) => invasiveness);
        expect(order).toEqual([...order].sort((one, other) => one - other));
        expect(steps.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('what is never a cure', () => {
  const all = (Object.keys(cures) as CureId[]).map((id) => ({ id, ...cures[id] }));
  const textOf = (cure: (typeof all)[number]) => JSON.stringify(cure).toLowerCase();

  it('changing the keychain password or deleting a keychain', () => {
    const forbidden =
      /set-keychain-password|delete-keychain|chang\w* (?:the|your) (?:keychain |login )?password|delete (?:the|your) keychain|reset (?:the|your|my) (?:default )?keychain|update keychain password|rm -|dump-keychain|delete-generic-password/;
    expect(all.filter((cure) => forbidden.test(textOf(cure))).map(({ id }) => id)).toEqual([]);
  });

  it('a password in a command', () => {
    // What sed writes into a pipe is no argument of a program.
    const withoutScripts = (text: string): string => text.replace(/\bsed '[^']*'/g, '');
    const shows = all.filter((cure) => /unlock-keychain[^"]* -p|-k \w/.test(withoutScripts(textOf(cure))));
    expect(shows.map(({ id }) => id)).toEqual([]);
  });

  it('clearing a login without saying that it means to log in again', () => {
    const clearing = all.filter((cure) => /clears|log ?out|sign out|auth logout/.test(textOf(cure)));
    expect(clearing.map(({ id }) => id)).toEqual(['use-other-account', 'clear-extension-storage']);
    for (const cure of clearing) expect(cure.does).toMatch(/you have to log in again/);
  });

  it('reinstalling', () => {
    expect(all.filter((cure) => /reinstall|uninstall/.test(textOf(cure))).map(({ id }) => id)).toEqual([]);
  });
});

describe('capacity', () => {
  const capacity = ['service-overloaded', 'usage-limit', 'service-outage', 'service-error'] as const;

  it('has no cure that touches a login', () => {
    const steps = capacity.flatMap((id) => causes[id].cures);
    expect(
      steps.filter((id) => /sign|account$|unlock|unset|token|claude/.test(id) && id !== 'ask-account-administrator'),
    ).toEqual([]);
  });
});
