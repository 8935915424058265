import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** At most so much of a region is held at once; a text across the border of two pieces is found in neither or both. */
const pieceBytes = 16 * 1024 * 1024;

interface Region {
  readonly start: number;
  readonly end: number;
}

/** Where that process has memory of its own that it can write. */
const writableRegions = (processId: number): readonly Region[] =>
  readFileSync(`/proc/${processId}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, start, end, access = '', name = ''] =
        /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
      const isReadable = access.startsWith('rw') && !name.startsWith('[v');
      return start && end && isReadable ? [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16) }] : [];
    });

/**
 * Which of the texts stand in the memory of a process, in UTF-8 or as the two-byte characters of V8 and Blink.
 *
 * @throws Error when its memory cannot be read at all: nothing found would then mean nothing.
 */
export const textsInMemory = (processId: number, texts: readonly string[]): readonly string[] => {
  const wanted = texts.map((text) => ({ text, forms: [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')] }));
  const overlap = Math.max(...wanted.flatMap(({ forms }) => forms.map(({ length }) => length)));
  const found = new Set<string>();
  let bytesSeen = 0;
  const memory = openSync(`/proc/${processId}/mem`, 'r');
  try {
    for (const { start, end } of writableRegions(processId)) {
      for (let at = start; at < end; at += pieceBytes) {
        const piece = Buffer.allocUnsafe(Math.min(pieceBytes + overlap, end - at));
        const bytes = readPiece(memory, piece, at);
        bytesSeen += bytes;
        const read = piece.subarray(0, bytes);
        for (const { text, forms } of wanted) if (forms.some((form) => read.includes(form))) found.add(text);
      }
    }
  } finally {
    closeSync(memory);
  }
  if (bytesSeen === 0) throw new Error(`nothing of the memory of process ${processId} could be read`);
  return [...found];
};

/** A page that went away since it was listed has nothing to find. */
const readPiece = (memory: number, piece: Buffer, position: number): number => {
  try {
    return readSync(memory, piece, 0, piece.length, position);
  } catch {
    return 0;
  }
};
