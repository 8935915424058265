import type { CauseId } from './causes/causes';
import type { Evidence } from './diagnosis';
import type { FactName } from './facts';
import type { Context } from './question';
import { questions } from './questions';
import { tree } from './tree';
import type { TreeNode } from './tree-node';

export interface Finding {
  readonly cause: CauseId;
  readonly weight: 'certain' | 'hint';
  readonly evidence: readonly Evidence[];
}

export interface Walk {
  /** Each cause once, in the order met. */
  readonly findings: readonly Finding[];
  /** Causes that a fact speaks against. */
  readonly refuted: ReadonlySet<CauseId>;
  readonly notMeasured: readonly { readonly fact: FactName; readonly reason: string }[];
}

/** Asks its way through the tree from a node on. A cause that two questions name is found with both their evidences. */
export const walkTree = (context: Context, entry: string): Walk => {
  const findings = new Map<CauseId, Finding>();
  const denied = new Set<CauseId>();
  const notMeasured = new Map<FactName, string>();
  const visited = new Set<string>();
  const nodes: Readonly<Record<string, TreeNode>> = tree;

  let id: string | null = entry;
  while (id !== null && !visited.has(id)) {
    visited.add(id);
    const node: TreeNode | undefined = nodes[id];
    if (!node) break;
    const answer = questions[node.asks].ask(context);
    if (answer.answer === 'yes') {
      for (const cause of node.yes.causes) findings.set(cause, merge(findings.get(cause), { cause, ...answer }));
      id = node.yes.next;
    } else if (answer.answer === 'no') {
      for (const cause of node.yes.causes) denied.add(cause);
      id = node.no.next;
    } else {
      notMeasured.set(answer.fact, answer.reason);
      id = node.notKnown.next;
    }
  }
  return {
    findings: [...findings.values()],
    refuted: new Set([...denied].filter((cause) => !findings.has(cause))),
    notMeasured: [...notMeasured].map(([fact, reason]) => ({ fact, reason })),
  };
};

const merge = (former: Finding | undefined, { cause, weight, evidence }: Finding): Finding => {
  const known = new Set(former?.evidence.map(({ sentence }) => sentence));
  return {
    cause,
    weight: former?.weight === 'certain' ? 'certain' : weight,
    evidence: [...(former?.evidence ?? []), ...evidence.filter(({ sentence }) => !known.has(sentence))],
  };
};
