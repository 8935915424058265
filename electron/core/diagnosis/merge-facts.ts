import type { DiagnosisFacts, Fact } from './facts';
import type { HostFacts } from './host-facts';

/**
 * The facts of all parts together. What one part knows is not lost to another that could not look; of two that know, the
 * later counts. Hosts and folders are put together one by one.
 */
export const mergeFacts = (parts: readonly Partial<DiagnosisFacts>[]): DiagnosisFacts => {
  const merged = new Map<string, unknown>();
  for (const part of parts) {
    for (const [name, fact] of Object.entries(part)) {
      if (!isHidden(merged.get(name), fact)) merged.set(name, fact);
    }
  }
  const facts: DiagnosisFacts = Object.fromEntries(merged);
  const hosts = joined(
    parts.map((part) => part.hosts),
    ({ host, role }) => `${role} ${host}`,
    mergeHosts,
  );
  const folders = joined(
    parts.map((part) => part.folders),
    ({ path }) => path,
    (_, later) => later,
  );
  return { ...facts, ...(hosts === null ? {} : { hosts }), ...(folders === null ? {} : { folders }) };
};

const isHidden = (former: unknown, later: unknown): boolean =>
  later === undefined || (isFact(later) && later.kind === 'not-measured' && isFact(former) && former.kind === 'known');

const isFact = (value: unknown): value is Fact<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'known' || value.kind === 'not-measured');

/** The rows of all that know any, each once; null where nobody does. */
const joined = <Row>(
  facts: readonly (Fact<readonly Row[]> | undefined)[],
  keyOf: (row: Row) => string,
  merge: (former: Row, later: Row) => Row,
): Fact<readonly Row[]> | null => {
  const known = facts.filter((fact) => fact?.kind === 'known');
  if (known.length === 0) return null;
  const rows = new Map<string, Row>();
  for (const row of known.flatMap(({ value }) => value)) {
    const before = rows.get(keyOf(row));
    rows.set(keyOf(row), before === undefined ? row : merge(before, row));
  }
  const basis = known.some((fact) => fact.basis === 'measured') ? 'measured' : 'inferred';
  return { kind: 'known', value: [...rows.values()], basis };
};

/** A step that was not measured again keeps what it was found to be. */
const mergeHosts = (former: HostFacts, later: HostFacts): HostFacts => ({
  ...later,
  dns: laterStep(former.dns, later.dns),
  tcp: laterStep(former.tcp, later.tcp),
  tls: laterStep(former.tls, later.tls),
  http: laterStep(former.http, later.http),
});

const laterStep = <Step extends { readonly kind: string }>(former: Step, later: Step): Step =>
  later.kind === 'not-measured' && former.kind !== 'not-measured' ? former : later;
