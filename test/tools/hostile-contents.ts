import type { Syntax } from '../../electron/tools/common/file-format';

type Content = (bytes: number) => Buffer;

/** Repeats what `piece` makes of 0, 1, 2, … until there are so many bytes. */
const many =
  (piece: string | ((index: number) => string), before = '', after = ''): Content =>
  (bytes) => {
    const parts = [before];
    let left = bytes - before.length - after.length;
    for (let index = 0; left > 0; index += 1) {
      const part = typeof piece === 'string' ? piece : piece(index);
      left -= part.length;
      if (left >= 0) parts.push(part);
    }
    return Buffer.from([...parts, after].join(''));
  };

const nested =
  (open: string, close: string, before = ''): Content =>
  (bytes) => {
    const depth = Math.floor((bytes - before.length) / (open.length + close.length));
    return Buffer.from(before + open.repeat(depth) + close.repeat(depth));
  };

const yaml: Readonly<Record<string, Content>> = {
  'open brackets': many('['),
  'open braces': many('{'),
  'brackets hidden behind comments': many('[ # ]\n'),
  'lists within lists': many('- '),
  'keys of keys': many('? '),
  'blocks within blocks': many((index) => `${' '.repeat(index)}a:\n`),
  'many small keys': many((index) => `k${index}: v\n`),
  'the same key': many('k: v\n'),
  'lists as deep as allowed': many(`${'['.repeat(60)}a${']'.repeat(60)},`, 'a: [', ']'),
  'a long text': many('x', 'a: "', '"'),
  'a long text of escapes': many('\\u0041', 'a: "', '"'),
  'a text of many lines': many('  x\n', 'a: >\n'),
  dates: many('- 2001-12-14t21:59:43.10-05:00\n'),
  numbers: many((index) => `- 0x${index}\n- 1e${index}\n`),
  aliases: many('*a,', 'a: &a x\nb: [', ']'),
  'aliases of aliases': many((index) => `a${index + 1}: &a${index + 1} [*a${index},*a${index}]\n`, 'a0: &a0 x\n'),
  anchors: many('&a '),
  tags: many('!a '),
  directives: many('%X a\n'),
  documents: many('---\n'),
  comments: many('#\n'),
  'merged maps': many((index) => `b${index}: {<<: *a}\n`, 'a: &a {x: 1}\n'),
  'blank lines': many('\n'),
  colons: many(': '),
};

const toml: Readonly<Record<string, Content>> = {
  'open brackets': many('[', 'a = '),
  'lists within lists': nested('[', ']', 'a = '),
  'tables within tables': nested('{a=', '}', 'a = '),
  'many small keys': many((index) => `k${index} = 1\n`),
  'dotted keys': many('a.', '', 'b = 1'),
  tables: many((index) => `[t${index}]\n`),
  'tables of one list': many('[[t]]\n'),
  dates: many('1979-05-27T07:32:00Z,', 'a = [', ']'),
  numbers: many('1_0,', 'a = [', ']'),
  'a long number': many('9', 'a = '),
  'a long text': many('\\u0041', 'a = "', '"'),
  comments: many('#\n'),
};

const json: Readonly<Record<string, Content>> = {
  'lists within lists': nested('[', ']'),
  'objects within objects': nested('{"a":', '}'),
  'many small keys': many((index) => `"k${index}":1,`, '{', '"z":1}'),
  'keys that are numbers': many((index) => `"${index * 7919}":1,`, '{', '"z":1}'),
  'small lists': many('[],', '[', '1]'),
  'objects of different shapes': many((index) => `{"k${index}":1},`, '[', '1]'),
  'an object of objects': many((index) => `"k${index}":{"a":"b"},`, '{', '"z":{}}'),
  numbers: many('1.5e300,', '[', '1]'),
  'a long number': many('9'),
  'a long text of escapes': many('\\u0041', '"', '"'),
  'blank lines': many('\n'),
  'accounts of Azure': many(
    (index) => `"k${index}":{"home_account_id":"${index}","expires_on":"1"},`,
    '{"AccessToken":{',
    '"z":{}}}',
  ),
  'a token of many parts': many('.', '{"tokens":{"access_token":"', '"}}'),
};

const lines: Readonly<Record<string, Content>> = {
  'blank lines': many('\n'),
  blanks: many(' ', 'a', 'x'),
  'a section and blanks': many(' ', '[a]\na', 'x'),
  'many small keys': many((index) => `k${index}=v\n`, '[a]\n'),
  sections: many((index) => `[s${index}]\n`),
  'sections in a line': many('[a]'),
  'open brackets': many('['),
  'dots in a section': many('a.', '[', 'b]\nx=1'),
  quotes: many('"', '[a]\na = '),
  backslashes: many('\\', '[a]\na = '),
  slashes: many('/', '//', '_authToken=x'),
  'slashes and colons': many('/:', '//', ':_authToken=x'),
  'equals signs': many('=', '[a]\na'),
  comments: many('#\n'),
  'an address': many('a:', 'https://', '@example.com'),
  profiles: many((index) => `[profile p${index}]\nsso_session = s\n`),
  commands: many(' "', '[default]\ncredential_process = '),
};

const xml =
  (content: Content): Content =>
  (bytes) =>
    Buffer.concat([
      Buffer.from('<?xml version="1.0"?><plist version="1.0">'),
      content(bytes - 60),
      Buffer.from('</plist>'),
    ]);

