// What Electron checks of an archive when it opens it and reads from it, checked at once for all of it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ algorithm: string, hash: string, blockSize: number, blocks: string[] }} Integrity
 * @typedef {{ size?: number, offset?: string, unpacked?: boolean, integrity?: Integrity, files?: Record<string, Entry> }} Entry
 */

/** @param {Buffer | string} bytes */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * The index of an archive: four 32-bit numbers, the last of which is the length of the JSON after them, then the files.
 * @param {Buffer} archive
 * @returns {{ index: string, files: [string, Entry][], contentsAt: number }}
 */
export const readArchive = (archive) => {
  const index = archive.toString('utf8', 16, 16 + archive.readUInt32LE(12));
  return { index, files: flatten(JSON.parse(index), ''), contentsAt: 8 + archive.readUInt32LE(4) };
};

/**
 * @param {Entry} folder
 * @param {string} prefix
 * @returns {[string, Entry][]}
 */
const flatten = (folder, prefix) =>
  Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
    entry.files ? flatten(entry, `${prefix}${name}/`) : [[`${prefix}${name}`, entry]],
  );

/**
 * @param {string} contents an app's `Contents`
 * @returns {string[]} what is not as it was packaged: `the index`, or files
 */
export const changedInArchive = (contents) => {
  const file = join(contents, 'Resources', 'app.asar');
  const archive = readFileSync(file);
  const plist = readFileSync(join(contents, 'Info.plist'), 'utf8');
  const known = /<key>Resources\/app\.asar<\/key>[\s\S]*?<key>hash<\/key>\s*<string>([0-9a-f]{64})<\/string>/.exec(
    plist,
  );
  const { index, files, contentsAt } = readArchive(archive);
  if (known?.[1] !== sha256(index)) return ['the index'];
  const changed = files.filter(([name, { size = 0, offset = '0', unpacked, integrity }]) => {
    const outside = join(`${file}.unpacked`, name);
    if (unpacked && !existsSync(outside)) return true;
    const start = contentsAt + Number(offset);
    const bytes = unpacked ? readFileSync(outside) : archive.subarray(start, start + size);
    return integrity?.algorithm !== 'SHA256' || bytes.length !== size || sha256(bytes) !== integrity.hash;
  });
  return changed.map(([name]) => name);
};
