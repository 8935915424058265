import { formatOutsideText } from './format-outside-text';
import { ordinaryPathParts, ordinaryWords } from './redaction-words';

/** What a name is of; the placeholders count per kind: `user-1`, `host-2`. */
export type RedactedKind = 'user' | 'host' | 'account' | 'address' | 'folder' | 'session' | 'keychain';

export interface KnownName {
  readonly kind: RedactedKind;
  readonly value: string;
}

export interface Redaction {
  /** The placeholder of a name that stands by itself. The same name has the same one everywhere. */
  name(kind: RedactedKind, value: string): string;
  /** A sentence without the names, addresses and private folders in it; its other words stay. */
  text(sentence: string): string;
}

/**
 * Replaces what tells who and where somebody is. Whatever is known to be a name is replaced wherever it stands as a word;
 * addresses, hosts and paths are known by their form.
 *
 * @param known names that sentences may hold.
 * @param homeFolder macOS path, shown as `~`.
 */
export const createRedaction = (known: readonly KnownName[], homeFolder: string): Redaction => {
  const placeholders = new Map<string, string>();
  const counts = new Map<RedactedKind, number>();
  const name = (kind: RedactedKind, value: string): string => {
    const key = value.toLowerCase();
    const former = placeholders.get(key);
    if (former !== undefined) return former;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    placeholders.set(key, `${kind}-${count}`);
    return `${kind}-${count}`;
  };
  const path = (whole: string): string => {
    const inHome = homeFolder.length > 1 && (whole === homeFolder || whole.startsWith(`${homeFolder}/`));
    const [first = '', ...parts] = (inHome ? `~${whole.slice(homeFolder.length)}` : whole).split('/');
    const shown = parts.map((part, place) => {
      if (part === '' || ordinaryPathParts.has(part) || /^tmux-\d+$/.test(part)) return part;
      if (place === 1 && parts[0] === 'Users' && first === '') return name('user', part);
      return name(part.includes('.keychain') ? 'keychain' : 'folder', part);
    });
    return [first, ...shown].join('/');
  };

  const byText = new Map(
    known.flatMap(({ kind, value }) => (value === '' ? [] : [[value.toLowerCase(), kind] as const])),
  );
  const isOrdinary = (value: string): boolean => ordinaryWords.has(value) || /^(\d+|.)$/u.test(value);
  const longestFirst = [...byText.keys()].sort((one, other) => other.length - one.length);
  const rules: readonly Rule[] = [
    // Whole, because a folder's name may hold anything: spaces, quotes, an end of line.
    ...longestFirst
      .filter((value) => value.startsWith('/'))
      .map((value) => rule(literal(value), () => name('folder', value))),
    ...(homeFolder.length > 1 ? [rule(`${literal(homeFolder)}(?:${pathParts})?${pathEnd}`, path)] : []),
    rule(String.raw`(?<![\w/])https?://[^\s"'“”‘’<>]+`, (address) =>
      address.replace(/\/\/.*/u, `//${name('host', hostOf(address))}`),
    ),
    rule(String.raw`(?<![\p{L}\p{N}.:/~-])(?:~${pathParts}|(?=/[^/\s]+/)${pathParts})`, path),
    // From the beginning of such a run only: tried at each of its characters, a long one would take the square of its length.
    rule(String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?`, (address) =>
      name('address', address),
    ),
    rule(ipv4, (address) => name('host', address)),
    rule(ipv6, (address) => name('host', address)),
    rule(hostName, (host) => name('host', host)),
    ...longestFirst
      .filter((value) => !isOrdinary(value))
      .map((value) =>
        rule(`${notInWord}${literal(value)}${wordEnds}`, () => name(byText.get(value) ?? 'account', value)),
      ),
    ...longestFirst
      .filter(isOrdinary)
      .map((value) =>
        rule(
          String.raw`(?<=["“'‘${'`'}]|\b(?:user|account|profile) )${literal(value)}(?=["”'’${'`'}]|$|[\s.,;:)])`,
          () => name(byText.get(value) ?? 'account', value),
        ),
      ),
  ];
  // Named groups tell which rule it was; all in one pass, so that no placeholder is looked at again.
  const all = new RegExp(rules.map(({ source }, index) => `(?<r${index}>${source})`).join('|'), 'giu');
  return {
    name: (kind, value) => name(kind, value),
    text: (sentence) =>
      formatOutsideText(
        sentence.replace(all, (...found: readonly unknown[]) => {
          const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
          const index = rules.findIndex((_rule, place) => groups[`r${place}`] !== undefined);
          const matched = String(found[0]);
          return rules[index]?.replace(matched) ?? matched;
        }),
      ),
  };
};

interface Rule {
  readonly source: string;
  readonly replace: (matched: string) => string;
}

const rule = (source: string, replace: Rule['replace']): Rule => ({ source, replace });

const literal = (value: string): string => value.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

const notInWord = String.raw`(?<![\p{L}\p{N}_])`;
const wordEnds = String.raw`(?![\p{L}\p{N}_])`;
/** A part may hold spaces where another part follows it. */
const partCharacter = String.raw`[^\s/"“”‘’<>,;:)]`;
const pathParts = `(?:/(?:${partCharacter}+(?:[ ](?!~)${partCharacter}+)*(?=/)|${partCharacter}*[^\\s/"“”‘’'<>,;:).]))+`;
const pathEnd = String.raw`(?![\p{L}\p{N}_-])`;

const octet = '(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
const ipv4 = String.raw`(?<![\w.])(?:${octet}\.){3}${octet}(?![\w.]*\w)`;
const group = '[0-9a-f]{1,4}';
const ipv6 = String.raw`(?<![\w:])(?:(?:${group}:){7}${group}|(?:${group}:){0,6}(?:${group})?::(?:${group}:){0,6}(?:${octet}(?:\.${octet}){3}|${group})?)(?:%\w+)?(?![\w:])`;
/** By its end: a name with a dot is else a file, an item of a keychain or a version. */
const hostName = String.raw`(?<![\p{L}\p{N}_@.-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:com|net|org|io|dev|app|ai|co|cloud|local|lan|home|internal|intranet|corp|arpa|edu|gov|info|me|sh|eu|de|at|ch|uk|us|fr|nl|be|it|es|pl|se|no|fi|dk|jp|cn|in|au|nz|ca|br|xyz|tech|test|example|invalid)(?![\p{L}\p{N}_-])`;

const hostOf = (address: string): string => /^https?:\/\/([^/?#]*)/iu.exec(address)?.[1] ?? address;
