import { join } from 'node:path';
import { runnerImport } from 'vite';
import { projectFolder } from '../project-files';
import { type Break, breaks } from './breaks';
import type { Walked } from './walks';

type WalkFrom = (seed: number, wantedSteps: number, shrinkForMs?: number) => Promise<Walked>;

/** The walk over a product of which one piece of text is another one. */
const walkOver = async ({ file, text, instead }: Break): Promise<WalkFrom> => {
  const broken = join(projectFolder, file);
  let isBroken = false;
  const plugin = {
    name: 'break-one-thing',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (id !== broken) return null;
      isBroken = code.includes(text);
      return code.replace(text, () => instead);
    },
  };
  const { module } = await runnerImport<{ readonly walkFrom: WalkFrom }>(join(projectFolder, 'test/model/walks.ts'), {
    configFile: false,
    plugins: [plugin],
  });
  if (!isBroken) throw new Error(`${file} has no ${JSON.stringify(text)}.`);
  return module.walkFrom;
};

/** Breaks the code in one place after the other: what the walk does not find is a failure. */
export const soak = {
  columns: ['broken', 'found', 'after steps'],
  async *rows(wanted: number, seed: number, part: string) {
    for (const one of breaks.filter(({ name }) => name.includes(part))) {
      const walkFrom = await walkOver(one);
      const walked = await walkFrom(seed, wanted, 0);
      const isFound = walked.failure !== null;
      const failure = isFound ? null : `Not found in ${walked.steps} steps from seed ${seed}: ${one.name}`;
      yield { cells: [one.name, isFound ? 'yes' : 'no', walked.steps], failure };
    }
  },
};
