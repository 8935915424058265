// `npm run mutate [-- FOLDER-OR-FILE …]`: breaks the code in one place after the other and looks whether a test notices. Never part of `npm test`.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { instrumented } from './mutation/instrumented.mjs';
import { tested } from './mutation/tested.mjs';
import { projectFolder } from './project-folder.mjs';

/** @param {string} path in the project, of a file or a folder @returns {string[]} */
const filesAt = (path) =>
  statSync(join(projectFolder, path)).isFile()
    ? [path]
    : readdirSync(join(projectFolder, path), { recursive: true, encoding: 'utf8' }).map((name) => `${path}/${name}`);

/** @param {string} path */
const textOf = (path) => readFileSync(join(projectFolder, path), 'utf8');

/** What a door to the system is made of. A file of `system` that has none of it reads a text or decides something. */
const partOfDoor = /from 'node:|from 'koffi'|\bawait /;

/** @param {string} path */
const isPure = (path) => path.endsWith('.ts') && (path.startsWith('electron/core/') || !partOfDoor.test(textOf(path)));

/** @param {string} path @returns {readonly string[]} the project's files that it imports */
const importedBy = (path) =>
  [...textOf(path).matchAll(/ from '(\.[^']*)'/g)].map(
    ([, name = '']) => posix.join(posix.dirname(path), name) + (posix.extname(name) === '' ? '.ts' : ''),
  );

/** @param {string} path @param {Set<string>} [reached] @returns {ReadonlySet<string>} it and the tests' own files that it loads */
const ownFilesOf = (path, reached = new Set()) => {
  if (reached.has(path)) return reached;
  reached.add(path);
  for (const target of importedBy(path)) if (/^test\/.*\.ts$/.test(target)) ownFilesOf(target, reached);
  return reached;
};

/** What starts a program, exchanges modules or measures is too dear to be run for each mutant. */
const isDear = /node:child_process|vi\.(?:do)?[mM]ock\(|process\.cpuUsage\(/;

/** @param {string} path */
const isCheapTest = (path) =>
  path.endsWith('.test.ts') &&
  [...ownFilesOf(path)].every((file) => !file.startsWith('test/simulator/') && !isDear.test(textOf(file)));

/**
 * The tests that concern these sources: of the same folder, which come first, and whatever else imports one of them.
 * @param {string} folder
 * @param {readonly string[]} sources
 */
const testsFor = (folder, sources) => {
  const [, layer = ''] = folder.split('/');
  const own = folder.replace(/^electron/, 'test');
  const isOwn = (/** @type {string} */ path) => dirname(path) === own;
  return filesAt(`test/${layer}`)
    .filter(isCheapTest)
    .filter((path) => isOwn(path) || importedBy(path).some((target) => sources.includes(target)))
    .sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)) || (one < other ? -1 : 1));
};

/** @param {string} folder @param {readonly string[]} sources */
const mutate = async (folder, sources) => {
  const { texts, mutants } = await instrumented(sources);
  const stem = join(projectFolder, '.cache/mutate', folder.replaceAll('/', '-'));
  mkdirSync(dirname(stem), { recursive: true });
  writeFileSync(`${stem}.json`, JSON.stringify(mutants));
  const { results, seconds } = await tested(texts, testsFor(folder, sources), `${stem}.jsonl`);
  const wrong = results.flatMap((one) => (one.kind === 'wrong-unbroken' ? [one.file] : []));
  if (wrong.length > 0) console.log(`not counted, for they fail as it is: ${wrong.join(', ')}`);

  const begun = results.flatMap((one) => (one.kind === 'begun' ? [one] : []));
  const ended = new Set(
    results.flatMap((one) => ('mutant' in one && one.kind !== 'begun' ? [`${one.mutant} ${one.file}`] : [])),
  );
  const reached = new Set(begun.map(({ mutant }) => mutant));
  const killed = new Set([
    ...results.flatMap((one) => (one.kind === 'killed' ? [one.mutant] : [])),
    ...begun.flatMap(({ mutant, file }) => (ended.has(`${mutant} ${file}`) ? [] : [mutant])),
  ]);
  const alive = mutants.filter(({ id }) => !killed.has(id));
  const lines = alive.map(
    ({ id, file, line, column, kind, original, replacement }) =>
      `${file}:${line}:${column} ${kind}${reached.has(id) ? '' : ' (no test reaches it)'}\n  - ${original}\n  + ${replacement}`,
  );
  writeFileSync(`${stem}.txt`, `${lines.join('\n')}\n`);
  const unreached = alive.filter(({ id }) => !reached.has(id)).length;
  const score = ((100 * killed.size) / mutants.length).toFixed(1);
  const cells = [
    `\`${folder}\``,
    mutants.length,
    killed.size,
    alive.length - unreached,
    unreached,
    `${score} %`,
    `${seconds} s`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
};

/** The folders of `system` whose parsers have tests without a Mac. */
const withParsers = ['keychain', 'machine', 'processes', 'sessions'].map((name) => `electron/system/${name}`);
const asked = process.argv.slice(2).map((path) => path.replace(/\/+$/, ''));
const wanted = asked.length > 0 ? asked : ['electron/core', ...withParsers];
/** @type {Map<string, string[]>} */
const byFolder = new Map();
// A file that is named is broken whatever is in it.
for (const path of wanted.flatMap((one) =>
  filesAt(one)
    .filter((file) => file === one || isPure(file))
    .sort(),
))
  byFolder.set(dirname(path), [...(byFolder.get(dirname(path)) ?? []), path]);
console.log('| folder | mutants | killed | survived | reached by no test | score | time |');
console.log('|---|---|---|---|---|---|---|');
for (const [folder, sources] of byFolder) await mutate(folder, sources);
console.log('What lives is listed in .cache/mutate.');
