import fc from 'fast-check';
import { clonedValues, interestingWords } from './interesting';
import { type Edit, editBytes, editText, editValue } from './mutations';
import type { Foreign, Parser } from './parser';

const edit: fc.Arbitrary<Edit> = fc.tuple(fc.nat(1_000), fc.nat(), fc.nat());
const edits = fc.array(edit, { maxLength: 6, size: 'max' });
const which = fc.nat(1_000);

/** A text as its parts, where it is written in JSON: then it is changed by its members, and not by its letters alone. */
const jsonOf = (text: string): { readonly json: unknown } | null => {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? { json } : null;
  } catch {
    return null;
  }
};

const textCases = (samples: readonly string[]): fc.Arbitrary<string> => {
  const parsed = samples.map(jsonOf);
  const grown = fc.tuple(which, edits, fc.nat(3)).map(([number, some, how]) => {
    const index = number % samples.length;
    const [text = '', json] = [samples[index], parsed[index]];
    if (!json || how === 0) return editText(text, some, samples);
    const written = JSON.stringify(editValue(json.json, some)) ?? '';
    return how === 1 ? editText(written, some.slice(0, 1), samples) : written;
  });
  const random = fc.array(
    fc.oneof(fc.constantFrom(...interestingWords), fc.string({ unit: 'binary', maxLength: 12 })),
    {
      maxLength: 30,
    },
  );
  return fc.oneof({ weight: 7, arbitrary: grown }, { weight: 1, arbitrary: random.map((parts) => parts.join('')) });
};

const bytesCases = (samples: readonly Buffer[]): fc.Arbitrary<Buffer> => {
  const grown = fc
    .tuple(which, edits)
    .map(([number, some]) => editBytes(samples[number % samples.length] ?? Buffer.alloc(0), some));
  const random = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
  return fc.oneof({ weight: 9, arbitrary: grown }, { weight: 1, arbitrary: random });
};

const valueCases = (samples: readonly unknown[]): fc.Arbitrary<unknown> => {
  const grown = fc
    .tuple(which, edits)
    .map(([number, some]) => editValue(samples[number % samples.length], some, clonedValues));
  const random = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(...clonedValues));
  return fc.oneof({ weight: 7, arbitrary: grown }, { weight: 1, arbitrary: random });
};

/** What a parser is tried with: mostly what it is given in earnest, changed in a few places; sometimes anything. */
export const casesOf = ({ kind, samples }: Parser): fc.Arbitrary<Foreign> => {
  const given = samples();
  if (given.length === 0) throw new Error('A parser without samples.');
  switch (kind) {
    case 'text':
      return textCases(given.filter((one) => typeof one === 'string'));
    case 'bytes':
      return bytesCases(given.filter((one) => Buffer.isBuffer(one)));
    case 'value':
      return valueCases(given.flatMap((one) => (typeof one === 'object' && 'value' in one ? [one.value] : []))).map(
        (value) => ({ value }),
      );
  }
};

/** The same again and again, up to so much: what is long is where a cost shows. */
export const lengthen = (foreign: Foreign, longest: number): Foreign | null => {
  if (typeof foreign === 'string') {
    if (foreign === '' || foreign.length >= longest) return null;
    return foreign.repeat(Math.ceil(longest / foreign.length)).slice(0, longest);
  }
  if (!Buffer.isBuffer(foreign) || foreign.length === 0 || foreign.length >= longest) return null;
  return Buffer.alloc(longest, foreign);
};
