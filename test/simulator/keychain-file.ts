import { createHash } from 'node:crypto';

/** The settings as the file stores them, which need not be those that a session runs on. */
export interface StoredSettings {
  /** null: never */
  readonly idleTimeoutSeconds: number | null;
  readonly lockOnSleep: boolean;
}

const blobMagic = 0xfade0711;
const metadataTable = 0x80008000;
const symmetricKeyTable = 0x11;
const neverSeconds = 0x7fffffff;
const recordHeaderBytes = 24;
const tableHeaderBytes = 28;

/** Filler that is the same for the same keychain, as encrypted bytes would be. */
const filler = (seed: string, bytes: number): Buffer => {
  const blocks: Buffer[] = [];
  for (let block = 0; block * 32 < bytes; block += 1)
    blocks.push(createHash('sha256').update(`${seed} ${block}`).digest());
  return Buffer.concat(blocks).subarray(0, bytes);
};

const words = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value >>> 0, index * 4);
  return buffer;
};

/** The database's blob: the settings stand in the clear behind the signature and the sequence. */
const databaseBlob = (seed: string, signature: Buffer, settings: StoredSettings, version: number): Buffer => {
  const tail = filler(`${seed} database`, 96);
  return Buffer.concat([
    words(blobMagic, version, 92, 44 + tail.length),
    signature,
    words(1, settings.idleTimeoutSeconds ?? neverSeconds),
    Buffer.from([settings.lockOnSleep ? 1 : 0, 0, 0, 0]),
    tail,
  ]);
};

/** A key's blob begins with the same magic, and what stands at the settings' place is nothing of the kind. */
const keyBlob = (seed: string): Buffer => {
  const tail = filler(`${seed} key`, 132);
  return Buffer.concat([words(blobMagic, 0x100, 60, 16 + tail.length), tail]);
};

const padded = (blob: Buffer): Buffer => Buffer.concat([blob, Buffer.alloc((4 - (blob.length % 4)) % 4)]);

const record = (blob: Buffer, number: number): Buffer => {
  const body = padded(blob);
  return Buffer.concat([words(recordHeaderBytes + body.length, number, 0, 0, blob.length, 0), body]);
};

const table = (id: number, blobs: readonly Buffer[]): Buffer => {
  const offsetsBytes = blobs.length * 4;
  const offsets: number[] = [];
  let offset = tableHeaderBytes + offsetsBytes;
  const records = blobs.map((blob, number) => {
    const bytes = record(blob, number);
    offsets.push(offset);
    offset += bytes.length;
    return bytes;
  });
  const header = words(offset, id, blobs.length, tableHeaderBytes + offsetsBytes, offset, 0, blobs.length);
  return Buffer.concat([header, words(...offsets), ...records]);
};

/** `…-db` files are those that macOS 10.12 and later make; their blobs carry the newer version. */
export const blobVersion = (keychainPath: string): number => (keychainPath.endsWith('-db') ? 0x200 : 0x100);

/**
 * A keychain file with the header that Apple's `AppleDatabase.cpp` writes; it holds no item and no secret.
 *
 * @param signature sixteen bytes that tell this keychain from another one at the same path. Default: the same for the same path.
 */
export const keychainFileBytes = (
  keychainPath: string,
  settings: StoredSettings,
  signature: Buffer = filler(`${keychainPath} signature`, 16),
): Buffer => {
  const tables = [
    table(0, []),
    table(symmetricKeyTable, [keyBlob(`${keychainPath} 1`), keyBlob(`${keychainPath} 2`)]),
    table(0x80000000, []),
    table(metadataTable, [databaseBlob(keychainPath, signature, settings, blobVersion(keychainPath))]),
  ];
  const schemaBytes = 8 + tables.length * 4;
  const offsets: number[] = [];
  let offset = schemaBytes;
  for (const bytes of tables) {
    offsets.push(offset);
    offset += bytes.length;
  }
  const header = Buffer.concat([Buffer.from('kych'), words(0x00010000, 16, 20, 0)]);
  return Buffer.concat([header, words(offset, tables.length, ...offsets), ...tables]);
};

/** Where the settings stand in the file; null when it is no keychain. */
const settingsOffset = (file: Buffer): number | null => {
  try {
    if (file.toString('latin1', 0, 4) !== 'kych') return null;
    const schema = file.readUInt32BE(12);
    const tableCount = file.readUInt32BE(schema + 4);
    for (let index = 0; index < tableCount; index += 1) {
      const start = schema + file.readUInt32BE(schema + 8 + index * 4);
      if (file.readUInt32BE(start + 4) !== metadataTable) continue;
      const blob = start + file.readUInt32BE(start + tableHeaderBytes) + recordHeaderBytes;
      return file.readUInt32BE(blob) === blobMagic && blob + 44 <= file.length ? blob + 36 : null;
    }
    return null;
  } catch {
    return null; // an offset that points out of the file
  }
};

/** @returns null when the bytes are no keychain file. */
export const storedSettings = (file: Buffer): StoredSettings | null => {
  const offset = settingsOffset(file);
  if (offset === null) return null;
  const seconds = file.readUInt32BE(offset);
  return { idleTimeoutSeconds: seconds === neverSeconds ? null : seconds, lockOnSleep: file[offset + 4] !== 0 };
};

/** The same keychain with other settings: all else in the file stays, as on a Mac. Null when the bytes are no keychain file. */
export const withSettings = (file: Buffer, settings: StoredSettings): Buffer | null => {
  const offset = settingsOffset(file);
  if (offset === null) return null;
  const changed = Buffer.from(file);
  changed.writeUInt32BE((settings.idleTimeoutSeconds ?? neverSeconds) >>> 0, offset);
  changed[offset + 4] = settings.lockOnSleep ? 1 : 0;
  return changed;
};
