import { type CauseId, causeIds, causes } from './causes';
import type { Evidence, Grounds } from './diagnosis';
import type { DiagnosisFacts } from './facts';
import { evidenceOf } from './question';
import { symptoms } from './symptoms';
import type { Walk } from './walk';

export interface Candidate {
  readonly cause: CauseId;
  readonly grounds: Grounds;
  readonly evidence: readonly Evidence[];
}

/** Beyond these a list of what it might be is no help. */
const mostTold = 3;

/**
 * What to deal with first stands first:
 * what is proven and blocks everything or is what was asked about; a hint of what was asked about; what the message says;
 * whatever else is proven; what the symptom usually is; other hints. Among equals what blocks the others goes first, and
 * that is the order of the table of causes.
 */
export const rankCauses = (facts: DiagnosisFacts, walk: Walk): readonly Candidate[] => {
  const { message } = facts;
  const ofMessage = message?.kind === 'recognised' ? message.causes : [];
  const ofSymptom = facts.symptom === undefined ? [] : symptoms[facts.symptom].suspects;
  const askedAbout = new Set<CauseId>([...ofMessage, ...ofSymptom]);
  const isAskedAbout = (cause: CauseId) => askedAbout.size === 0 || askedAbout.has(cause);

  const ranked: { readonly candidate: Candidate; readonly tier: number; readonly place: number }[] = [];
  const add = (cause: CauseId, grounds: Grounds, evidence: readonly Evidence[], tier: number, place: number) => {
    ranked.push({ candidate: { cause, grounds, evidence }, tier, place });
  };

  const proof = message?.kind === 'recognised' && message.weight === 'proves' ? message.causes[0] : undefined;
  for (const { cause, weight, evidence } of walk.findings) {
    const isCertain = weight === 'certain' || cause === proof;
    const isFirst = isCertain && (causes[cause].blocksEverything || isAskedAbout(cause));
    const tier = isFirst ? 0 : askedAbout.has(cause) ? 1 : isCertain ? 3 : 5;
    const all = cause === proof ? [...evidence, messageProof] : evidence;
    add(cause, groundsOf(isCertain, evidence), all, tier, placeOf(cause, ofMessage[0]));
  }
  const found = new Set(walk.findings.map(({ cause }) => cause));
  const isConfirmed = (suspects: readonly CauseId[]) =>
    ranked.some(({ candidate, tier }) => tier === 0 && suspects.includes(candidate.cause));

  const told = (suspects: readonly CauseId[], about: 'message' | 'symptom', tier: number) => {
    if (isConfirmed(suspects)) return;
    const open = suspects.filter((cause) => !found.has(cause) && !walk.refuted.has(cause));
    // Where facts speak against all of them, it may have been otherwise when the tool failed.
    const left = open.length === 0 && !suspects.some((cause) => found.has(cause)) ? suspects.slice(0, 1) : open;
    for (const cause of left.slice(0, mostTold)) {
      const evidence = about === 'message' ? messageEvidence : symptomEvidence;
      found.add(cause);
      add(cause, 'told', [evidence], tier, suspects.indexOf(cause));
    }
  };
  if (proof !== undefined && !found.has(proof)) {
    found.add(proof);
    add(proof, 'told', [messageProof], 0, causeIds.indexOf(proof));
  } else if (proof === undefined) told(ofMessage, 'message', 2);
  told(ofSymptom, 'symptom', 4);

  if (ranked.every(({ tier }) => tier === 5)) add('unexplained', 'hint', [], 4, 0);
  return ranked
    .sort((one, other) => one.tier - other.tier || one.place - other.place)
    .map(({ candidate }) => candidate);
};

/** Of what is wrong with a token, the message's own word for it goes first. */
const placeOf = (cause: CauseId, named: CauseId | undefined): number =>
  cause === named && causes[cause].kind === 'token' ? firstTokenPlace : causeIds.indexOf(cause);

const firstTokenPlace = causeIds.findIndex((id) => causes[id].kind === 'token') - 0.5;

const messageProof = evidenceOf('message', 'told', 'the message itself says so');
const messageEvidence = evidenceOf('message', 'told', 'the message points to it; nobody has measured it');
const symptomEvidence = evidenceOf('symptom', 'told', 'what you see often comes from it; nobody has measured it');

const groundsOf = (isCertain: boolean, evidence: readonly Evidence[]): Grounds => {
  if (!isCertain) return 'hint';
  return evidence.some(({ basis }) => basis === 'measured') ? 'measured' : 'inferred';
};
