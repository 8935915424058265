import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../electron/cli/arguments';
import { projectFolder } from '../project-files';
import { startAppWithoutWindows } from './app-double';
import { createDeskMac } from './desk-mac';
import { deskScenario } from './desk-scenario';
import { commandsIn, documentedCommands } from './docs-commands';
import { runLatchkey } from './run-latchkey';

const all = documentedCommands();
const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)].sort();
const ofProgram = (name: string) => all.filter(({ words }) => words[0] === name);

/** A synopsis: something may be left out, chosen or put in. */
const isSynopsis = (words: readonly string[]): boolean => words.some((word) => /[[\]|]|^[A-Z]{2,}\b|…/.test(word));

/** What a synopsis allows at least: without what may be left out, the first of what can be chosen. */
const leastOf = (words: readonly string[]): readonly string[] =>
  words
    .join(' ')
    .replace(/\[[^\]]*\]/g, '')
    // Another option in the place of the one word.
    .replace(/\|--.*$/, '')
    .split(' | ')[0]
    ?.trim()
    .split(/\s+/)
    // What follows a choice and is one itself is a part of the same: `4h|until 18:30|tonight`.
    .filter((word, index, list) => !(word.includes('|') && list[index - 1]?.includes('|')))
    .map((word) => word.split('|')[0] ?? word) ?? [];

const typed = unique(
  ofProgram('latchkey')
    .filter(({ words }) => !isSynopsis(words))
    .map(({ words }) => words.join(' ')),
);
const synopses = unique(
  ofProgram('latchkey')
    .filter(({ words }) => isSynopsis(words))
    .map(({ words }) => words.join(' ')),
);

/** Named in a sentence, where what has to follow is said elsewhere. */
const verbsAlone = ['latchkey set', 'latchkey run'];

/** Understood here, and not run: each with the reason. */
const notRun: Readonly<Record<string, string>> = {
  'latchkey run -- claude': 'ends as claude does (test/cli/run.test.ts)',
  'latchkey unlock': 'waits for a person at the dialog (test/cli/act.test.ts)',
  'latchkey watch': 'ends with Ctrl-C only (test/cli/status.test.ts)',
  'latchkey check-apps': 'writes into a keyring, which is another test’s own (test/cli/check-apps.test.ts)',
};

describe('each command of latchkey that a document shows', () => {
  it('is found, in fences and in sentences', () => {
    const text = 'Type `latchkey a`.\n\n```\n$ latchkey b c   explained\nlatchkey d # why\n  not latchkey\n```\n';
    expect(commandsIn('page', text).map(({ words }) => words.join(' '))).toEqual([
      'latchkey b c',
      'latchkey d',
      'latchkey a',
    ]);
    expect(typed.length).toBeGreaterThan(15);
    expect(synopses.length).toBeGreaterThan(5);
  });

  it('is understood', () => {
    const wrong = typed.filter((line) => !verbsAlone.includes(line) && !parseCommand(line.split(' ').slice(1)).ok);
    expect(wrong).toEqual([]);
  });

  it.each(synopses)('is understood in its shortest form: %s', (synopsis) => {
    expect(parseCommand(leastOf(synopsis.split(' ')).slice(1))).toMatchObject({ ok: true });
  });

  it('is run, or is named with why it is not', () => {
    expect(Object.keys(notRun).filter((line) => !typed.includes(line))).toEqual([]);
  });

  it.each(typed.filter((line) => !(line in notRun) && !verbsAlone.includes(line)))('runs: %s', async (line) => {
    const mac = await createDeskMac(deskScenario(true, { remoteLogin: true }));
    // What it hands over, the app keeps.
    if (line.startsWith('latchkey hold')) await startAppWithoutWindows(mac);
    const { code, stdout, stderr } = await runLatchkey(mac, line.split(' ').slice(1), undefined, '');
    expect([0, 1, 2], `${line}: ${stderr}`).toContain(code);
    expect(`${stdout}${stderr}`).not.toBe('');
  });
});

/** Commands of the project itself that no test of this one runs, each with the reason. */
const notRunOfProject: Readonly<Record<string, string>> = {
  'npm start': 'opens the app (test/e2e)',
  'npm test': 'this is a part of it',
  'npm run check': 'a part of npm test',
  'npm run build': 'before every project of tests (test/vitest/build-first.ts)',
  'npm run format': 'changes the sources',
  'npm run package': 'takes minutes (test/packaging runs its steps)',
  'npm run bench': 'measures, which needs a quiet machine',
  'npm run soak': 'walks for as long as is wanted (test/model walks some of it)',
  'npm run mutate': 'breaks the code, thousands of times',
  'npm run test:packaged-command': 'a part of npm test',
  'npm run simulate': 'test/simulator/tests/simulate-command.test.ts',
  'npx vitest': 'this is one',
  'node scripts/draw-baselines.mjs': 'changes the pictures that are compared',
  'node scripts/draw-pictures.mjs': 'changes the pictures of the README',
  'node scripts/draw-schemas.mjs': 'changes what test/scripts/answer-schemas.test.ts compares',
  'node scripts/draw-diagnosis.mjs': 'changes a page that test/core/diagnosis/diagnosis-page.test.ts compares',
  'node dist/simulator/tool.cjs': 'test/simulator/tests/simulate-command.test.ts',
};

describe('each command of the project that a document shows', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { scripts: object };
  const ofProject = all.filter(({ words }) => words[0] !== 'latchkey');
  /** `npm run --silent simulate -- …` is `npm run simulate`. */
  const headOf = (words: readonly string[]): string =>
    words
      .filter((word) => word !== '--silent')
      .slice(0, words[1] === 'run' ? 3 : 2)
      .join(' ');

  it('names a script or a file that is there', () => {
    const missing = ofProject.filter(({ words }) => {
      const [program, first = '', ...rest] = words;
      if (program === 'npm')
        return !((first === 'run' ? (rest.find((word) => !word.startsWith('-')) ?? '') : first) in scripts);
      return program === 'node' && !existsSync(join(projectFolder, first));
    });
    expect(missing.map(({ page, line }) => `${page}: ${line}`)).toEqual([]);
  });

  it('is run here, or is named with why it is not', () => {
    const heads = unique(ofProject.map(({ words }) => headOf(words)));
    expect(heads.filter((head) => !(head in notRunOfProject))).toEqual(['npm run release']);
  });

  it('runs: npm run release -- --dry-run', () => {
    const words = unique(
      ofProject.filter(({ words }) => words.includes('release')).map(({ words }) => words.join(' ')),
    );
    expect(words).toEqual(['npm run release -- --dry-run']);
    const run = spawnSync('npm', ['run', '--silent', 'release', '--', '--dry-run'], {
      cwd: projectFolder,
      encoding: 'utf8',
    });
    expect([run.status, run.stdout.includes('Nothing was done.')]).toEqual([0, true]);
  });
});
