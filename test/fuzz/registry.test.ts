import { describe, expect, it } from 'vitest';
import { requestVerbs } from '../../electron/contract/verbs';
import { fileFormats } from '../../electron/tools/file-formats';
import { sourceFiles } from '../project-files';
import { textFunctions } from '../text-functions';
import { noReaders, parsers } from './registry';

const layers = ['core', 'contract', 'system', 'tools', 'monitor', 'shell', 'cli'].map((layer) => `electron/${layer}`);
const found = textFunctions(layers).map(({ name }) => name);
const known = parsers.map(({ name }) => name);
const explained = Object.values(noReaders).flat();

/** Each format is tried as a whole, and so is what it parses with. */
const insideFormats = sourceFiles('electron/tools').flatMap(({ text }) =>
  [...text.matchAll(/\bparse: (?:\([^)]*\) => )?(\w+)/g)].map(([, name = '']) => name),
);

describe('the list of parsers of foreign bytes', () => {
  it('has every function that begins with what somebody else may have written', () => {
    expect(found.length).toBeGreaterThan(150);
    const missing = found.filter((name) => ![...known, ...explained, ...insideFormats].includes(name));
    expect(missing).toEqual([]);
  });

  it('has every format of a tool’s file and every verb of the page', () => {
    expect(known).toEqual(expect.arrayContaining(fileFormats.map(({ name }) => `format ${name}`)));
    expect(known).toEqual(expect.arrayContaining(requestVerbs.map((verb) => `contract[${verb}]`)));
  });

  it('explains nothing away that is not there, or is tried', () => {
    expect(explained.filter((name) => !found.includes(name) || known.includes(name))).toEqual([]);
  });

  it('has each once, and something that each is given in earnest', () => {
    expect(new Set(known).size).toBe(known.length);
    expect(parsers.filter(({ samples }) => samples().length === 0).map(({ name }) => name)).toEqual([]);
  });
});
