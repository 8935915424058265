import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { projectFolder } from '../project-files';

/** A command that a document tells people to type, and where. */
export interface DocumentedCommand {
  readonly page: string;
  readonly words: readonly string[];
  /** As it stands there. */
  readonly line: string;
}

const pages: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync(join(projectFolder, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join('docs', ...name.split(sep)))
    // What a test has typed, mistakes among it: every-command.test.ts.
    .filter((path) => path.endsWith('.md') && path !== 'docs/every-command.md'),
];

/** What a line begins with that somebody can type. */
const programs = /^(?:npm (?:start|test|run )|npx |node |latchkey(?: |$))/;

const wordsOf = (line: string): readonly string[] =>
  (line.replace(/\s+#.*$/, '').match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));

/** Code that is a command: lines of fenced blocks, a prompt before them or not, and what stands in a sentence as code. */
export const commandsIn = (page: string, text: string): readonly DocumentedCommand[] => {
  const fenced = [...text.matchAll(/^ *```[a-z]*\n([\s\S]*?)^ *```/gm)].flatMap(([, block = '']) =>
    block.split('\n').map((line) => line.replace(/^\s*\$ /, '').trim()),
  );
  const inline = [...text.replace(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return (
    [...fenced, ...inline]
      .filter((line) => programs.test(line))
      // Columns of a help text: what follows two spaces explains.
      .map((line) => ({ page, line, words: wordsOf(line.split(/\s{2,}/)[0] ?? '') }))
  );
};

/** All commands of all documents. */
export const documentedCommands = (): readonly DocumentedCommand[] =>
  pages.flatMap((page) => commandsIn(page, readFileSync(join(projectFolder, page), 'utf8')));
