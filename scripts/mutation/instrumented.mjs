import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { projectFolder } from '../project-folder.mjs';

/** @typedef {{ id: string, file: string, line: number, column: number, kind: string, original: string, replacement: string }} Mutant */

/**
 * @param {readonly string[]} lines
 * @param {{ start: { line: number, column: number }, end: { line: number, column: number } }} location counted from 0
 */
const textAt = (lines, { start, end }) =>
  lines
    .slice(start.line, end.line + 1)
    .map((line, index) =>
      line.slice(index === 0 ? start.column : 0, index === end.line - start.line ? end.column : undefined),
    )
    .join('\n');

/** What the instrumenter does goes without saying. */
const silent = /** @type {ConstructorParameters<typeof Instrumenter>[0]} */ (new Proxy({}, { get: () => () => false }));

/**
 * The sources with every mutant in them, each behind a switch, by StrykerJS's instrumenter.
 * @param {readonly string[]} paths in the project
 * @returns {Promise<{ texts: ReadonlyMap<string, string>, mutants: readonly Mutant[] }>} `texts` by the absolute path
 */
export const instrumented = async (paths) => {
  const sources = new Map(
    paths.map((path) => [join(projectFolder, path), readFileSync(join(projectFolder, path), 'utf8')]),
  );
  const { files, mutants } = await new Instrumenter(silent).instrument(
    [...sources].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  return {
    texts: new Map(files.map(({ name, content }) => [name, content])),
    mutants: mutants.map(({ id, fileName, mutatorName, replacement, location }) => ({
      id,
      file: fileName.slice(projectFolder.length + 1),
      line: location.start.line + 1,
      column: location.start.column + 1,
      kind: mutatorName,
      original: textAt((sources.get(fileName) ?? '').split('\n'), location),
      replacement,
    })),
  };
};
