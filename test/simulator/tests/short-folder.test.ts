import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { longestSocketPathBytes } from '../../../electron/core/hold/app-socket';
import { checkSocketPath } from '../../vitest/refuse-long-sockets';
import { exampleMac } from '../example-mac';
import { makeShortFolder } from '../short-folder';

/** As long as what launchd makes for a user of a Mac: /private/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T with its slash. */
const longFolder = (): string => {
  const above = makeShortFolder('t');
  onTestFinished(() => rmSync(above, { recursive: true }));
  const folder = `${above}/`.padEnd(56, 'T');
  mkdirSync(folder);
  return folder;
};

describe('a simulated Mac under a TMPDIR as long as a Mac’s', () => {
  it('lies where sockets can be made below its home folders', async () => {
    vi.stubEnv('TMPDIR', longFolder());
    expect(Buffer.byteLength(tmpdir())).toBe(56);
    const { root } = await exampleMac();
    const path = `${root}/Users/alice/Library/Application Support/Latchkey/latchkey.sock`;
    mkdirSync(dirname(path), { recursive: true });
    const server = createServer();
    onTestFinished(() => void server.close());
    await expect(new Promise((resolve) => server.listen(path, () => resolve('listens')))).resolves.toBe('listens');
  });
});

describe('what this machine would allow and a Mac would not', () => {
  const [fits, isTooLong] = [longestSocketPathBytes - 8, longestSocketPathBytes - 7].map((bytes) =>
    '/tmp/'.padEnd(bytes, 's'),
  );

  it.each([
    ['the longest that fits once it is resolved', fits],
    ['a port', 8080],
    ['a short name in the working folder', 's'],
  ])('is not %s', (_what, path) => expect(() => checkSocketPath(path)).not.toThrow());

  it('is one byte more, and ends the test', () => {
    expect(() => checkSocketPath(isTooLong)).toThrow('104 bytes on a Mac, which allows 103');
    expect(() => createServer().listen(isTooLong)).toThrow('104 bytes');
    expect(() => createServer().listen({ path: isTooLong })).toThrow('104 bytes');
  });
});
