import { describe, expect, it } from 'vitest';
import { type BytesAt, readStoredSettings } from '../../../electron/system/keychain/keychain-file-header';

interface FileParts {
  readonly version?: number;
  readonly schemaAt?: number;
  readonly tableId?: number;
  readonly slots?: readonly number[];
  readonly blobMagic?: number;
  readonly blobVersion?: number;
  readonly idleTimeout?: number;
  readonly lockOnSleep?: number;
}

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, index * 4);
  return bytes;
};

const table = (id: number, slots: readonly number[], record: Buffer): Buffer => {
  const head = words(28 + slots.length * 4 + record.length, id, 1, 28 + slots.length * 4, 0, 0, slots.length);
  return Buffer.concat([head, words(...slots), record]);
};

const record = (blob: Buffer): Buffer => Buffer.concat([words(24 + blob.length, 0, 0, 0, blob.length, 0), blob]);

/** A keychain file in miniature: a table of keys, whose blobs carry the same magic number, before that of the settings. */
const keychainFile = (parts: FileParts = {}): Buffer => {
  const schemaAt = parts.schemaAt ?? 20;
  const key = record(Buffer.concat([words(0xfade0711, 0x100, 60, 64), Buffer.alloc(48, 0x11)]));
  const settings = Buffer.concat([
    words(parts.blobMagic ?? 0xfade0711, parts.blobVersion ?? 0x100, 92, 140),
    Buffer.alloc(16, 0x55),
    words(7, parts.idleTimeout ?? 300),
    Buffer.from([parts.lockOnSleep ?? 1, 9, 9, 9]),
    Buffer.alloc(96, 0x77),
  ]);
  const keys = table(0x11, [32], key);
  const slots = parts.slots ?? [32];
  const metadata = table(parts.tableId ?? 0x8000_8000, slots, record(settings));
  const schemaHead = 8 + 2 * 4;
  const schema = words(schemaHead + keys.length + metadata.length, 2, schemaHead, schemaHead + keys.length);
  const header = words(0x6b796368, parts.version ?? 0x10000, 16, schemaAt, 0);
  return Buffer.concat([header, Buffer.alloc(Math.max(0, schemaAt - 20)), schema, keys, metadata]);
};

const inMemory =
  (bytes: Uint8Array): BytesAt =>
  (offset, length) =>
    Promise.resolve(bytes.subarray(offset, offset + length));

const read = (bytes: Uint8Array) => readStoredSettings(inMemory(bytes));

describe("a keychain file's own header", () => {
  it.each([
    ['a timeout and lock-on-sleep', {}, { lockOnSleep: true, idleTimeoutSeconds: 300 }],
    ['no lock-on-sleep', { lockOnSleep: 0 }, { lockOnSleep: false, idleTimeoutSeconds: 300 }],
    ['no timeout', { idleTimeout: 0x7fffffff }, { lockOnSleep: true, idleTimeoutSeconds: null }],
    ['version 0x101', { blobVersion: 0x101 }, { lockOnSleep: true, idleTimeoutSeconds: 300 }],
    ['version 0x200', { blobVersion: 0x200 }, { lockOnSleep: true, idleTimeoutSeconds: 300 }],
    ['a schema further on', { schemaAt: 4096 }, { lockOnSleep: true, idleTimeoutSeconds: 300 }],
    ['a free slot before the record', { slots: [0, 33, 40] }, { lockOnSleep: true, idleTimeoutSeconds: 300 }],
  ])('gives %s', async (_what, parts, value) => {
    expect(await read(keychainFile(parts))).toMatchObject({ ok: true, value: { settings: value } });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text file', Buffer.from('{"not": "a keychain"}')],
    ['an SQLite file', Buffer.from('SQLite format 3\0'.padEnd(4096, '\0'))],
    ['another file version', keychainFile({ version: 0x20000 })],
    ['another blob version', keychainFile({ blobVersion: 0x300 })],
    ['another magic number', keychainFile({ blobMagic: 0xfade0712 })],
    ['no metadata table', keychainFile({ tableId: 0x8000_0000 })],
    ['no record', keychainFile({ slots: [0] })],
    ['a record outside its table', keychainFile({ slots: [4_000_000] })],
    ['a record inside the header', keychainFile({ slots: [4] })],
    ['a timeout that is none', keychainFile({ idleTimeout: 0xffffffff })],
    ['a flag that is neither', keychainFile({ lockOnSleep: 2 })],
    ['a schema before the header ends', keychainFile({ schemaAt: 4 })],
  ])('is not readable where it is %s', async (_what, bytes) => {
    expect(await read(bytes)).toMatchObject({
      ok: false,
      code: 'not-readable',
      reason: expect.stringMatching(/^\S.*\.$/),
    });
  });

  it('is not readable wherever it is cut short before the settings', async () => {
    const whole = keychainFile();
    const settingsEnd = whole.length - 96;
    for (let length = 0; length < settingsEnd; length += 1) {
      expect((await read(whole.subarray(0, length))).ok, `${length} bytes`).toBe(false);
    }
    expect((await read(whole.subarray(0, settingsEnd))).ok).toBe(true);
  });

  it('answers to whatever bytes with settings that can be or a reason, and never throws', async () => {
    const random = pseudoRandom(20_260_901);
    for (let round = 0; round < 3_000; round += 1) {
      const bytes = Buffer.from(keychainFile());
      const changes = 1 + (random() % 6);
      for (let change = 0; change < changes; change += 1) bytes[random() % bytes.length] = random() % 256;
      const outcome = await read(round % 3 === 0 ? bytes.subarray(0, random() % bytes.length) : bytes);
      if (outcome.ok) {
        const { lockOnSleep, idleTimeoutSeconds } = outcome.value.settings;
        expect(typeof lockOnSleep).toBe('boolean');
        expect(idleTimeoutSeconds ?? 0).toBeLessThan(0x7fffffff);
      } else expect(outcome.reason).not.toBe('');
    }
  });
});

/** The same numbers in each run (a linear congruential generator). */
const pseudoRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
};
