import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..');

export interface SourceFile {
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

/** The project's source files below one of its folders, none of which holds anything generated. */
export const sourceFiles = (folder: string): readonly SourceFile[] => {
  const below = join(projectFolder, folder);
  const names = statSync(below).isFile() ? [''] : readdirSync(below, { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => posix.join(folder, ...name.split(sep)))
    .filter((path) => /\.(ts|tsx|mjs|cjs|css|c|sh|fish)$/.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(projectFolder, path), 'utf8');
      return { path, text, lines: text.trimEnd().split('\n').length };
    });
};

/** The modules that a file imports, as written. */
export const importsOf = ({ text }: SourceFile): readonly string[] =>
  [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|(?<!\.)\bimport\('([^']+)'\)|\brequire\('([^']+)'\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
