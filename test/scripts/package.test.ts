import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepPackage } from '../../scripts/package.mjs';
import { temporaryFolder } from './temporary-folder';

describe('what is kept of a run of `npm run package`', () => {
  it('takes the place of an earlier run’s, with the links of its frameworks', () => {
    const folder = temporaryFolder();
    const [made, kept] = [join(folder, 'made'), join(folder, 'out/package')];
    mkdirSync(join(made, 'A.framework/Versions/A'), { recursive: true });
    writeFileSync(join(made, 'A.framework/Versions/A/A'), 'new');
    symlinkSync('A', join(made, 'A.framework/Versions/Current'));
    symlinkSync('Versions/Current/A', join(made, 'A.framework/A'));
    keepPackage(made, kept);
    writeFileSync(join(kept, 'left-over'), '');
    keepPackage(made, kept);
    expect(readFileSync(join(kept, 'A.framework/A'), 'utf8')).toBe('new');
    expect(lstatSync(join(kept, 'A.framework/Versions/Current')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(kept, 'left-over'))).toBe(false);
  });
});
