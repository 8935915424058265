import { type CauseId, causeIds, causes } from './causes/causes';
import { lockCauses } from './contradictions';
import type { Evidence, Grounds } from './diagnosis';
import type { DiagnosisFacts } from './facts';
import { evidenceOf } from './question';
import { symptoms } from './symptoms';
import type { Finding, Walk } from './walk';

export interface Candidate {
  readonly cause: CauseId;
  readonly grounds: Grounds;
  readonly evidence: readonly Evidence[];
}

export interface Ranking {
  readonly candidates: readonly Candidate[];
  /** One sentence where what was told and what was measured do not agree; null where they do. */
  readonly disagreement: string | null;
}

/** Beyond these a list of what it might be is no help. */
const mostTold = 3;

/** The lower, the earlier. */
const tiers = { proven: 0, askedHint: 1, told: 2, found: 3, generalTold: 4, symptom: 5, hint: 6 } as const;

/**
 * What to deal with first stands first:
 * what is proven and blocks everything or is what was asked about; a hint of what was asked about; what the message says;
 * whatever else is proven, which goes before a message that says little; what the symptom usually is; other hints. Among
 * equals what blocks the others goes first, and that is the order of the table of causes.
 *
 * @param out what was measured rules out, with the clause that does.
 */
export const rankCauses = (facts: DiagnosisFacts, walk: Walk, out: ReadonlyMap<CauseId, string>): Ranking => {
  const { message } = facts;
  const ofMessage = message?.kind === 'recognised' ? message.causes : [];
  const ofSymptom = facts.symptom === undefined ? [] : symptoms[facts.symptom].suspects;
  const askedAbout = new Set<CauseId>([...ofMessage, ...ofSymptom]);
  const isAskedAbout = (cause: CauseId) => askedAbout.size === 0 || askedAbout.has(cause);
  const toldTier = message?.kind === 'recognised' && message.level === 'general' ? tiers.generalTold : tiers.told;

  const ranked: { readonly candidate: Candidate; readonly tier: number; readonly place: number }[] = [];
  const add = (cause: CauseId, grounds: Grounds, evidence: readonly Evidence[], tier: number, place: number) => {
    ranked.push({ candidate: { cause, grounds, evidence }, tier, place });
  };

  const proof = message?.kind === 'recognised' && message.weight === 'proves' ? message.causes[0] : undefined;
  for (const { cause, weight, evidence } of walk.findings) {
    if (out.has(cause) || isBeside(cause, ofMessage)) continue;
    const isCertain = weight === 'certain' || cause === proof;
    const isFirst = isCertain && (causes[cause].blocksEverything || isAskedAbout(cause));
    const tier = isFirst
      ? tiers.proven
      : askedAbout.has(cause)
        ? tiers.askedHint
        : isCertain
          ? tiers.found
          : tiers.hint;
    const all = cause === proof ? [...evidence, messageProof] : evidence;
    add(cause, groundsOf(isCertain, evidence), all, tier, placeOf(cause, ofMessage[0]));
  }
  // Of another place than the one that was asked about: worth a word, and no answer.
  for (const { cause, evidence } of elsewhere(walk.findings, out)) add(cause, 'hint', evidence, tiers.hint, 0);
  const found = new Set(walk.findings.map(({ cause }) => cause));
  const isConfirmed = (suspects: readonly CauseId[]) =>
    ranked.some(({ candidate, tier }) => tier === tiers.proven && suspects.includes(candidate.cause));

  const isExact = message?.kind === 'recognised' && message.level === 'exact';
  const told = (suspects: readonly CauseId[], about: 'message' | 'symptom', tier: number) => {
    if (isConfirmed(suspects)) return;
    const isOpen = (cause: CauseId) =>
      !walk.refuted.has(cause) || neverRefuted.includes(cause) || (isExact && unseen.includes(cause));
    const open = suspects.filter((cause) => !found.has(cause) && isOpen(cause) && !out.has(cause));
    // Where facts speak against all of them, it may have been otherwise when the tool failed.
    const isAgainstAll = open.length === 0 && !suspects.some((cause) => found.has(cause));
    const left = isAgainstAll ? suspects.filter((cause) => !out.has(cause)).slice(0, 1) : open;
    for (const cause of left.slice(0, mostTold)) {
      const evidence = about === 'message' ? messageEvidence : symptomEvidence;
      found.add(cause);
      add(cause, 'told', [evidence], tier, suspects.indexOf(cause));
    }
  };
  if (proof !== undefined && !found.has(proof)) {
    found.add(proof);
    add(proof, 'told', [messageProof], tiers.proven, causeIds.indexOf(proof));
  } else if (proof === undefined) told(ofMessage, 'message', toldTier);
  told(ofSymptom, 'symptom', tiers.symptom);

  if (ranked.every(({ tier }) => tier === tiers.hint)) add('unexplained', 'hint', [], tiers.symptom, 0);
  const candidates = ranked
    .sort((one, other) => one.tier - other.tier || one.place - other.place)
    .map(({ candidate }) => candidate);
  return { candidates, disagreement: disagreementOf(ofMessage[0], proof, out) };
};

/** How a keychain will behave is no answer to a text that has nothing to do with its lock. */
const isBeside = (cause: CauseId, ofMessage: readonly CauseId[]): boolean =>
  (cause === 'next-login-locked' || cause === 'keychain-locks-itself') &&
  ofMessage.length > 0 &&
  !ofMessage.some((one) => lockCauses.includes(one));

/** What only another shell has is not seen from here. */
const unseen: readonly CauseId[] = ['variable-overrules', 'several-variables'];

/** Nobody sees an item’s list, nor every helper: that none was found missing proves nothing. */
const neverRefuted: readonly CauseId[] = ['keychain-access-denied', 'credential-helper-missing'];

/** Found in other sessions than the one in which it was printed. */
const elsewhere = (findings: readonly Finding[], out: ReadonlyMap<CauseId, string>): readonly Finding[] =>
  findings.filter(({ cause }) => out.has(cause) && causes[cause].kind === 'session' && cause !== 'next-login-locked');

const disagreementOf = (
  named: CauseId | undefined,
  proof: CauseId | undefined,
  out: ReadonlyMap<CauseId, string>,
): string | null => {
  const clause = named === undefined || proof !== undefined ? undefined : out.get(named);
  if (named === undefined || clause === undefined) return null;
  return `The message reads like “${causes[named].title}”, and what was measured speaks against it: ${clause}.`;
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
