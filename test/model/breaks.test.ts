import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../project-files';
import { breaks } from './breaks';

it.each(breaks)('$name: the text that would be broken stands there once', ({ file, text, instead }) => {
  const parts = readFileSync(join(projectFolder, file), 'utf8').split(text);
  expect(parts).toHaveLength(2);
  expect(instead).not.toBe(text);
});
