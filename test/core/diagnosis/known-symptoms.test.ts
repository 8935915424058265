import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchMessage } from '../../../electron/core/diagnosis/messages/match-message';
import { projectFolder } from '../../project-files';

/** What each row of docs/tools.md says that its tool prints; an ellipsis stands for whatever is named there. */
const symptoms = readFileSync(join(projectFolder, 'docs/tools.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, tool] = /\(`([\w-]+)`\) \|/.exec(line) ?? [];
    const cell = line.split(' | ')[3] ?? '';
    return tool === undefined ? [] : [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => ({ tool, text }));
  });

describe('each symptom of docs/tools.md', () => {
  it('is read from the page', () => {
    expect(symptoms.length).toBeGreaterThanOrEqual(50);
  });

  it.each(symptoms)('is known to the doctor: $tool, $text', ({ text }) => {
    expect(matchMessage(text.replaceAll('…', ' something '))).toMatchObject({ kind: 'recognised' });
  });

  it.each(symptoms)('is known as its tool’s where that is told: $tool, $text', ({ tool, text }) => {
    expect(matchMessage(text.replaceAll('…', ' something '), tool)).toMatchObject({ kind: 'recognised' });
  });
});
