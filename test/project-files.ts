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

/** The paths of those whose text matches. */
export const containing = (files: readonly SourceFile[], text: RegExp): readonly string[] =>
  files.filter((file) => text.test(file.text)).map(({ path }) => path);

/** The modules that a file imports, as written. */
export const importsOf = ({ text }: SourceFile): readonly string[] =>
  [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|(?<!\.)\bimport\('([^']+)'\)|\brequire\('([^']+)'\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');

/** What a file takes of Node's file system; `everything` where that cannot be told. Types open nothing. */
export const takenOfFileSystem = (file: SourceFile): readonly string[] => {
  const named = [...file.text.matchAll(/^import (?!type\b)\{([^}]*)\} from 'node:fs(?:\/promises)?';/gm)];
  const typesOnly = [...file.text.matchAll(/^import type \{[^}]*\} from 'node:fs(?:\/promises)?';/gm)];
  const mentions = [...file.text.matchAll(/['"`](?:node:)?fs(?:\/promises)?['"`]|process\.binding/g)];
  const names = named
    .flatMap(([, list = '']) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(' ')[0] ?? '');
  return [...names.sort(), ...(mentions.length > named.length + typesOnly.length ? ['everything'] : [])];
};
