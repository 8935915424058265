import type { LocalProgramFact } from './facts';
import type { LocalProgramId } from './messages/local-programs';
import { aboutFact, isConcerned, type Question, type Trouble } from './question';

/** Engines that can stand in for one another. */
const engines: readonly LocalProgramId[] = ['docker-desktop', 'orbstack', 'colima', 'rancher-desktop', 'podman'];

export const programQuestions = {
  'local-program-down': aboutFact(
    'localPrograms',
    'Is the program of this Mac that the message names not running?',
    (programs, { facts: { message } }): Trouble | null => {
      const named = message?.kind === 'recognised' ? message.program : undefined;
      const wanted = named === 'docker-engine' ? engines : named === undefined ? [] : [named];
      const own = programs.filter(({ id }) => wanted.includes(id));
      if (own.length === 0 || own.some(({ isRunning }) => isRunning)) return null;
      return { says: [...own.map(stateOf), ...othersOf(programs, wanted)] };
    },
  ),
  'docker-helper-missing': aboutFact(
    'dockerHelper',
    'Is the helper that Docker’s configuration names not found?',
    (helper, context): Trouble | null => {
      if (helper === null || helper.isFound || !isConcerned(context, 'docker')) return null;
      const { name, path, hasOsxkeychain } = helper;
      const instead = hasOsxkeychain ? ['docker-credential-osxkeychain is there and can serve instead'] : [];
      return {
        says: [`${path} names docker-credential-${name}, which is not found`, ...instead],
        weight: context.tools === null ? 'hint' : 'certain',
      };
    },
  ),
} as const satisfies Readonly<Record<string, Question>>;

const stateOf = ({ name, isHere }: LocalProgramFact): string =>
  isHere ? `${name} is on this Mac and does not run` : `${name} is not on this Mac`;

/** What runs beside it and does the same. */
const othersOf = (programs: readonly LocalProgramFact[], wanted: readonly LocalProgramId[]): readonly string[] =>
  wanted.some((id) => engines.includes(id))
    ? programs
        .filter(({ id, isRunning }) => isRunning && engines.includes(id) && !wanted.includes(id))
        .map(({ name }) => `${name} runs and can serve instead`)
    : [];
