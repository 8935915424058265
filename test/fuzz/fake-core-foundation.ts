import type Koffi from 'koffi';
import { bindPasswordSearch, type PasswordSearch } from '../../electron/system/keychain/password-search';

type Library = ReturnType<(typeof Koffi)['load']>;

const typeIds = { Array: 19, Dictionary: 18, String: 7, Date: 42, Null: 16, Number: 22 } as const;

const typeOf = (value: unknown): number => {
  if (Array.isArray(value)) return typeIds.Array;
  if (value === null) return typeIds.Null;
  if (typeof value === 'string') return typeIds.String;
  if (typeof value === 'number') return typeIds.Date;
  return typeof value === 'object' ? typeIds.Dictionary : typeIds.Number;
};

/** `CFArrayGetCount` of a declaration in C, as it is called here. */
const calledIn = (declaration: string): string => {
  const [, first = '', rest = ''] = /\bCF(\w)(\w*)\(/.exec(declaration) ?? [];
  return first.toLowerCase() + rest;
};

/**
 * CoreFoundation over values of JavaScript: a list is a CFArray, an object a CFDictionary, a number a CFDate and null a
 * CFNull. It is there for what the real one cannot be brought to return; how the real one is called, the C stub of the
 * simulated Mac tries.
 */
export const searchOver = (): { readonly search: PasswordSearch; refer(value: unknown): bigint } => {
  const values = new Map<bigint, unknown>();
  let last = 4_096n;
  const refer = (value: unknown): bigint => {
    last += 16n;
    values.set(last, value);
    return last;
  };
  const memberOf = (value: unknown, key: unknown): bigint | null => {
    const found = Object.getOwnPropertyDescriptor(Object(value), String(key))?.value as unknown;
    return found === undefined ? null : refer(found);
  };
  const calls: Readonly<Record<string, (...given: never[]) => unknown>> = {
    release: (value: bigint) => values.delete(value),
    getTypeID: (value: bigint) => typeOf(values.get(value)),
    arrayGetCount: (list: bigint) => (values.get(list) as readonly unknown[]).length,
    arrayGetValueAtIndex: (list: bigint, index: number) => refer((values.get(list) as readonly unknown[])[index]),
    dictionaryGetValue: (dictionary: bigint, key: bigint) => memberOf(values.get(dictionary), values.get(key)),
    stringGetLength: (text: bigint) => String(values.get(text)).length,
    stringGetCString: (text: bigint, into: Buffer, size: number) => {
      const written = String(values.get(text));
      if (/\p{Surrogate}/u.test(written) || Buffer.byteLength(written) >= size) return 0;
      into[into.write(written)] = 0;
      return 1;
    },
    dateGetAbsoluteTime: (date: bigint) => values.get(date),
    ...Object.fromEntries(
      Object.entries(typeIds).map(([name, id]) => [
        `${name.charAt(0).toLowerCase()}${name.slice(1)}GetTypeID`,
        () => id,
      ]),
    ),
  };
  const library = {
    func: (declaration: string) => calls[calledIn(declaration)] ?? (() => 0),
    symbol: (name: string) => name,
  } as unknown as Library;
  const koffi = { decode: (symbol: unknown) => refer(symbol) } as unknown as typeof Koffi;
  return { search: bindPasswordSearch(koffi, { security: library, coreFoundation: library }), refer };
};
