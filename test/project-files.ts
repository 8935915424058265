import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..');

export interface SourceFile {
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

/** The project's own source files below a folder: what git tracks or would track. */
export const sourceFiles = (folder: string): readonly SourceFile[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--deduplicate', folder], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => /\.(ts|tsx|mjs|cjs|css|c|sh)$/.test(path))
    .flatMap((path) => {
      try {
        const text = readFileSync(join(projectFolder, path), 'utf8');
        return [{ path, text, lines: text.trimEnd().split('\n').length }];
      } catch {
        return []; // deleted, and not yet committed as such
      }
    });

/** The modules that a file imports, as written. */
export const importsOf = ({ text }: SourceFile): readonly string[] =>
  [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|(?<!\.)\bimport\('([^']+)'\)|\brequire\('([^']+)'\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
