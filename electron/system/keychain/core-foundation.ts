import type Koffi from 'koffi';

export type LoadedLibrary = ReturnType<(typeof Koffi)['load']>;

/** The address of a CoreFoundation value. */
export type Reference = bigint;

/** What of CoreFoundation's values a list of keychain items is made of and read with. Nothing here asks anybody. */
export interface CoreFoundation {
  /** An exported variable that holds a reference: what is found is where the variable lies, so it is followed once. */
  constant(library: LoadedLibrary, name: string): Reference;
  list(values: readonly Reference[]): Reference;
  dictionary(pairs: readonly (readonly [key: Reference, value: Reference])[]): Reference;
  /** Null where the value is no list. */
  lengthOf(list: Reference): number | null;
  /** Null where that entry is no dictionary. */
  dictionaryAt(list: Reference, index: number): Reference | null;
  /** What a dictionary holds under a key: `none`, a text (null: one that no text can be made of), a moment, or something else. */
  valueOf(dictionary: Reference, key: Reference): FoundValue;
  release(value: Reference): void;
  readonly yes: Reference;
  readonly no: Reference;
}

export type FoundValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string | null }
  /** Seconds since the beginning of 2001. */
  | { readonly kind: 'moment'; readonly seconds: number }
  | { readonly kind: 'other' };

const utf8 = 0x0800_0100;
const mostTextBytes = 64 * 1024;
const none: FoundValue = { kind: 'none' };
const other: FoundValue = { kind: 'other' };
const noText: FoundValue = { kind: 'text', text: null };

/** @throws Error where a symbol is missing */
export const bindCoreFoundation = (koffi: typeof Koffi, library: LoadedLibrary): CoreFoundation => {
  const release = library.func('void CFRelease(void *value)');
  const createList = library.func('void *CFArrayCreate(void *allocator, void **values, long count, void *callbacks)');
  const createDictionary = library.func(
    'void *CFDictionaryCreate(void *allocator, void **keys, void **values, long count, void *ofKeys, void *ofValues)',
  );
  const typeOf = library.func('unsigned long CFGetTypeID(void *value)');
  const count = library.func('long CFArrayGetCount(void *list)');
  const at = library.func('void *CFArrayGetValueAtIndex(void *list, long index)');
  const get = library.func('void *CFDictionaryGetValue(void *dictionary, void *key)');
  const unitsOf = library.func('long CFStringGetLength(void *text)');
  const copyText = library.func('uint8_t CFStringGetCString(void *text, uint8_t *into, long size, uint32_t encoding)');
  const secondsOf = library.func('double CFDateGetAbsoluteTime(void *date)');
  const typeId = (name: string): number => library.func(`unsigned long CF${name}GetTypeID()`)();
  const types = {
    list: typeId('Array'),
    dictionary: typeId('Dictionary'),
    text: typeId('String'),
    moment: typeId('Date'),
    nothing: typeId('Null'),
  };
  // These three are structures: their own addresses are what is wanted.
  const [ofValuesInList, ofKeys, ofValues] = [
    'kCFTypeArrayCallBacks',
    'kCFTypeDictionaryKeyCallBacks',
    'kCFTypeDictionaryValueCallBacks',
  ].map((name) => library.symbol(name));

  const constant = (from: LoadedLibrary, name: string): Reference => koffi.decode(from.symbol(name), 'void *');
  const buffer = Buffer.alloc(mostTextBytes);
  const textOf = (value: Reference): FoundValue => {
    const units = Number(unitsOf(value));
    if (units * 3 >= mostTextBytes || copyText(value, buffer, mostTextBytes, utf8) === 0) return noText;
    return { kind: 'text', text: textIn(buffer, units) };
  };

  return {
    constant,
    list: (values) => createList(null, [...values], values.length, ofValuesInList),
    dictionary: (pairs) => {
      const [keys, values] = [pairs.map(([key]) => key), pairs.map(([, value]) => value)];
      return createDictionary(null, keys, values, pairs.length, ofKeys, ofValues);
    },
    lengthOf: (list) => (typeOf(list) === types.list ? Number(count(list)) : null),
    dictionaryAt(list, index) {
      const entry: Reference = at(list, index);
      return entry && typeOf(entry) === types.dictionary ? entry : null;
    },
    valueOf(dictionary, key) {
      const value: Reference = get(dictionary, key);
      if (!value) return none;
      const type: unknown = typeOf(value);
      if (type === types.text) return textOf(value);
      if (type === types.moment) return { kind: 'moment', seconds: secondsOf(value) };
      return type === types.nothing ? noText : other;
    },
    release,
    yes: constant(library, 'kCFBooleanTrue'),
    no: constant(library, 'kCFBooleanFalse'),
  };
};

/** So many UTF-16 units of what was copied: some programs store a NUL along with a text. */
const textIn = (buffer: Buffer, units: number): string | null => {
  let text = '';
  for (let from = 0; ; ) {
    const end = buffer.indexOf(0, from);
    if (end < 0) return null;
    text += buffer.toString('utf8', from, end);
    if (text.length >= units) return text;
    text += '\0';
    from = end + 1;
  }
};
