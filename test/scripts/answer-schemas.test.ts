import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verbs } from '../../electron/cli/verbs/verb-table';
import { answerSchemas } from '../../scripts/answer-schemas.mjs';
import { projectFolder } from '../../scripts/project-folder.mjs';

const schemas = answerSchemas();
const folder = join(projectFolder, 'docs/schema');

it('docs/schema is what the types of the command line say (node scripts/draw-schemas.mjs)', () => {
  const published = readdirSync(folder).map((name) => [
    name.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown,
  ]);
  expect(Object.fromEntries(published)).toEqual(schemas);
});

it('every command that takes --json has a schema, and no other', () => {
  const takesJson = Object.keys(verbs).filter((name) => verbs[name]?.switches.includes('json'));
  expect(Object.keys(schemas).sort()).toEqual(takesJson.sort());
});

it('has what nobody else says of a field: its docstring', () => {
  expect(schemas.tmux).toMatchObject({
    properties: { attachCommand: { description: expect.stringContaining('on the other computer') } },
  });
});