/** Objects as they are, each in a place of its own; the first is the top. */
const bplist = (objects: readonly Buffer[], referenceBytes = 2): Buffer => {
  let at = 8;
  const table = objects.map((object) => {
    const place = Buffer.alloc(4);
    place.writeUInt32BE(at);
    at += object.length;
    return place;
  });
  const trailer = Buffer.alloc(32);
  trailer.writeUInt8(4, 6);
  trailer.writeUInt8(referenceBytes, 7);
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, ...table, trailer]);
};

/** A list (0xa) or a dictionary (0xd) of so many parts. */
const listOf = (kind: number, all: readonly number[]): Buffer => {
  const references = all.slice(0, 65_534);
  const content = Buffer.alloc(references.length * 2);
  for (const [index, reference] of references.entries()) content.writeUInt16BE(reference, index * 2);
  const count = Buffer.alloc(4);
  count.writeUInt8((kind << 4) | 15, 0);
  count.writeUInt8(0x11, 1);
  count.writeUInt16BE(kind === 0xd ? references.length / 2 : references.length, 2);
  return Buffer.concat([count, content]);
};

const plist: Readonly<Record<string, Content>> = {
  'lists of lists, each named twice': () =>
    bplist([
      listOf(0xd, [1, 2]),
      Buffer.from('5161', 'hex'),
      ...Array.from({ length: 60 }, (_, index) => listOf(0xa, [index + 3, index + 3])),
      Buffer.from('08', 'hex'),
    ]),
  'a long text, named by many': (bytes) =>
    bplist([
      listOf(
        0xa,
        Array.from({ length: Math.floor(bytes / 8) }, () => 1),
      ),
      Buffer.concat([Buffer.from('5f11', 'hex'), Buffer.from([0x40, 0]), Buffer.alloc(0x4000, 'x')]),
    ]),
  'lists within lists': (bytes) =>
    bplist([
      ...Array.from({ length: Math.min(30_000, Math.floor(bytes / 12)) }, (_, index) => listOf(0xa, [index + 1])),
      Buffer.from('08', 'hex'),
    ]),
  'many small keys': (bytes) => {
    const count = Math.min(10_000, Math.floor(bytes / 24));
    const keys = Array.from({ length: count }, (_, index) => index + 1);
    const texts = keys.map((key) => Buffer.concat([Buffer.from([0x55]), Buffer.from(String(10_000 + key))]));
    return bplist([listOf(0xd, [...keys, ...keys]), ...texts]);
  },
  'a list of everything': (bytes) =>
    bplist([
      listOf(
        0xa,
        Array.from({ length: Math.floor(bytes / 3) }, () => 1),
      ),
      Buffer.from('3340c0000000000000', 'hex'),
    ]),
  'XML, many small keys': xml(many((index) => `<key>k${index}</key><true/>`, '<dict>', '</dict>')),
  'XML, lists within lists': xml(nested('<array>', '</array>', '<dict><key>a</key>')),
  'XML, dates': xml(many('<date>2001-01-01T00:00:00Z</date>', '<dict><key>a</key><array>', '</array></dict>')),
  'XML, characters': xml(many('&#65;', '<dict><key>a</key><string>', '</string></dict>')),
  'XML, blanks': xml(many(' ', '</plist>', 'x')),
};

const binary: Readonly<Record<string, Content>> = {
  'a certificate of nothing': many('MIIB', '-----BEGIN CERTIFICATE-----\n', '\n-----END CERTIFICATE-----\n'),
  'a certificate of lists': (bytes) =>
    Buffer.concat([
      Buffer.from('-----BEGIN CERTIFICATE-----\n'),
      Buffer.from(Buffer.alloc(Math.floor((bytes * 3) / 4) - 90, Buffer.from('3080', 'hex')).toString('base64')),
      Buffer.from('\n-----END CERTIFICATE-----\n'),
    ]),
  'begun certificates': many('-----BEGIN CERTIFICATE-----\n'),
  'a database of one page that names itself': (bytes) => database(bytes, 5),
  'a database whose rows are all the same': (bytes) => database(bytes, 13),
};

/** One page of 64 KiB at the most, whose cells all point to the same place. */
const database = (bytes: number, kind: number): Buffer => {
  const page = Buffer.alloc(bytes >= 65_536 ? 65_536 : 2 ** Math.floor(Math.log2(bytes)), 1);
  page.write('SQLite format 3\0', 'latin1');
  page.writeUInt16BE(page.length === 65_536 ? 1 : page.length, 16);
  page.writeUInt8(0, 20);
  page.writeUInt32BE(1, 56);
  page.writeUInt8(kind, 100);
  const cells = Math.floor(page.length / 2) - 60;
  page.writeUInt16BE(Math.min(cells, 65_535), 103);
  for (let index = 0; index < cells; index += 1)
    page.writeUInt16BE(page.length - 2000, (kind === 5 ? 112 : 108) + 2 * index);
  return page;
};

/** By syntax: what is dear to read, for how many bytes it has. */
export const hostileContents: Readonly<Record<Syntax, Readonly<Record<string, Content>>>> = {
  yaml: { ...yaml, ...json },
  toml,
  json,
  lines,
  plist,
  binary,
};
