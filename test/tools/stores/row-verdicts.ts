import type { RowId } from '../../../electron/tools/rows/tool-rows';
import { rowCreator } from '../row-creator';
import type { Configuration } from '../tool-on-mac';
import type { Fate, StoreRow, StoreTable } from './store-row';

/** What is told, what becomes of it in the three places, what it prints where it cannot get at its login, when it ends. */
type Verdict = readonly [told: string, fate: 'kept' | 'breaks' | 'untold', symptom: string | null, expiry?: string];

const fates: Readonly<Record<Verdict[1], readonly [Fate, Fate, Fate]>> = {
  kept: ['kept', 'kept', 'kept'],
  breaks: ['kept', 'lost', 'lost'],
  untold: ['untold', 'untold', 'untold'],
};

const named = (account: string | undefined, told: string) => (account === undefined ? told : `${account}: ${told}`);

export const absent: Verdict = ['none unknown unknown', 'kept', null];
export const signedOut = (symptom: string | null): Verdict => ['none unknown signed-out', 'kept', symptom];
export const breaks = (symptom: string, account?: string): Verdict => [
  named(account, 'login-keychain breaks unknown'),
  'breaks',
  symptom,
];
export const either = (symptom: string, account?: string): Verdict => [
  named(account, 'login-keychain unknown unknown'),
  'untold',
  symptom,
];
export const survives = (symptom: string | null, account?: string): Verdict => [
  named(account, 'file survives unknown'),
  'kept',
  symptom,
];
/** With an end, and a status that goes with it. */
export const survivesUntil = (symptom: string | null, status: string, expiry: string, account?: string): Verdict => [
  named(account, `file survives ${status}`),
  'kept',
  symptom,
  expiry,
];
export const fileOrItem = (symptom: string): Verdict => ['file unknown unknown', 'untold', symptom];
export const variable = (symptom: string | null): Verdict => ['environment survives unknown', 'kept', symptom];
export const untold = (symptom: string | null, account?: string): Verdict => [
  named(account, 'unknown unknown unknown'),
  'untold',
  symptom,
];
export const unreadable = (account?: string): Verdict => [named(account, 'file unknown unreadable'), 'untold', null];
export const unreadableBeside = (): Verdict => ['unknown unknown unreadable', 'untold', null];

export const row = (what: string, stores: Configuration, verdict: Verdict): StoreRow => {
  const [told, fate, symptom, expiry = null] = verdict;
  return [what, stores, [told], ...fates[fate], symptom, expiry];
};

export const home = '/Users/alice';
export const program = (name: string): Configuration => ({ files: { [`/opt/homebrew/bin/${name}`]: '' } });
/** Neither a listing nor the security tool says what there is. */
export const unsearched = [
  { tool: 'Security.framework' },
  { tool: 'security', when: 'find-generic-password', exit: 77 },
];

export const rowTable = (id: RowId, rows: readonly StoreRow[]): StoreTable => ({
  tool: id,
  create: rowCreator(id),
  rows,
});
