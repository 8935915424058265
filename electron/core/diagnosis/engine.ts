import { causes } from './causes';
import { stepsFor } from './cure-steps';
import type { Diagnosis, RankedCause } from './diagnosis';
import type { DiagnosisFacts } from './facts';
import { messageVerdict } from './messages/message-verdict';
import type { Context } from './question';
import { rankCauses } from './rank';
import { summarize } from './summarize';
import { symptoms } from './symptoms';
import { generalEntry } from './tree';
import { walkTree } from './walk';

/**
 * From facts to ranked causes with their grounds and what to do. It never comes back empty: what nothing explains is said
 * to be unexplained.
 */
export const diagnose = (facts: DiagnosisFacts): Diagnosis => {
  const context: Context = { facts, tools: toolsOf(facts) };
  const walk = walkTree(context, facts.symptom === undefined ? generalEntry : symptoms[facts.symptom].entry);
  const ranked = rankCauses(facts, walk).map(({ cause, grounds, evidence }): RankedCause => {
    const { kind, title, sentence } = causes[cause];
    return { id: cause, kind, title, sentence, grounds, evidence, cures: stepsFor(cause, context) };
  });
  const diagnosis = {
    schemaVersion: 1,
    causes: ranked,
    message: facts.message === undefined ? null : messageVerdict(facts.message),
    symptom: facts.symptom === undefined ? null : { id: facts.symptom, title: symptoms[facts.symptom].title },
    tool: facts.tool ?? null,
    notMeasured: walk.notMeasured,
  } as const;
  return { ...diagnosis, summary: summarize(diagnosis) };
};

/** The tool that was named; else those that print the message; else all. */
const toolsOf = ({ tool, message }: DiagnosisFacts): readonly string[] | null => {
  if (tool !== undefined) return [tool];
  return message?.kind === 'recognised' && message.tools.length > 0 ? message.tools : null;
};
