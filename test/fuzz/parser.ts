/** What somebody else may have written: a text, bytes, or a value out of JSON or a structured clone. */
export type Foreign = string | Buffer | { readonly value: unknown };

/** One reader of what somebody else has written, as it is tried. */
export interface Parser {
  /** As in the sources. */
  readonly name: string;
  readonly kind: 'text' | 'bytes' | 'value';
  /** What it is given in earnest; made when it is first tried. */
  readonly samples: () => readonly Foreign[];
  /** Resolves or returns what it has read. Whatever it throws is a failure. */
  readonly read: (foreign: never) => unknown;
  /** What is wrong with what it has read, as a sentence; null where nothing is. */
  readonly judge?: (read: never, foreign: never) => string | null;
  /** The longest that reaches it, in characters or bytes. */
  readonly longest: number;
  /** Whether it is read here at all; what is not goes to a worker, which has limits of its own. */
  readonly isReadHere?: (foreign: never) => boolean;
}

type Judge<Read, Given> = (read: Read, given: Given) => string | null;

interface More<Read, Given> {
  readonly judge?: Judge<Awaited<Read>, Given>;
  readonly longest?: number;
  readonly name?: string;
}

/** What a tool may print (electron/system/children/bounded-tools.ts, keychain/security-tool.ts). */
const mostPrinted = 1024 * 1024;
/** The list of processes and of certificates. */
export const mostListed = 4 * 1024 * 1024;

const nameOf = (read: (...given: never[]) => unknown, name: string | undefined): string => {
  const called = name ?? read.name;
  if (called === '') throw new Error('A parser has no name.');
  return called;
};

/** @param longest default: what a tool may print. */
export const ofText = <Read>(
  read: (text: string) => Read,
  samples: readonly string[],
  { judge, longest = mostPrinted, name }: More<Read, string> = {},
): Parser => ({
  name: nameOf(read, name),
  kind: 'text',
  samples: () => samples,
  read: read as Parser['read'],
  ...(judge ? { judge: judge as NonNullable<Parser['judge']> } : {}),
  longest,
});

export const ofBytes = <Read>(
  read: (bytes: Buffer) => Read,
  samples: () => readonly Buffer[],
  { judge, longest = 64 * 1024, name }: More<Read, Buffer> = {},
): Parser => ({
  name: nameOf(read, name),
  kind: 'bytes',
  samples,
  read: read as Parser['read'],
  ...(judge ? { judge: judge as NonNullable<Parser['judge']> } : {}),
  longest,
});

/** Of values that were parsed already, or have come as a structured clone. */
export const ofValue = <Read>(
  read: (value: unknown) => Read,
  samples: readonly unknown[],
  { judge, name }: Omit<More<Read, unknown>, 'longest'> = {},
): Parser => ({
  name: nameOf(read, name),
  kind: 'value',
  samples: () => samples.map((value) => ({ value })),
  read: (({ value }: { readonly value: unknown }) => read(value)) as Parser['read'],
  ...(judge
    ? {
        judge: ((found: Awaited<Read>, { value }: { readonly value: unknown }) => judge(found, value)) as NonNullable<
          Parser['judge']
        >,
      }
    : {}),
  longest: 0,
});

/** The digits and times that stand in a text, in milliseconds since 1970 under each reading that a program could mean. */
export const momentsIn = (text: string): ReadonlySet<number> => {
  const moments = new Set<number>();
  for (const [digits] of text.matchAll(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)) {
    moments.add(Math.round(Number(digits)));
    moments.add(Math.round(Number(digits) * 1000));
  }
  // A day counts to its end.
  for (const [written] of text.matchAll(
    /[+-]?\d{4,6}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?:[Zz]|[+-]\d\d:?\d\d)?/g,
  ))
    for (const one of [written, `${written.replace(' ', 'T')}Z`, `${written}T23:59:59Z`])
      moments.add(Math.round(Date.parse(one)));
  return moments;
};
