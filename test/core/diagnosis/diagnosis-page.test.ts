import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causes } from '../../../electron/core/diagnosis/causes/causes';
import { checks } from '../../../electron/core/diagnosis/causes/checks';
import { cures } from '../../../electron/core/diagnosis/causes/cures';
import { checklist } from '../../../electron/core/diagnosis/checklist';
import { loginMethods } from '../../../electron/core/diagnosis/login-methods';
import { messages } from '../../../electron/core/diagnosis/messages/messages';
import { questions } from '../../../electron/core/diagnosis/questions';
import { symptoms } from '../../../electron/core/diagnosis/symptoms';
import { generalEntry, tree } from '../../../electron/core/diagnosis/tree';
import { diagnosisPage } from '../../../scripts/diagnosis-page.mjs';
import { projectFolder } from '../../project-files';

const data = { tree, generalEntry, questions, causes, cures, symptoms, messages, checks, checklist, loginMethods };
const page = diagnosisPage(data);

describe('docs/diagnosis.md', () => {
  it('is what the data says: run node scripts/draw-diagnosis.mjs after a change', () => {
    expect(readFileSync(join(projectFolder, 'docs/diagnosis.md'), 'utf8')).toBe(page);
  });

  it('draws each question, and a box for each cause that one names', () => {
    for (const id of Object.keys(tree)) expect(page).toContain(`  q-${id}{"`);
    const named = Object.values(tree).flatMap(({ yes }) => yes.causes);
    for (const cause of named) expect(page).toContain(`cause-${cause}["${causes[cause].title}"]`);
  });

  it('has nothing in a label that ends the label', () => {
    const labels = [...page.matchAll(/[[{(]"(.*)"[\]})]/g)].map(([, label = '']) => label);
    expect(labels.length).toBeGreaterThan(100);
    expect(labels.filter((label) => /["[\]{}]/.test(label))).toEqual([]);
  });

  it('draws no arrow to a box that is not there', () => {
    const drawing = page.slice(page.indexOf('```mermaid'), page.indexOf('## Symptoms'));
    const boxes = new Set([...drawing.matchAll(/([\w-]+)(?:\{"|\["|\(\[")/g)].map(([, id]) => id));
    const targets = [...drawing.matchAll(/--> ([\w-]+)/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(100);
    expect(targets.filter((id) => !boxes.has(id))).toEqual([]);
  });

  it('names each cure and each message', () => {
    for (const { title } of Object.values(cures)) expect(page).toContain(`| ${title} |`);
    for (const { texts } of messages) expect(page).toContain(`\`${texts[0]?.replaceAll('|', '\\|')}\``);
  });
});
