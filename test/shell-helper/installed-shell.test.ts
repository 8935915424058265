import { delimiter } from 'node:path';
import { expect, it } from 'vitest';
import { whyWithoutShell } from './installed-shell';

const usual = ['/usr/bin', '/bin'].join(delimiter);

it.each<[string, string, NodeJS.Platform, string, string | null]>([
  ['is tested where it is', 'sh', 'darwin', usual, null],
  [
    'is left out by name on a Mac without it',
    'no-such-shell',
    'darwin',
    usual,
    'no-such-shell does not come with macOS and is not installed here',
  ],
  ['is never left out on Linux', 'no-such-shell', 'linux', usual, null],
  [
    'is not looked for where PATH does not lead',
    'sh',
    'darwin',
    '/no/such/folder',
    'sh does not come with macOS and is not installed here',
  ],
])('a shell %s', (_what, program, platform, path, why) => {
  expect(whyWithoutShell(program, platform, path)).toBe(why);
});
