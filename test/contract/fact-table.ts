import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MacFact } from './mac-facts';

export interface MeasuredFact extends MacFact {
  readonly measured: string;
}

/** Whether a Mac does what is told of it. An open question is answered by whatever it measured. */
export const isAsTold = ({ told }: MacFact, measured: string): boolean => told?.test(measured) ?? true;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** @param where what it was measured on */
export const formatFacts = (where: string, facts: readonly MeasuredFact[]): string =>
  [
    `# What ${where} measured`,
    '',
    '| § | grade | fact | measured | as told |',
    '|---|---|---|---|---|',
    ...facts.map((one) => {
      const verdict = one.told === null ? 'open' : isAsTold(one, one.measured) ? 'yes' : '**no**';
      return `| ${[one.section, one.grade, one.fact, `\`${one.measured}\``, verdict].map(cell).join(' | ')} |`;
    }),
    '',
  ].join('\n');

/** Leaves the table in the folder that LATCHKEY_MEASURED names; without one nobody asked for it. */
export const keepFacts = (name: string, table: string): void => {
  const folder = process.env.LATCHKEY_MEASURED;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.md`), table);
};
