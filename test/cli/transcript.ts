import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { projectFolder } from '../project-files';
import type { SimulatedMac } from '../simulator/simulated-mac';
import { type RunningLatchkey, startLatchkey } from './run-latchkey';

export interface Typing {
  /** What happens meanwhile: a dialog is answered, Ctrl-C is pressed. */
  readonly during?: (running: RunningLatchkey) => Promise<unknown>;
  /** Left out: at the desktop. */
  readonly session?: string;
  /** What differs from one machine to the next. */
  readonly hidden?: RegExp;
  /** How much of the answer is shown; left out: all. */
  readonly mostLines?: number;
}

/** A person at a terminal: what is typed, and all that it says, as it stands on a page. */
export interface Transcript {
  says(text: string): void;
  types(line: string, typing?: Typing): Promise<number | null>;
  /** Compares it with the first block of the page, or draws that anew where LATCHKEY_WRITE_TRANSCRIPT is set. */
  isOn(page: string): void;
}

const block = /```\n([\s\S]*?)```/;

export const transcriptOf = (mac: Pick<SimulatedMac, 'environment'>): Transcript => {
  const lines: string[] = [];
  return {
    says: (text) => lines.push(text),
    async types(line, { during, session, hidden, mostLines = Number.POSITIVE_INFINITY } = {}) {
      const environment = { ...mac.environment(session), TZ: 'Europe/Berlin', SHELL: '/bin/zsh' };
      const running = startLatchkey({ environment: () => environment }, line.split(' ').slice(1));
      await during?.(running);
      const { code, stdout, stderr } = await running.ended;
      const answer = `${stdout}${stderr}`.trimEnd();
      const said = (hidden === undefined ? answer : answer.replace(hidden, '…')).split('\n');
      lines.push(`$ ${line}`, ...said.slice(0, mostLines), ...(said.length > mostLines ? ['…'] : []));
      lines.push(...(code === 0 ? [] : [`(exit code ${code})`]), '');
      return code;
    },
    isOn(name) {
      const page = join(projectFolder, name);
      const text = `${lines.join('\n')}\n`;
      if (process.env.LATCHKEY_WRITE_TRANSCRIPT) {
        const drawn = readFileSync(page, 'utf8').replace(block, () => `\`\`\`\n${text}\`\`\``);
        writeFileSync(page, drawn);
      }
      expect(block.exec(readFileSync(page, 'utf8'))?.[1]).toBe(text);
    },
  };
};
