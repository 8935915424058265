/** Values of the columns asked for, row by row; null where a value is not text. */
export type TextRows<Column extends string> = readonly Readonly<Record<Column, string | null>>[];

const mostRows = 1000;
/** A table of credentials has a handful. */
const mostColumns = 64;
/** Of one interior page: of the largest there are no more. */
const mostChildren = 8192;

/**
 * Reads text columns of one table of an SQLite database file (https://sqlite.org/fileformat2.html). It decodes no other
 * column, so that what stands beside them stays unread, and it never writes, locks or opens the file itself.
 *
 * @returns null when it is no such file, is damaged, or has no such table or column. Changes that lie in a write-ahead
 * log beside the file are not seen.
 */
export const readTextColumns = <Column extends string>(
  database: Buffer,
  table: string,
  columns: readonly Column[],
): TextRows<Column> | null => {
  try {
    const pages = openPages(database);
    const schema = rowsOf(pages, 1).find((record) => textAt(record, 0) === 'table' && textAt(record, 1) === table);
    if (!schema) return null;
    const names = columnNames(textAt(schema, 4) ?? '');
    const places = columns.map((column) => [column, names.indexOf(column)] as const);
    if (places.some(([, place]) => place < 0)) return null;
    return rowsOf(pages, numberAt(schema, 3)).map(
      (record) =>
        Object.fromEntries(places.map(([column, place]) => [column, textAt(record, place)])) as Record<
          Column,
          string | null
        >,
    );
  } catch {
    // Reading outside of the file: it is damaged.
    return null;
  }
};

interface Pages {
  readonly usableBytes: number;
  /** @throws RangeError outside of the file, or for one that was read before: a damaged file may go round in circles. */
  page(number: number): Buffer;
}

const openPages = (database: Buffer): Pages => {
  const written = database.readUInt16BE(16);
  const pageBytes = written === 1 ? 65536 : written;
  const isUtf8 = database.readUInt32BE(56) === 1;
  if (database.toString('latin1', 0, 16) !== 'SQLite format 3\0' || pageBytes < 512 || !isUtf8) throw new RangeError();
  const read = new Set<number>();
  return {
    usableBytes: pageBytes - database.readUInt8(20),
    page(number) {
      const start = (number - 1) * pageBytes;
      if (number < 1 || read.has(number) || start + pageBytes > database.length) throw new RangeError();
      read.add(number);
      return database.subarray(start, start + pageBytes);
    },
  };
};

/** The records of a table's b-tree, each as its bytes. */
const rowsOf = (pages: Pages, root: number): Buffer[] => {
  const records: Buffer[] = [];
  const waiting = [root];
  // Each is waited for once, however many name it.
  const known = new Set(waiting);
  for (let next = 0; next < waiting.length && records.length < mostRows; next += 1) {
    const number = waiting[next] ?? 0;
    const page = pages.page(number);
    const header = number === 1 ? 100 : 0;
    const kind = page.readUInt8(header);
    const most = kind === 5 ? mostChildren : mostRows - records.length;
    const cells = Array.from({ length: Math.min(page.readUInt16BE(header + 3), most) }, (_cell, index) =>
      page.readUInt16BE(header + (kind === 5 ? 12 : 8) + 2 * index),
    );
    if (kind === 5) {
      for (const child of [...cells.map((cell) => page.readUInt32BE(cell)), page.readUInt32BE(header + 8)]) {
        if (known.has(child)) throw new RangeError();
        known.add(child);
        waiting.push(child);
      }
    } else if (kind === 13) records.push(...cells.map((cell) => recordAt(pages, page, cell)));
    else throw new RangeError();
  }
  return records;
};

const recordAt = (pages: Pages, page: Buffer, cell: number): Buffer => {
  const { value: length, end: afterLength } = varintAt(page, cell);
  const start = varintAt(page, afterLength).end;
  const { usableBytes } = pages;
  if (length <= usableBytes - 35) return page.subarray(start, start + length);
  const least = Math.floor(((usableBytes - 12) * 32) / 255) - 23;
  const rest = least + ((length - least) % (usableBytes - 4));
  const local = rest <= usableBytes - 35 ? rest : least;
  const parts = [page.subarray(start, start + local)];
  let next = page.readUInt32BE(start + local);
  for (let missing = length - local; missing > 0; missing -= usableBytes - 4) {
    const overflow = pages.page(next);
    parts.push(overflow.subarray(4, Math.min(usableBytes, 4 + missing)));
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
};

const varintAt = (bytes: Buffer, start: number): { value: number; end: number } => {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(start + index);
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: start + index + 1 };
  }
  return { value: value * 256 + bytes.readUInt8(start + 8), end: start + 9 };
};

const integerBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** Where a column's value lies in a record, and of what type it is. */
const fieldAt = (record: Buffer, place: number): { type: number; start: number; end: number } => {
  const { value: headerBytes, end } = varintAt(record, 0);
  let at = end;
  let start = headerBytes;
  for (let index = 0; at < headerBytes; index += 1) {
    const { value: type, end: next } = varintAt(record, at);
    const bytes = type >= 12 ? Math.floor((type - 12) / 2) : (integerBytes[type] ?? 0);
    if (index === place) return { type, start, end: start + bytes };
    at = next;
    start += bytes;
  }
  return { type: 0, start, end: start };
};

const textAt = (record: Buffer, place: number): string | null => {
  const { type, start, end } = fieldAt(record, place);
  return type >= 13 && type % 2 === 1 ? record.toString('utf8', start, end) : null;
};

const numberAt = (record: Buffer, place: number): number => {
  const { type, start, end } = fieldAt(record, place);
  if (type === 9) return 1;
  return type >= 1 && type <= 5 ? record.readUIntBE(start, end - start) : 0;
};

/** The columns that a CREATE TABLE names, in order. */
const columnNames = (sql: string): readonly string[] =>
  sql
    .slice(sql.indexOf('(') + 1)
    .split(',', mostColumns)
    .map((definition) => /^\s*["'`[]?(\w+)/.exec(definition)?.[1] ?? '');
