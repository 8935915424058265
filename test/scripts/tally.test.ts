import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/project-folder.mjs';
import { tallyOf } from '../../scripts/tally.mjs';
import { patience } from '../vitest/patience';
import { temporaryFolder } from './temporary-folder';

const vitest = join(projectFolder, 'node_modules', '.bin', 'vitest');
const reporter = join(projectFolder, 'test/vitest/tally-reporter.ts');

/** A project of these test files, with vitest's functions as globals since it lies where no package can be found. */
const startRun = (files: Readonly<Record<string, string>>) => {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'vitest.config.mjs'), 'export default { test: { globals: true, cache: false } };');
  const tallyFile = join(folder, 'tally.json');
  const child = spawn(vitest, ['run', '--root', folder, `--reporter=${reporter}`], {
    env: { ...process.env, LATCHKEY_TALLY_FILE: tallyFile, VITEST: undefined },
    detached: true,
    stdio: 'ignore',
  });
  const written = () => {
    try {
      return readFileSync(tallyFile, 'utf8');
    } catch {
      return '';
    }
  };
  return { child, tallyFile, written, ended: once(child, 'close') };
};

const hangs = "it('comes to no end', () => new Promise(() => setInterval(() => {}, 1000)), 3_600_000);";

describe('the tally of a run of vitest', () => {
  it(
    'says of a run that was killed what was running and what had failed by then',
    async () => {
      const { child, tallyFile, written, ended } = startRun({
        'one.test.js': `it('is right', () => {});
        it('is wrong', () => expect(1).toBe(2));
        it('is not possible here', (context) => context.skip('no reason to'));
        ${hangs}`,
      });
      await expect.poll(written, { timeout: patience(60_000), interval: 50 }).toContain('comes to no end');
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await ended;
      expect(tallyOf(tallyFile, 'not finished after 80 minutes')).toEqual({
        passed: 1,
        failed: [
          'one.test.js > is wrong',
          'one.test.js > comes to no end: was running when the run was ended',
          'vitest: not finished after 80 minutes',
        ],
        passedAtSecondTry: [],
        skipped: [{ name: 'one.test.js > is not possible here', reason: 'no reason to' }],
      });
    },
    patience(90_000),
  );

  it(
    'counts a run that came to its end, files that could not be run too',
    async () => {
      const { tallyFile, ended } = startRun({
        'one.test.js': "it('is right', () => {}); it.skip('is left out', () => {});",
        'two.test.js': "throw new Error('no');",
      });
      await ended;
      expect(tallyOf(tallyFile, 'exit code 1')).toEqual({
        passed: 1,
        failed: [
          "one.test.js > is left out: skipped without a reason (skip with context.skip('why'))",
          'two.test.js: could not be run',
        ],
        passedAtSecondTry: [],
        skipped: [],
      });
    },
    patience(90_000),
  );

  it(
    'names what passed at the second try only',
    async () => {
      const { tallyFile, ended } = startRun({
        'one.test.js': "let tries = 0; it('is right at last', { retry: 1 }, () => expect(++tries).toBe(2));",
      });
      await ended;
      expect(tallyOf(tallyFile, '')).toMatchObject({
        passed: 1,
        failed: [],
        passedAtSecondTry: ['one.test.js > is right at last'],
      });
    },
    patience(90_000),
  );

  it('says why there is none, and never takes a run that did not end well for one that did', () => {
    const file = join(temporaryFolder(), 'tally.json');
    expect(tallyOf(file, 'SIGSEGV').failed).toEqual(['vitest wrote no results: SIGSEGV']);
    writeFileSync(file, JSON.stringify({ passed: 3, failed: [], skipped: [], isComplete: true, running: [] }));
    expect(tallyOf(file, '').failed).toEqual([]);
    expect(tallyOf(file, 'exit code 1').failed).toEqual(['vitest: exit code 1']);
    writeFileSync(file, JSON.stringify({ passed: 3, failed: [], skipped: [], isComplete: false, running: [] }));
    expect(tallyOf(file, '').failed).toEqual(['vitest: it ended before its end']);
  });
});
