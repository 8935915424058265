import { expect, it } from 'vitest';
import { asClause, capitalised, midSentence } from '../../../electron/core/text/mid-sentence';

it.each([
  ['The disk is full', 'the disk is full'],
  ['Editor server', 'editor server'],
  ['SSH login', 'SSH login'],
  ['Claude Code is not the newest', 'Claude Code is not the newest'],
  ['codesign may not use the key', 'codesign may not use the key'],
  ['The Claude login', 'the Claude login'],
  ['', ''],
])('a title within a sentence: %s', (title, within) => {
  expect(midSentence(title)).toBe(within);
});

it.each([
  ['The disk is full.', 'the disk is full', 'The disk is full.'],
  ['another one', 'another one', 'Another one'],
  ['', '', ''],
])('a sentence as a clause, and a clause that begins one: %s', (text, clause, beginning) => {
  expect(asClause(text)).toBe(clause);
  expect(capitalised(text)).toBe(beginning);
});
