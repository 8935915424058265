import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realMacPath } from '../../../electron/system/files/real-path';
import { someHost } from '../some-host';

it('follows links to a macOS path, and gives back what leads nowhere', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'latchkey-real-path-')));
  mkdirSync(join(root, 'Users/alice/real'), { recursive: true });
  symlinkSync('real', join(root, 'Users/alice/link'));
  expect(await realMacPath(someHost({ root }), '/Users/alice/link')).toBe('/Users/alice/real');
  expect(await realMacPath(someHost({ root }), '/Users/alice/none')).toBe('/Users/alice/none');
  rmSync(root, { recursive: true });
});
