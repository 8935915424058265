import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/project-folder.mjs';
import { temporaryFolder } from './temporary-folder';

const compiler = join(projectFolder, 'node_modules', '.bin', 'tsc');

/** What `tsc` says about one line of source under the settings of a part of the project. */
const complaintsAbout = (source: string, part: string): string => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'snippet.ts'), source);
  const settings = {
    extends: join(projectFolder, part, 'tsconfig.json'),
    compilerOptions: {
      composite: false,
      emitDeclarationOnly: false,
      noEmit: true,
      rootDir: folder,
      typeRoots: [join(projectFolder, 'node_modules', '@types'), join(projectFolder, 'node_modules')],
    },
    include: [join(folder, 'snippet.ts')],
    exclude: [],
    references: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  return spawnSync(compiler, ['--project', folder, '--pretty', 'false'], { encoding: 'utf8' }).stdout;
};

describe('the TypeScript settings', () => {
  it.each([
    ['window', 'electron', 'export const width = window.innerWidth;\n', "Cannot find name 'window'"],
    ['document', 'electron/core', 'export const title = document.title;\n', "Cannot find name 'document'"],
    ['process', 'electron/core', 'export const id = process.pid;\n', "Cannot find name 'process'"],
    ['process', 'renderer', 'export const id = process.pid;\n', "Cannot find name 'process'"],
    ['node:fs', 'renderer', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n", 'node:fs'],
  ])('do not let %s compile in %s', (_name, part, source, complaint) => {
    expect(complaintsAbout(source, part)).toContain(complaint);
  });

  it.each([
    ['electron', 'export const id = process.pid;\n'],
    ['renderer', 'export const width = window.innerWidth;\n'],
  ])('let what belongs to %s compile there', (part, source) => {
    expect(complaintsAbout(source, part)).toBe('');
  });

  it('are strict in every part', () => {
    const parts = ['electron', 'electron/core', 'electron/contract', 'renderer', 'scripts', 'test', 'test/browser'];
    for (const part of parts) {
      const shown = spawnSync(compiler, ['--showConfig', '--project', join(projectFolder, part)], { encoding: 'utf8' });
      expect((JSON.parse(shown.stdout) as { compilerOptions: object }).compilerOptions, part).toMatchObject({
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        noImplicitOverride: true,
        noImplicitReturns: true,
        noFallthroughCasesInSwitch: true,
        verbatimModuleSyntax: true,
      });
    }
  });

  it('give the root nothing but references to the parts', () => {
    const root = JSON.parse(readFileSync(join(projectFolder, 'tsconfig.json'), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(root).sort()).toEqual(['files', 'references']);
    expect(root.files).toEqual([]);
  });
});
