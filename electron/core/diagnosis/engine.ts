import { causes } from './causes/causes';
import { ruledOut } from './contradictions';
import { stepsFor } from './cure-steps';
import type { Diagnosis, RankedCause } from './diagnosis';
import type { DiagnosisFacts } from './facts';
import type { MessageFact, MessageVerdict } from './messages/message';
import { aboutWriter, namedEvidence, sentenceWithKeychain } from './named-evidence';
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
  const walk = walkTree(context, facts.symptom ?? generalEntry);
  const { candidates, disagreement } = rankCauses(facts, walk, ruledOut(context));
  const ranked = candidates.map(({ cause, grounds, evidence }): RankedCause => {
    const { kind, title, sentence, mistake } = causes[cause];
    const all = [...evidence, ...namedEvidence(cause, facts)];
    const named = `${sentenceWithKeychain(cause, sentence, context)}${aboutWriter(cause, context)}`;
    const told = { id: cause, kind, title, sentence: named, ...(mistake === undefined ? {} : { mistake }) };
    return { ...told, grounds, evidence: all, cures: stepsFor(cause, context) };
  });
  const diagnosis = {
    schemaVersion: 1,
    causes: ranked,
    message: facts.message === undefined ? null : messageVerdict(facts.message),
    disagreement,
    symptom: facts.symptom === undefined ? null : { id: facts.symptom, title: symptoms[facts.symptom].title },
    tool: facts.tool ?? null,
    notMeasured: walk.notMeasured,
  } as const;
  return { ...diagnosis, summary: summarize(diagnosis) };
};

/** Those that print the message, among them the tool that was named; else that one; else all. */
const toolsOf = ({ tool, message }: DiagnosisFacts): readonly string[] | null => {
  const printing = message?.kind === 'recognised' ? message.tools : [];
  if (tool !== undefined && (printing.length === 0 || printing.includes(tool))) return [tool];
  return printing.length > 0 ? printing : null;
};

/** What is shown of a recognised text; of an unknown one, that it is unknown. */
const messageVerdict = (fact: MessageFact): MessageVerdict => {
  if (fact.kind === 'unknown') {
    return {
      kind: 'unknown',
      sentence: 'Latchkey does not know this message; it asked the general questions instead.',
    };
  }
  const { kind, id, tools, meaning, severity, howToTell } = fact;
  return { kind, id, tools, meaning, severity, howToTell };
};
