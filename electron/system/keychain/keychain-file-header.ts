import { failure, type Outcome, success } from '../../core/outcome';
import type { AutoLockSettings } from '../../core/words/keychain';

/** Bytes of a keychain file. Fewer than asked for at its end. */
export type BytesAt = (offset: number, length: number) => Promise<Uint8Array>;

const fileMagic = 0x6b79_6368; // "kych"
const fileVersion = 0x0001_0000;
const fileHeaderBytes = 16;
const metadataTableId = 0x8000_8000;
const mostTables = 1_024;
const tableHeaderBytes = 28;
const mostRecords = 64;
const recordHeaderBytes = 24;
const blobMagic = 0xfade_0711;
const blobVersions: readonly number[] = [0x100, 0x101, 0x200];
/** Of the DbBlob, as far as the two settings. */
const blobBytes = 44;
const never = 0x7fff_ffff;

export interface StoredInHeader {
  readonly settings: AutoLockSettings;
  /** Sixteen bytes in hex, drawn when the keychain was made: they tell it from another one that has taken its path. */
  readonly signature: string;
}

/** Ends the reading with a reason; caught below and nowhere else. */
class NotReadable extends Error {}

/**
 * Reads the two stored auto-lock settings out of a keychain file's own header, where they lie in plain text (Security
 * `AppleDatabase.cpp`, `ssblob.h`). They are the stored values: a session that unlocked earlier may run on older ones.
 *
 * The metadata table is found by its id. Looking for the blob's magic number would find a key: each key in the file
 * carries the same one. Every offset and length is checked, and whatever is not exactly as described is `not-readable`.
 */
export const readStoredSettings = async (bytesAt: BytesAt): Promise<Outcome<StoredInHeader, 'not-readable'>> => {
  try {
    return success(await storedIn(bytesAt));
  } catch (error) {
    if (error instanceof NotReadable) return failure('not-readable', error.message);
    throw error;
  }
};

const storedIn = async (bytesAt: BytesAt): Promise<StoredInHeader> => {
  const words = async (offset: number, count: number): Promise<readonly number[]> => {
    const bytes = await bytesAt(offset, count * 4);
    if (bytes.length < count * 4) throw new NotReadable('The keychain file ends too early.');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Array.from({ length: count }, (_, index) => view.getUint32(index * 4));
  };

  const [magic, version, headerBytes = 0, schemaAt = 0] = await words(0, 4);
  if (magic !== fileMagic) throw new NotReadable('The file is not a keychain.');
  if (version !== fileVersion || headerBytes < fileHeaderBytes || schemaAt < headerBytes) {
    throw new NotReadable('The keychain file is of a format that Latchkey does not know.');
  }
  const tableAt = await findMetadataTable(words, schemaAt);
  const recordAt = tableAt + (await findFirstRecord(words, tableAt));
  return storedInBlob(await words(recordAt + recordHeaderBytes, blobBytes / 4));
};

type Words = (offset: number, count: number) => Promise<readonly number[]>;

const findMetadataTable = async (words: Words, schemaAt: number): Promise<number> => {
  const [, tableCount = 0] = await words(schemaAt, 2);
  if (tableCount > mostTables) throw new NotReadable('The keychain file names more tables than there can be.');
  for (const tableOffset of await words(schemaAt + 8, tableCount)) {
    const [tableBytes = 0, tableId] = await words(schemaAt + tableOffset, 2);
    if (tableId !== metadataTableId) continue;
    if (tableBytes < tableHeaderBytes) throw new NotReadable("The keychain file's table of settings is too short.");
    return schemaAt + tableOffset;
  }
  throw new NotReadable('The keychain file has no table of settings.');
};

/** A slot whose number is odd, or 0, is free. */
const findFirstRecord = async (words: Words, tableAt: number): Promise<number> => {
  const [tableBytes = 0, , , , , , slotCount = 0] = await words(tableAt, tableHeaderBytes / 4);
  const slots = await words(tableAt + tableHeaderBytes, Math.min(slotCount, mostRecords));
  const recordOffset = slots.find((slot) => slot !== 0 && slot % 4 === 0);
  if (recordOffset === undefined) throw new NotReadable('The keychain file holds no settings.');
  if (recordOffset < tableHeaderBytes || recordOffset + recordHeaderBytes + blobBytes > tableBytes) {
    throw new NotReadable("The keychain file's settings lie outside their table.");
  }
  return recordOffset;
};

const storedInBlob = (blob: readonly number[]): StoredInHeader => {
  const [magic, version = 0] = blob;
  if (magic !== blobMagic || !blobVersions.includes(version)) {
    throw new NotReadable("The keychain file's settings are of a format that Latchkey does not know.");
  }
  const idleTimeoutSeconds = blob[9] ?? 0;
  // One byte and three of padding.
  const lockOnSleep = (blob[10] ?? 0) >>> 24;
  if (idleTimeoutSeconds > never || lockOnSleep > 1) {
    throw new NotReadable("The keychain file's settings are no values that macOS writes.");
  }
  return {
    settings: {
      lockOnSleep: lockOnSleep === 1,
      idleTimeoutSeconds: idleTimeoutSeconds === never ? null : idleTimeoutSeconds,
    },
    signature: blob
      .slice(4, 8)
      .map((word) => word.toString(16).padStart(8, '0'))
      .join(''),
  };
};
