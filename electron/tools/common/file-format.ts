import { failure, type Outcome } from '../../core/outcome';

/** What a file is written in. It decides how much of one is read at once, and what would take a worker. */
export type Syntax = 'json' | 'yaml' | 'toml' | 'lines' | 'plist' | 'binary';

/**
 * How a kind of file is read: beside the bound on its size stands what bounds its cost. The worker finds it by its name
 * (`file-formats.ts` lists them all), so that its parser is never sent anywhere.
 */
export interface FileFormat<Value> {
  readonly name: string;
  readonly syntax: Syntax;
  readonly largestBytes: number;
  /** Keeps no secret of the content. What it returns can be cloned: plain values, maps and sets. @param path of the file */
  readonly parse: (content: Buffer, path: string) => Value;
}

export const bytesFormat = <Value>(format: FileFormat<Value>): FileFormat<Value> => format;

interface TextFormat<Value> extends Omit<FileFormat<Value>, 'parse'> {
  readonly parse: (text: string, path: string) => Value;
}

export const textFormat = <Value>({ parse, ...format }: TextFormat<Value>): FileFormat<Value> => ({
  ...format,
  parse: (content, path) => parse(content.toString('utf8'), path),
});

/**
 * A file of settings. The programs behind these stumble over a byte order mark as well. A byte that is no UTF-8 does not
 * stop them: a name in git's configuration may be in Latin-1.
 */
export const settingsFormat = <Value>({ parse, ...format }: TextFormat<Outcome<Value>>): FileFormat<Outcome<Value>> =>
  textFormat<Outcome<Value>>({
    ...format,
    parse: (text, path) => {
      if (text.startsWith('\uFEFF')) return failure('bom', 'it begins with a byte order mark');
      if (text.includes('\0')) return failure('binary', 'it is not text');
      return parse(text, path);
    },
  });

/**
 * What the main process reads by itself, in bytes and in marks: characters that a parser may have to do something for,
 * which are few in certificates and tokens. Measured with the dearest files of each kind that could be thought of, cold,
 * it is 30 ms at the most (`test/tools/cost-of-files.test.ts`).
 */
const atOnce: Readonly<Record<Syntax, { readonly bytes: number; readonly marks: number }>> = {
  json: { bytes: 512 * 1024, marks: 40_000 },
  yaml: { bytes: 256 * 1024, marks: 800 },
  toml: { bytes: 128 * 1024, marks: 10_000 },
  lines: { bytes: 128 * 1024, marks: 10_000 },
  plist: { bytes: 16 * 1024, marks: Number.POSITIVE_INFINITY },
  binary: { bytes: 64 * 1024, marks: Number.POSITIVE_INFINITY },
};

/** Whether nobody waits noticeably for it. */
export const isCheap = ({ syntax }: Pick<FileFormat<unknown>, 'syntax'>, content: Buffer): boolean => {
  const { bytes, marks } = atOnce[syntax];
  return content.length <= bytes && (content.length <= marks || !hasMoreMarks(content, marks));
};

/** Letters, digits, blanks and what base64 is made of; bytes of other scripts are a text's as well. */
const plain = Uint8Array.from({ length: 256 }, (_byte, code) =>
  code >= 128 || /[A-Za-z0-9 /+]/.test(String.fromCharCode(code)) ? 1 : 0,
);

const hasMoreMarks = (content: Buffer, most: number): boolean => {
  let marks = 0;
  for (const byte of content) {
    if (plain[byte] === 0) marks += 1;
    if (marks > most) return true;
  }
  return false;
};
