import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './project-files';

const pagesBelow = (folder: string): readonly string[] =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, ...name.split(sep)))
    .filter((path) => /\.(md|yml)$/.test(path));

/** What people read, by its path in the project. */
const documents: ReadonlyMap<string, string> = new Map(
  [
    ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
    ...[...pagesBelow('docs'), ...pagesBelow('.github/ISSUE_TEMPLATE')],
  ].map((path) => [path, readFileSync(join(projectFolder, path), 'utf8')]),
);

const isThere = (path: string): boolean => existsSync(join(projectFolder, path));

const withoutFences = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```/gm, '');

/** As GitHub makes them of headings: small letters, no punctuation, a hyphen for each space, a number where one comes again. */
const anchorsOf = (text: string): ReadonlySet<string> => {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutFences(text).matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const shown = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = shown.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
    let unique = anchor;
    for (let again = 1; anchors.has(unique); again += 1) unique = `${anchor}-${again}`;
    anchors.add(unique);
  }
  return anchors;
};

/** The targets of links and pictures, in Markdown and in HTML, also by reference; none of what is shown as code. */
const targetsIn = (text: string): readonly string[] => {
  const prose = withoutFences(text).replace(/`[^`\n]*`/g, '');
  const links = prose.matchAll(/\]\(\s*<?([^)\s>]+)|^ *\[[^\]]+\]: *<?([^\s>]+)|\b(?:href|src)="([^"]+)"/gm);
  return [...links].map(([, inline, reference, html]) => inline ?? reference ?? html ?? '');
};

/** Links to the web are left alone: no test uses the network. */
const brokenLinks = (page: string, text: string): readonly string[] =>
  targetsIn(text)
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
    .filter((target) => {
      const [file = '', anchor] = decodeURI(target).split('#');
      const path = file === '' ? page : posix.join(posix.dirname(page), file);
      if (file.startsWith('/') || path.startsWith('..') || !(path === page || isThere(path))) return true;
      const linked = path === page ? text : (documents.get(path) ?? '');
      return anchor !== undefined && !anchorsOf(linked).has(anchor);
    });

/** Files of the project that a document names as code, by their whole path, and that are not there. */
const missingFiles = (_page: string, text: string): readonly string[] =>
  [...withoutFences(text).matchAll(/`((?:electron|renderer|test|scripts|assets|docs|\.github)\/[\w./-]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !isThere(path));

/** The top folders that are on every Mac, and the one path of a web address. Any other is of the machine of whoever wrote it. */
const knownTops = new Set([
  ...['Applications', 'Library', 'System', 'Users', 'Volumes'],
  ...['bin', 'dev', 'etc', 'opt', 'private', 'sbin', 'usr', 'var', 'api'],
]);

const placesOfOneMachine = (_page: string, text: string): readonly string[] => {
  const folders = [...text.matchAll(/(?<![\p{L}\p{N}_.~:>)}\]/*…-])\/([\w.-]+)(?=\/)/gu)].filter(
    ([, top = '']) => !knownTops.has(top),
  );
  const hosts = text.matchAll(/\b(?:registry|artifactory|nexus|mirrors?|packages)\.[\w-]+\.[a-z]{2,}\b/gi);
  return [...folders, ...hosts].map((found) => found[0]);
};

/** What a look finds in all documents, each with where it stands. */
const inAll = (find: (page: string, text: string) => readonly string[]): readonly string[] =>
  [...documents].flatMap(([page, text]) => find(page, text).map((found) => `${page}: ${found}`));

describe('the documents', () => {
  it('link to files and headings that are there', () => {
    expect(inAll(brokenLinks)).toEqual([]);
  });

  it('name files of the project that are there', () => {
    expect(inAll(missingFiles)).toEqual([]);
  });

  it('name no folder of one machine and no package registry’s host', () => {
    expect(inAll(placesOfOneMachine)).toEqual([]);
  });

  it('are all led to: each decision from its index, the index from the architecture', () => {
    const decisions = pagesBelow('docs/decisions').filter((path) => !path.endsWith('/README.md'));
    const index = targetsIn(documents.get('docs/decisions/README.md') ?? '');
    expect(decisions.map((path) => posix.basename(path)).filter((name) => !index.includes(name))).toEqual([]);
    expect(targetsIn(documents.get('docs/architecture.md') ?? '')).toContain('decisions/README.md');
  });
});

describe('a document that somebody gets wrong', () => {
  const page = 'docs/wrong.md';

  it.each([
    ['to a file that is not there', '[a](no-such-page.md)'],
    ['by reference', '[a][1]\n\n[1]: no-such-page.md'],
    ['in HTML', '<img src="pictures/none.png">'],
    ['to a heading that another page does not have', '[a](security.md#no-such-heading)'],
    ['to a heading that it does not have itself', '# One\n\n[a](#two)'],
    ['to a heading that is there as code only', '[a](#two)\n\n```\n# two\n```'],
    ['out of the project', '[a](../../elsewhere.md)'],
    ['from the top of the disk', '[a](/README.md)'],
  ])('is found where it links %s', (_where, text) => {
    expect(brokenLinks(page, text)).toHaveLength(1);
  });

  it.each([
    ['a page beside it', '[a](security.md)'],
    ['a folder', '[a](decisions/)'],
    ['its own heading that comes twice', '## Who? What!\n## Who? What!\n\n[a](#who-what-1)'],
    ['the web', '[a](https://example.com/no.md#x)'],
    ['nothing, because it is code', '`[a](no.md)`\n\n```\n[a](no.md)\n```'],
  ])('is not found where it links to %s', (_where, text) => {
    expect(brokenLinks(page, text)).toEqual([]);
  });

  it('is found where it names a file that is not there, or a place of one machine', () => {
    expect(missingFiles(page, 'See `electron/no/such-file.ts`.')).toHaveLength(1);
    expect(placesOfOneMachine(page, 'It lies in /srv/somewhere/else.')).toEqual(['/srv']);
    expect(placesOfOneMachine(page, 'It comes from https://registry.example.com/x.')).toHaveLength(1);
  });
});
