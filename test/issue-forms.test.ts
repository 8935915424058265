import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectFolder } from './project-files';

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly validations?: { readonly required: boolean };
}

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly Field[];
}

const read = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');
const formNamed = (name: string): Form => parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`)) as Form;

/** https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const fieldTypes = ['markdown', 'textarea', 'input', 'dropdown', 'checkboxes'];

describe.each(['bug', 'feature'])('the form for a %s', (name) => {
  const { body, ...form } = formNamed(name);

  it('is one that GitHub shows: a name, a description, fields of its kinds, each with an id of its own', () => {
    expect([typeof form.name, typeof form.description]).toEqual(['string', 'string']);
    expect(body.filter(({ type }) => !fieldTypes.includes(type))).toEqual([]);
    const asking = body.filter(({ type }) => type !== 'markdown');
    expect(asking.filter(({ attributes }) => typeof attributes.label !== 'string')).toEqual([]);
    expect(new Set(asking.map(({ id }) => id ?? '')).size).toBe(asking.length);
  });
});

it('the form for a bug asks for the diagnostic, by the words of the buttons that make one', () => {
  const field = formNamed('bug').body.find(({ id }) => id === 'diagnostic');
  const asked = String(field?.attributes.description);
  const words = [...asked.matchAll(/“([^”]+)”/g)].map(([, word = '']) => word);
  const shown = read('renderer/views/settings/diagnostic-section.tsx');
  expect(field?.validations).toEqual({ required: true });
  expect(words).toEqual(['Export a Diagnostic…', 'Save…']);
  expect(words.filter((word) => !shown.includes(word))).toEqual([]);
});
