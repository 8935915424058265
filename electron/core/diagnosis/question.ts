import { formatOutsideText } from '../text/format-outside-text';
import type { Evidence } from './diagnosis';
import type { DiagnosisFacts, Fact, FactName, StoredCredential } from './facts';

/** What a question is asked of: the facts, and whose troubles they are about. */
export interface Context {
  readonly facts: DiagnosisFacts;
  /** The tools that it is about; null when nobody said. */
  readonly tools: readonly string[] | null;
}

export type Answer =
  /** `hint`: it may have to do with it, and may as well not. */
  | { readonly answer: 'yes'; readonly weight: 'certain' | 'hint'; readonly evidence: readonly Evidence[] }
  | { readonly answer: 'no' }
  | { readonly answer: 'not-known'; readonly fact: FactName; readonly reason: string };

export interface Question {
  /** As a person would ask it; yes or no. */
  readonly text: string;
  readonly ask: (context: Context) => Answer;
}

export const no: Answer = { answer: 'no' };

export const notKnown = (fact: FactName, reason: string): Answer => ({ answer: 'not-known', fact, reason });

type ValueOf<Name extends FactName> = NonNullable<DiagnosisFacts[Name]> extends Fact<infer Value> ? Value : never;

type Basis = 'measured' | 'inferred';

/** What is told of a fact; null where it is no trouble. */
export interface Trouble {
  /** A clause without its first capital and full stop: "the disk of / has 2 MB left". */
  readonly says: string | readonly string[];
  readonly weight?: 'certain' | 'hint';
  readonly basis?: Basis;
}

/** No trouble in what is known, and not all of it is. */
export interface NotAllKnown {
  /** A clause. */
  readonly notKnownBecause: string;
}

/** A question about one fact: yes where `find` finds trouble in it. */
export const aboutFact = <Name extends FactName>(
  fact: Name,
  text: string,
  find: (value: ValueOf<Name>, context: Context) => Trouble | NotAllKnown | null,
): Question => ({
  text,
  ask: (context) => {
    const known = knownFact(context.facts, fact);
    if (known.kind === 'not-measured') return notKnown(fact, known.reason);
    const trouble = find(known.value, context);
    if (trouble === null) return no;
    if ('notKnownBecause' in trouble) return notKnown(fact, trouble.notKnownBecause);
    const basis = trouble.basis ?? known.basis;
    const says = typeof trouble.says === 'string' ? [trouble.says] : trouble.says;
    return {
      answer: 'yes',
      weight: trouble.weight ?? 'certain',
      evidence: says.map((clause) => evidenceOf(fact, basis, clause)),
    };
  },
});

/** The fact, with its value's type; one that nobody asked for is not measured. */
export const knownFact = <Name extends FactName>(facts: DiagnosisFacts, name: Name): Fact<ValueOf<Name>> =>
  (facts[name] as Fact<ValueOf<Name>> | undefined) ?? { kind: 'not-measured', reason: 'it was not looked at' };

export const evidenceOf = (about: Evidence['about'], basis: Evidence['basis'], clause: string): Evidence => ({
  about,
  basis,
  sentence: formatOutsideText(`${basisWord[basis]}: ${clause}.`),
});

const basisWord: Readonly<Record<Evidence['basis'], string>> = {
  measured: 'Measured',
  inferred: 'Inferred',
  told: 'Told',
};

export const isConcerned = ({ tools }: Context, tool: string): boolean => tools === null || tools.includes(tool);

/** The stored logins that it is about. */
export const concerned = (context: Context, credentials: readonly StoredCredential[]): readonly StoredCredential[] =>
  credentials.filter(({ tool }) => isConcerned(context, tool));
