import { expect, it } from 'vitest';
import { containing, sourceFiles } from './project-files';

it('no test waits for as long as somebody’s machine took: its waits go by the yardstick', () => {
  const tests = sourceFiles('test').filter(({ path }) => path !== 'test/waits.test.ts');
  expect(containing(tests, /\bvi\.waitFor\(/)).toEqual(['test/vitest/patience.ts']);
  // Where windows open and programs start; a poll without a limit of its own has the project's.
  const ofWindows = tests.filter(({ path }) => /^test\/(e2e|cli|shell-helper)\//.test(path));
  expect(ofWindows.length).toBeGreaterThan(50);
  expect(containing(ofWindows, /\btimeout: \d/)).toEqual([]);
});
